import { normaliseName } from '../project/distributions';
import { list, table, text, type Table } from './toml-values';
import type { Dependency } from './types';

const FILE = 'pyproject.toml';

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

/** `^1.2` and `~1.2` as PEP 440 ranges, `*` as nothing. */
export function pep440Range(version: string): string {
  if (version.trim() === '*') return '';
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
