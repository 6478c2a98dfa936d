import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';

/** Sources of compiled modules that are not Python's. */
export const NATIVE_SOURCE = /\.(c|cc|cpp|cxx|h|hh|hpp|rs)$/;

const INCLUDE = /^[ \t]*#[ \t]*include[ \t]+"([\w.-]+\/[\w./-]+)"/gm;
const IMPORT = /\bPyImport_ImportModule\w*\s*\(\s*$/;

/**
 * Modules and what they define in sources of compiled modules, where they are all that a literal says (`PyImport_ImportModule("pkg.mod")`,
 * `PyErr_NewException("pkg.mod.Error", …)`), and headers that are included by their path from the folder of the package.
 */
export const nativeSource: ConfigReferenceKind = {
  id: 'native-source',
  files: NATIVE_SOURCE,
  find(text, names, path) {
    const { edits, doubts } = beginnings(text, names);
    return { edits: [...literals(text, names), ...edits, ...includes(text, names, path)], doubts };
  },
};

/** `"pkg.sub." NAME`, as the compiler puts it together; what the file does not define is proposed. */
function beginnings(text: string, names: MovedNames): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  if (names.oldRoots.length === 0) return found;
  const pattern = new RegExp(
    String.raw`"((?:${names.oldRoots.join('|')})(?:\.\w+)*)\."[ \t]*([A-Za-z_]\w*)`,
    'g',
  );
  for (const { index, 1: before, 2: macro } of text.matchAll(pattern)) {
    const defined = new RegExp(String.raw`^[ \t]*#[ \t]*define[ \t]+${macro}[ \t]+"(\w+)"`, 'gm');
    const [name, ...others] = [...text.matchAll(defined)].map((match) => match[1]);
    const whole = name && others.length === 0 ? names.mapModule(`${before}.${name}`) : null;
    const isSame = whole !== null && whole.endsWith(`.${name}`);
    const target = isSame ? whole.slice(0, -name.length - 1) : names.mapModule(before);
    if (target === null || target === before) continue;
    const evidence = 'beginning of a dotted name';
    const edit = { start: index + 1, end: index + 1 + before.length, text: target, evidence };
    (isSame ? found.edits : found.doubts).push(edit);
  }
  return found;
}

function literals(text: string, names: MovedNames): ConfigEdit[] {
  if (names.oldRoots.length === 0) return [];
  const pattern = new RegExp(String.raw`"((?:${names.oldRoots.join('|')})(?:\.\w+)*)"`, 'g');
  return [...text.matchAll(pattern)].flatMap(({ index, 1: dotted }) => {
    const isImported = IMPORT.test(text.slice(Math.max(0, index - 60), index));
    if (!names.knows(dotted) || !(dotted.includes('.') || isImported)) return [];
    const target = names.mapModule(dotted);
    const evidence = isImported ? 'module that is imported' : 'dotted name in a literal';
    return target === null
      ? []
      : [{ start: index + 1, end: index + 1 + dotted.length, text: target, evidence }];
  });
}

function includes(text: string, names: MovedNames, path: string): ConfigEdit[] {
  const home = (names.mapPath(path) ?? names.mapBelow(path) ?? path).split('/').slice(0, -1);
  return [...text.matchAll(INCLUDE)].flatMap(({ index, 0: all, 1: header }) => {
    const beside = [...path.split('/').slice(0, -1), header].join('/');
    const target =
      names.mapPath(beside) === null ? (names.mapPath(header) ?? names.mapPath(`src/${header}`)) : null;
    if (target === null) return [];
    const end = index + all.length - 1;
    return [
      { start: end - header.length, end, text: relative(home, target.split('/')), evidence: 'included file' },
    ];
  });
}

/** Quoted headers are looked for from the folder of the file that includes them. */
function relative(home: readonly string[], target: readonly string[]): string {
  let shared = 0;
  while (shared < home.length && shared < target.length - 1 && home[shared] === target[shared]) shared++;
  return [...home.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
