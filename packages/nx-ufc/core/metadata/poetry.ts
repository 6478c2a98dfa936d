import { normaliseName } from '../project/distributions';
import type { SourceTree } from '../project/types';
import { list, table, text, type Table } from './toml-values';
import { textAt } from './tree-text';
import type { Dependency } from './types';

const FILE = 'pyproject.toml';

/** Do Poetry's own tables say what a project is? An application that is never packed needs no name (https://python-poetry.org/docs/basic-usage/#operating-modes). */
export function isPoetryProject(data: Table): boolean {
  const poetry = table(table(data.tool).poetry);
  const isNamed = 'name' in poetry || 'dependencies' in poetry || poetry['package-mode'] === false;
  return isNamed && !('name' in table(data.project));
}

/** What Poetry installs of a project: entries of `packages` that are for source distributions only are none (https://python-poetry.org/docs/pyproject/#packages). */
export function poetryPackages(tool: Table): Table[] {
  const isInstalled = ({ format }: Table) => format === undefined || [format].flat().includes('wheel');
  return list(table(tool.poetry).packages).map(table).filter(isInstalled);
}

/** What builds a project of Poetry's that says no build backend, unless it has a setup.py that Poetry did not write, which pip then runs. */
export function poetryBackend(
  data: Table,
  tree: SourceTree,
): { backend?: string; buildRequirements?: string[] } {
  const setup = textAt(tree, 'setup.py');
  const isWritten = setup === null || /^packages = \\$/m.test(setup);
  return isPoetryProject(data) && isWritten
    ? { backend: 'poetry.core.masonry.api', buildRequirements: ['poetry-core'] }
    : {};
}

/**
 * Dependencies of `[tool.poetry]`, its groups, and those of its extras, which are optional ones of the main group
 * (https://python-poetry.org/docs/pyproject/#extras).
 */
export function poetryDependencies(poetry: Table): Dependency[] {
  const named = Object.entries(table(poetry.group)).flatMap(([group, value]) =>
    tableDependencies(table(value).dependencies, group),
  );
  const main = Object.entries(table(poetry.dependencies));
  const optional = new Map(
    main
      .filter(([, value]) => table(value).optional === true)
      .map(([name, value]) => [normaliseName(name), { name, value }]),
  );
  const extras = Object.entries(table(poetry.extras)).flatMap(([extra, names]) =>
    list(names).flatMap((item) => {
      const found = optional.get(normaliseName(String(item)));
      return found ? tableDependencies({ [found.name]: found.value }, extra) : [];
    }),
  );
  const required = Object.fromEntries(main.filter(([name]) => !optional.has(normaliseName(name))));
  return [
    ...tableDependencies(required, 'main'),
    ...extras,
    ...tableDependencies(poetry['dev-dependencies'], 'dev'),
    ...named,
  ];
}

/** The versions of Python that Poetry is told of, as PEP 440 has them; null when it is told of none. */
export function pythonOf(poetry: Table): string | null {
  const python = text(table(poetry.dependencies).python);
  return python === null ? null : pep440Range(python) || null;
}

/** Names of the extras. */
export function poetryExtras(poetry: Table): string[] {
  return Object.keys(table(poetry.extras));
}

/** Dependencies of a table by name: a version, or a table with one. */
export function tableDependencies(items: unknown, group: string, file = FILE): Dependency[] {
  return Object.entries(table(items))
    .filter(([name]) => name !== 'python')
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => ({
        name: normaliseName(name),
        requirement: requirementOf(name, one),
        file,
        group,
      })),
    );
}

/** Poetry's ranges and conditions as PEP 508 (https://python-poetry.org/docs/dependency-specification). */
function requirementOf(name: string, value: unknown): string {
  const version = text(value) ?? text(table(value).version) ?? '*';
  const extras = list(table(value).extras).join(',');
  const base = extras ? `${name}[${extras}]` : name;
  const git = text(table(value).git);
  const range = git ? ` @ git+${git}` : pep440Range(version);
  const marker = markerOf(table(value));
  return `${base}${range}${marker ? `${git ? ' ' : ''}; ${marker}` : ''}`;
}

function markerOf({ python, markers }: Table): string {
  const versions = pep440Range(text(python) ?? '*')
    .split(',')
    .flatMap((part) => {
      const match = /^([<>=!~]+)(.+)$/.exec(part);
      return match ? [`python_version ${match[1]} "${match[2]}"`] : [];
    });
  const own = text(markers);
  return [...versions, ...(own ? [versions.length > 0 && /\bor\b/.test(own) ? `(${own})` : own] : [])].join(
    ' and ',
  );
}

/** `^1.2` and `~1.2` as PEP 440 ranges, `*` as nothing; of alternatives (`^1.2 || ^2.0`), which PEP 440 does not have, all from the first to the last. */
export function pep440Range(version: string): string {
  if (version.trim() === '*') return '';
  const alternatives = version.split(/\|\|?/);
  if (alternatives.length > 1) {
    const [first, last] = [alternatives[0], alternatives.at(-1)!].map((one) => pep440Range(one).split(','));
    const [from, to] = [/^(>|==)/, /^(<|==)/].map((bound) => (part: string) => bound.test(part));
    return [
      ...first.filter(from).map((part) => part.replace(/^==/, '>=')),
      ...last.filter(to).map((part) => part.replace(/^==/, '<=')),
    ].join(',');
  }
  return version
    .split(',')
    .map((part) => pep440Part(part.trim()))
    .join(',');
}

function pep440Part(part: string): string {
  const match = /^([\^~])\s*(\d[\w.]*)$/.exec(part);
  if (!match) return /^\d/.test(part) ? `==${part}` : part.replace(/\s+/g, '');
  const numbers = match[2].split('.').map((piece) => parseInt(piece, 10) || 0);
  const significant = numbers.findIndex((number) => number !== 0);
  const at =
    match[1] === '~' ? Math.min(1, numbers.length - 1) : significant < 0 ? numbers.length - 1 : significant;
  const upper = numbers.slice(0, at + 1);
  upper[at]++;
  return `>=${match[2]},<${upper.join('.')}`;
}
