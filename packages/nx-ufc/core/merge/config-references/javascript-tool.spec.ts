import { applyEdits } from '../../text/edits';
import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const PATHS: Record<string, string> = {
  pkg: 'src/new',
  'pkg/front': 'src/new/web/front',
  'pkg/front/index.js': 'src/new/web/front/index.js',
  'pkg/styles/a.css': 'src/new/web/styles/a.css',
};
const names: MovedNames = {
  oldRoots: ['pkg'],
  mapModule: () => null,
  mapPath: (path) => PATHS[path] ?? null,
  knows: () => false,
  packageAt: () => null,
  mapBelow: (path) => PATHS[path] ?? (path.startsWith('pkg/') ? `src/new/web/${path.slice(4)}` : null),
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};

function changed(path: string, text: string) {
  const kind = configKindOf(path)!;
  const { edits, doubts } = configReferences(kind, text, names, path);
  return { kind: kind.id, text: applyEdits(text, edits), doubts: doubts.map(({ before }) => before) };
}

test.each([
  [
    'package.json',
    '{ "main": "pkg/front/index.js", "scripts": {\n  "css": "postcss -o pkg/static/a.css pkg/styles/a.css",\n  "js": "sass \\"pkg/front/index.js\\"" } }',
    '{ "main": "src/new/web/front/index.js", "scripts": {\n  "css": "postcss -o pkg/static/a.css src/new/web/styles/a.css",\n  "js": "sass \\"src/new/web/front/index.js\\"" } }',
    ['pkg/static/a.css'],
  ],
  [
    'package.json',
    '{ "scripts": { "a": "prettier pkg/styles/*.{js,ts}", "b": "tsc pkg/front/index.js" }, "x": "pkg/y" }',
    '{ "scripts": { "a": "prettier pkg/styles/*.{js,ts}", "b": "tsc src/new/web/front/index.js" }, "x": "pkg/y" }',
    ['pkg/styles'],
  ],
  [
    'ui/package.json',
    '{ "scripts": { "a": "cp pkg/front/index.js ../pkg/front" } }',
    '{ "scripts": { "a": "cp pkg/front/index.js ../src/new/web/front" } }',
    [],
  ],
  [
    'tasks/_paths.js',
    "module.exports = { src: 'pkg/front/', dest: 'pkg/made/', js: ['!pkg/front/**/*'], x: './front/' };\n",
    "module.exports = { src: 'src/new/web/front/', dest: 'pkg/made/', js: ['!src/new/web/front/**/*'], x: './front/' };\n",
    ['pkg/made'],
  ],
  [
    'rollup.config.mjs',
    "export default { input: 'pkg/front/index.js', output: { file: 'pkg/static/b.js' } };\n",
    "export default { input: 'src/new/web/front/index.js', output: { file: 'pkg/static/b.js' } };\n",
    ['pkg/static/b.js'],
  ],
  [
    'tailwind.config.js',
    'content: ["./pkg/**/*.{html,js}", "!pkg/front/**", "./pkg/front/(a|b)/x.js", `${here}/pkg/front`, "/pkg/front", "a/pkg/front"]\n',
    'content: ["./src/new/**/*.{html,js}", "!src/new/web/front/**", "./src/new/web/front/(a|b)/x.js", `${here}/pkg/front`, "/pkg/front", "a/pkg/front"]\n',
    [],
  ],
  [
    'webpack.prod.js',
    "entry: path.resolve(__dirname, 'pkg', 'front', 'index.js'), x: path.join(__dirname, 'web')\n",
    "entry: path.resolve(__dirname, 'src', 'new', 'web', 'front', 'index.js'), x: path.join(__dirname, 'web')\n",
    [],
  ],
  [
    'ui/vite.config.ts',
    "outDir: '../pkg/front', root: 'pkg/front'\n",
    "outDir: '../src/new/web/front', root: 'pkg/front'\n",
    [],
  ],
])('%s: %j', (path, before, after, doubts) =>
  expect(changed(path, before)).toEqual({ kind: 'javascript-tool', text: after, doubts }),
);

test.each(['gulpfile.js', 'gulpfile.config.js', 'Gruntfile.js', 'postcss.config.cjs', 'pkg/front/index.js'])(
  '%s',
  (path) => expect(configKindOf(path)?.id).toBe(path.startsWith('pkg/') ? undefined : 'javascript-tool'),
);
