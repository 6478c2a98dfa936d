import { join, relative } from 'node:path';
import { Project } from 'ts-morph';

/** Who may import whom: core ← platform ← the folders that Nx sees. `core/testing` serves specs only. */
const RULES: { from: RegExp; forbidden: RegExp; why: string }[] = [
  { from: /^core\//, forbidden: /^(platform|generators|executors|graph)\//, why: 'core is the innermost' },
  { from: /^core\//, forbidden: /^(node:|fs$|path$|child_process$|os$|@nx\/|nx(\/|$))/, why: 'core is pure' },
  {
    from: /^platform\//,
    forbidden: /^(generators|executors|graph)\//,
    why: 'platform knows nothing of Nx-facing code',
  },
  { from: /^platform\//, forbidden: /^(@nx\/|nx(\/|$))/, why: 'platform is not about Nx' },
  {
    from: /^core\/python\//,
    forbidden: /^core\/(?!python\/)/,
    why: 'core/python knows Python and nothing of UFC',
  },
  { from: /^graph\//, forbidden: /^(generators|executors)\//, why: 'the graph stands alone' },
  { from: /^generators\//, forbidden: /^executors\//, why: 'generators do not run gates' },
  { from: /^executors\//, forbidden: /^generators\//, why: 'gates change nothing' },
  {
    from: /^(core\/(?!testing)|platform|generators|executors|graph)/,
    forbidden: /^core\/testing\//,
    why: 'test helpers are for specs',
  },
];

const root = __dirname;
const project = new Project({ skipAddingFilesFromTsConfig: true });
project.addSourceFilesAtPaths([
  join(root, '**/*.ts'),
  `!${join(root, '**/*.spec.ts')}`,
  `!${join(root, 'node_modules/**')}`,
]);
const imports = project.getSourceFiles().flatMap((file) => {
  const from = relative(root, file.getFilePath());
  return [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    if (!specifier) return [];
    const target = declaration.getModuleSpecifierSourceFile();
    return [
      { from, to: specifier.startsWith('.') && target ? relative(root, target.getFilePath()) : specifier },
    ];
  });
});

test('there is something to check', () => expect(imports.length).toBeGreaterThan(300));

test.each(
  RULES.map((rule) => [`${rule.from.source} → ${rule.forbidden.source}: ${rule.why}`, rule] as const),
)('%s', (_name, { from, forbidden }) => {
  expect(
    imports
      .filter((edge) => from.test(edge.from) && forbidden.test(edge.to))
      .map((edge) => `${edge.from} imports ${edge.to}`),
  ).toEqual([]);
});

test('a generator does not reach into another one', () => {
  const folder = (path: string) => /^(generators|executors)\/([^/]+)\//.exec(path)?.[2];
  const shared = new Set(['lib']);
  const crossing = imports.filter(
    (edge) =>
      /^generators\//.test(edge.from) &&
      /^generators\//.test(edge.to) &&
      folder(edge.to) !== folder(edge.from) &&
      !shared.has(folder(edge.to)!),
  );
  expect(crossing).toEqual([]);
});
