/** Ways in which a module names another module, or a file, without importing it by a statement; each gives a number. */

/**
 * @param project prefix, root and files of the package; data files are added to it
 * @returns {{ lines: string[], value: string, late?: boolean }} like that of an import
 */
export function referenceOf(random, from, target, project, index) {
  return random.pick(FORMS)(from, target, project, `r${index}`, random);
}

const leafOf = (name) => name.slice(name.lastIndexOf('.') + 1);
const parentOf = (name) => name.slice(0, name.lastIndexOf('.'));

/** A data file in some folder of the package, with a number in it. */
function dataFile(project, random) {
  const folder = random.pick(project.folders).replaceAll('.', '/');
  const path = `${folder}/${random.pick(['data', 'res/deep'])}/n${random.int(3)}.txt`;
  project.files[project.prefix + path] ??= `${random.int(500)}\n`;
  return path;
}

/** Steps from a module's file to the folder that holds the top-level package. */
const depth = (name) => name.split('.').length;
const quoted = (path) =>
  path
    .split('/')
    .map((part) => `"${part}"`)
    .join(', ');

/** An attribute of a module, by the package at the top of it that `__import__` gives. */
const fromTop = (target) => `.${[...target.split('.').slice(1), 'VALUE'].join('.')}`;

function relative(from, target, _project, name) {
  return {
    lines: [
      'import importlib',
      `${name} = importlib.import_module(".${leafOf(target)}", "${parentOf(target)}")`,
    ],
    value: `${name}.VALUE`,
  };
}

const FORMS = [
  (from, target) => ({ lines: [], value: `__import__("${target}")${fromTop(target)}`, late: true }),
  (from, target, _project, name) => ({
    lines: [`${name} = "int(__import__('${target}')${fromTop(target)})"`],
    value: `eval(${name})`,
    late: true,
  }),
  relative,
  (from, target, _project, name) => {
    const own = parentOf(from);
    if (!target.startsWith(`${own}.`)) return relative(from, target, _project, name);
    const inner = target.slice(own.length);
    return {
      lines: ['import importlib', `${name} = importlib.import_module("${inner}", __package__)`],
      value: `${name}.VALUE`,
    };
  },
  (from, target, _project, name) => ({
    lines: [`import ${target}`, 'import sys', `${name} = sys.modules["${target}"]`],
    value: `${name}.VALUE`,
  }),
  (from, target, _project, name) => ({
    lines: ['import logging', `from ${target} import Class_${leafOf(target)} as ${name}`],
    value: `int(logging.getLogger("${target}") is logging.getLogger(${name}.__module__))`,
  }),
  (from, target, _project, name) => ({
    lines: ['import pickle', `${name} = pickle.loads(b"c${target}\\nClass_${leafOf(target)}\\n.")`],
    value: `${name}.value`,
  }),
  (from, target, _project, name) => ({
    lines: [`from ${target} import Class_${leafOf(target)} as ${name}`],
    value: `int(repr(${name}) == "<class '" + "${target}.Class_${leafOf(target)}" + "'>")`,
  }),
  (from, target, _project, name) => ({
    lines: [
      'from unittest import mock',
      `import ${target} as ${name}`,
      `with mock.patch("${target}.VALUE", 7):`,
      `    ${name}_patched = ${name}.function_${leafOf(target)}(1)`,
    ],
    value: `${name}_patched`,
    late: true,
  }),
  (from, target, _project, name) => ({
    lines: [
      `import ${target}`,
      'import typing',
      `def ${name}(x: "${target}.Class_${leafOf(target)}"): ...`,
      `${name}_hint = typing.get_type_hints(${name}, globals(), locals())["x"].value`,
    ],
    value: `${name}_hint`,
    late: true,
  }),
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    return {
      lines: [
        'from pathlib import Path',
        `${name} = Path(__file__)${'.parent'.repeat(depth(from))} / "${path}"`,
      ],
      value: `int(${name}.read_text())`,
    };
  },
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    const folder = `${'os.path.dirname('.repeat(depth(from))}os.path.abspath(__file__)${')'.repeat(depth(from))}`;
    return {
      lines: ['import os', `${name} = ${folder}`],
      value: `int(open(os.path.join(${name}, ${quoted(path)})).read())`,
    };
  },
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    const up = '"..", '.repeat(depth(from) - 1);
    return {
      lines: ['import os', `${name} = os.path.join(os.path.dirname(__file__), ${up}${quoted(path)})`],
      value: `int(open(${name}).read())`,
    };
  },
  (from, target, project, name) => {
    const ups = depth(from) - 1 + (project.prefix === '' ? 0 : 1);
    return {
      lines: ['import pathlib', `${name} = pathlib.Path(__file__).resolve().parents[${ups}]`],
      value: `int((${name} / "pyproject.toml").exists())`,
    };
  },
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    const [root, ...rest] = path.split('/');
    return {
      lines: ['import pkgutil', `${name} = pkgutil.get_data("${root}", "${rest.join('/')}")`],
      value: `int(${name})`,
    };
  },
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    const [root, ...rest] = path.split('/');
    return {
      lines: [
        'from importlib import resources',
        `${name} = resources.files("${root}") / "${rest.join('/')}"`,
      ],
      value: `int(${name}.read_text())`,
    };
  },
  (from, target, project, name, random) => {
    const path = dataFile(project, random);
    const root = path.split('/')[0];
    return {
      lines: ['import os', `import ${root} as ${name}`],
      value: `int(open(os.path.dirname(${name}.__file__) + "/${path.slice(root.length + 1)}").read())`,
    };
  },
];
