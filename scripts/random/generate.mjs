/**
 * Python packages with random import structures and references by name that certainly import; every module has a value that depends
 * on what it names.
 */
import { referenceOf } from './references.mjs';

/** A small seeded generator (mulberry32): the same seed gives the same packages. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    int: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}

const NAMES = [
  'api',
  'cli',
  'core',
  'config',
  'models',
  'utils',
  'table',
  'query',
  'store',
  'text',
  'items',
  'types_',
  'io_',
  'base',
];
const PACKAGES = ['sub', 'engine', 'services', 'core', 'helpers', 'interface'];

/**
 * @returns {{ files: Record<string, string>, modules: string[] }} files below the project's folder; modules by dotted name.
 * Modules only import modules made before them, so that there is no cycle.
 */
export function generatePackage(seed) {
  const random = randomFrom(seed);
  const root = random.pick(['pkg', 'shop', 'lib_a']);
  const prefix = random.chance(0.5) ? 'src/' : '';
  const folders = [root];
  for (let i = random.int(4); i > 0; i--) {
    const folder = `${random.pick(folders)}.${random.pick(PACKAGES)}`;
    if (!folders.includes(folder)) folders.push(folder);
  }
  const modules = [];
  for (let i = 3 + random.int(9); i > 0; i--) {
    const name = `${random.pick(folders)}.${random.pick(NAMES)}`;
    if (!modules.includes(name) && !folders.includes(name)) modules.push(name);
  }
  const files = { 'pyproject.toml': `[project]\nname = "${root.replace('_', '-')}"\nversion = "1.0"\n` };
  const done = [];
  const project = { prefix, folders, files };
  for (const name of modules) {
    files[pathOf(prefix, name, false)] = moduleText(random, name, done, project);
    done.push(name);
  }
  for (const folder of [...folders].reverse()) {
    const own = done.filter(
      (name) =>
        name.startsWith(`${folder}.`) &&
        !folders.some((f) => f !== folder && f.startsWith(`${folder}.`) && name.startsWith(`${f}.`)),
    );
    files[pathOf(prefix, folder, true)] = initText(random, folder, own);
  }
  return { files, modules: [...folders, ...modules] };
}

function pathOf(prefix, name, isPackage) {
  return `${prefix}${name.replaceAll('.', '/')}${isPackage ? '/__init__' : ''}.py`;
}

/** A name that the package imports when it is asked for, by a table of its `__getattr__`. */
function lazyTable(random, folder, name) {
  const leaf = name.slice(folder.length + 1);
  const [value, argument] = random.chance(0.5)
    ? [`.${leaf}`, '_LAZY[name], __name__']
    : [leaf, 'f".{_LAZY[name]}", __name__'];
  return [
    `_LAZY = {"lazy_value": "${value}"}`,
    'def __getattr__(name):',
    '    import importlib',
    '    if name in _LAZY:',
    `        return importlib.import_module(${argument}).VALUE`,
    '    raise AttributeError(name)',
    `def function_${folder.slice(folder.lastIndexOf('.') + 1)}():`,
    '    return __getattr__("lazy_value")',
  ];
}

function initText(random, folder, own) {
  const lines = ['"""A package."""'];
  for (const name of own) {
    const leaf = name.slice(folder.length + 1);
    if (leaf.includes('.')) continue;
    const form = random.int(5);
    if (form === 0) lines.push(`from .${leaf} import VALUE as VALUE_${leaf}`);
    else if (form === 1) lines.push(`from . import ${leaf}`);
    else if (form === 2) lines.push(`from ${folder}.${leaf} import function_${leaf}`);
  }
  lines.push(`VALUE = ${random.int(100)}`);
  if (own.length > 0 && random.chance(0.4)) lines.push(...lazyTable(random, folder, random.pick(own)));
  return `${lines.join('\n')}\n`;
}

function moduleText(random, name, done, project) {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  const lines = ['"""A module."""', 'from __future__ import annotations', ''];
  const terms = [String(random.int(1000))];
  const late = [];
  for (const target of done.filter(() => random.chance(0.6)).slice(-4)) {
    const use = random.chance(0.4)
      ? referenceOf(random, name, target, project, terms.length)
      : importOf(random, name, target, terms.length);
    (use.late ? late : lines).push(...use.lines);
    terms.push(use.late && !use.value.startsWith('late:') ? `late:${use.value}` : use.value);
  }
  lines.push('', `__all__ = ["VALUE", "Class_${leaf}", "function_${leaf}"]`);
  const eager = terms.filter((term) => !term.startsWith('late:'));
  lines.push(`VALUE = ${eager.join(' + ')}`, '', '');
  lines.push(`class Class_${leaf}:`, `    """A class."""`, '', '    value: int = VALUE', '', '');
  lines.push(
    `def function_${leaf}(argument: int = 0) -> int:`,
    '    """A function."""',
    ...late.map((line) => `    ${line}`),
  );
  const calls = terms.filter((term) => term.startsWith('late:')).map((term) => term.slice(5));
  lines.push(`    return ${['argument', 'VALUE', ...calls].join(' + ')}`, '');
  return lines.join('\n');
}

/** One way to import a module, and an expression that reads something from it. */
function importOf(random, from, target, index) {
  const leaf = target.slice(target.lastIndexOf('.') + 1);
  const parent = target.slice(0, target.lastIndexOf('.'));
  const relative = relativeName(from, target);
  const relativeParent = relativeName(from, parent);
  const alias = `m${index}`;
  switch (random.int(10)) {
    case 0:
      return { lines: [`import ${target}`], value: `${target}.VALUE` };
    case 1:
      return { lines: [`import ${target} as ${alias}`], value: `${alias}.VALUE` };
    case 2:
      return {
        lines: [`from ${target} import VALUE as ${alias}, Class_${leaf}`],
        value: `${alias} + Class_${leaf}.value`,
      };
    case 3:
      return { lines: [`from ${relative} import VALUE as ${alias}`], value: alias };
    case 4:
      return {
        lines: [`from ${relativeParent} import ${leaf} as ${alias}`],
        value: `${alias}.function_${leaf}(1)`,
      };
    case 5:
      return {
        lines: [`from ${parent} import (`, `    ${leaf} as ${alias},  # why`, ')'],
        value: `${alias}.VALUE`,
      };
    case 6:
      return { lines: [`import ${target}`], value: `late:${target}.function_${leaf}(2)`, late: true };
    case 7:
      return {
        lines: [`from ${relative} import function_${leaf} as ${alias}`],
        value: `late:${alias}(3)`,
        late: true,
      };
    case 8:
      return {
        lines: ['import importlib', `${alias} = importlib.import_module("${target}")`],
        value: `${alias}.VALUE`,
      };
    default:
      return {
        lines: [
          'try:',
          `    from ${relative} import VALUE as ${alias}`,
          'except ModuleNotFoundError:',
          `    ${alias} = 0`,
        ],
        value: alias,
      };
  }
}

function relativeName(from, target) {
  const here = from.split('.').slice(0, -1);
  const there = target.split('.');
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++;
  return '.'.repeat(here.length - shared + 1) + there.slice(shared).join('.');
}
