import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';

/** A function of AWS Lambda in settings of SAM and of the Serverless Framework: `Handler: app.run`, `handler: src/users.create`. */
const HANDLER =
  /^([ \t]*)(?:-[ \t]+)?["']?handler["']?[ \t]*:[ \t]*["']?([\w./-]+)\.(\w+)["']?[ \t]*,?[ \t]*$/gim;
const CODE = /^([ \t]*)["']?CodeUri["']?[ \t]*:[ \t]*["']?((?:\.\/)?([\w./-]+?)\/?)["']?[ \t]*,?[ \t]*$/gim;

/**
 * Functions that are named by the path of their file follow. One that is looked for in a folder which is uploaded by itself (`CodeUri`) is
 * not found there any more: both settings are proposed instead, and the folder is left as it is
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html).
 */
export function lambdaHandlers(text: string, names: MovedNames): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  const folders = [...text.matchAll(CODE)];
  for (const match of text.matchAll(HANDLER)) {
    const [whole, indent, module, name] = match;
    const start = match.index + whole.lastIndexOf(`${module}.${name}`);
    const folder = folders.find(
      (one) => one[1] === indent && isSameBlock(text, one.index, match.index, indent),
    );
    if (folder) {
      const edits = uploaded(folder, { start, module, name }, names);
      (isSource(folder) ? found.edits : found.doubts).push(...edits);
    } else if (module.includes('/')) found.edits.push(...byPath(start, module, names));
  }
  return found;
}

function byPath(start: number, module: string, names: MovedNames): ConfigEdit[] {
  const lead = /^\.\//.exec(module)?.[0].length ?? 0;
  const target = names.mapPath(`${module.slice(lead)}.py`)?.replace(/\.py$/, '');
  if (target === undefined || target === module.slice(lead)) return [];
  return [{ start: start + lead, end: start + module.length, text: target, evidence: 'path of what moved' }];
}

function uploaded(
  folder: RegExpMatchArray,
  { start, module, name }: { start: number; module: string; name: string },
  names: MovedNames,
): ConfigEdit[] {
  const [line, , , path] = folder;
  const target = names.mapPath(`${path}/${module.replaceAll('.', '/')}.py`);
  const dotted = /^src\/(.+)\.py$/.exec(target ?? '')?.[1].replaceAll('/', '.');
  if (dotted === undefined) return [];
  const at = folder.index! + line.indexOf(path, line.indexOf(':'));
  if (isSource(folder))
    return [{ start, end: start + module.length, text: dotted, evidence: `${target} is uploaded with src` }];
  const evidence = `${module}.${name} of ${path} is in ${target} now, which imports from src`;
  return [
    { start: at, end: at + path.length, text: 'src', evidence },
    { start, end: start + module.length, text: dotted, evidence },
  ];
}

/** Is the folder uploaded that packages are imported from, as they were before? */
function isSource([, , , path]: RegExpMatchArray): boolean {
  return path === 'src';
}

/** Is no other folder uploaded, for any function? */
export function uploadsSource(text: string): boolean {
  const folders = [...text.matchAll(CODE)];
  return folders.length > 0 && folders.every(isSource);
}

/** Nothing that is indented less stands between two lines. */
function isSameBlock(text: string, one: number, other: number, indent: string): boolean {
  const between = text.slice(Math.min(one, other), Math.max(one, other)).split('\n').slice(1, -1);
  return between.every((line) => line.trim() === '' || line.startsWith(indent));
}
