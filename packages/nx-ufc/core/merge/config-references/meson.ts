import {
  keywordLiteral,
  MESON_FILE,
  mesonCalls,
  mesonTokens,
  type MesonCall,
  type MesonToken,
} from '../../meson/calls';
import { follow, relativeSegments } from '../../rewrite/locations/targets';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

/**
 * Files of Meson: folders and files by their path from the folder of the file, the package that a compiled module goes to, and, in place of lists of
 * its sources, the package as a whole: there are files in it that no list has.
 */
export const meson: ConfigReferenceKind = {
  id: 'meson',
  files: MESON_FILE,
  find: (text, names, path) => {
    const tokens = mesonTokens(text);
    if (tokens === null) return { edits: [], doubts: [] };
    const calls = mesonCalls(tokens);
    const installs = calls.filter((call) => isOwnInstall(call, names));
    const isIn = ({ start, end }: { start: number; end: number }) =>
      installs.some((call) => call.start <= start && end <= call.end);
    const edits = [
      ...calls.filter((call) => !isIn(call)).flatMap((call) => compiled(call, names)),
      ...installed(tokens, names),
      ...tokens.filter((token) => !isIn(token)).flatMap((token) => pathEdit(token, calls, names, path)),
    ];
    const whole = wholePackage(text, installs, names, path);
    return { edits: [...edits.filter((edit) => !isIn(edit)), ...whole.edits], doubts: whole.doubts };
  },
};

/** `py.install_sources(…, subdir: 'pkg/sub')` of a package that moved. */
function isOwnInstall(call: MesonCall, names: MovedNames): boolean {
  const folder = call.name === 'install_sources' ? keywordLiteral(call, 'subdir') : null;
  return folder !== null && folder !== undefined && packageOf(folder.text, names) !== null;
}

function packageOf(folder: string, { oldRoots, mapModule }: MovedNames): string | null {
  const dotted = folder.replace(/\/$/, '').replaceAll('/', '.');
  return oldRoots.includes(dotted.split('.')[0]) ? (mapModule(dotted)?.replaceAll('.', '/') ?? null) : null;
}

function compiled(call: MesonCall, names: MovedNames): ConfigEdit[] {
  const folder = call.name === 'extension_module' ? keywordLiteral(call, 'subdir') : null;
  const target = folder ? packageOf(folder.text, names) : null;
  if (!folder || target === null) return [];
  return [
    {
      start: folder.start,
      end: folder.end,
      text: target,
      evidence: 'package that a compiled module goes to',
    },
  ];
}

/** `py.get_install_dir() / 'pkg' / 'sub'`. */
function installed(tokens: readonly MesonToken[], names: MovedNames): ConfigEdit[] {
  return tokens.flatMap((token, i) => {
    if (token.text !== 'get_install_dir' || tokens[i + 1]?.text !== '(') return [];
    let at = tokens.findIndex((one, j) => j > i && one.kind === 'other' && one.text === ')') + 1;
    const parts: MesonToken[] = [];
    for (; tokens[at]?.text === '/' && tokens[at + 1]?.kind === 'literal'; at += 2)
      parts.push(tokens[at + 1]);
    const target = parts.length === 0 ? null : packageOf(parts.map(({ text }) => text).join('/'), names);
    if (target === null) return [];
    return [
      {
        start: parts[0].start,
        end: parts.at(-1)!.end,
        text: target,
        evidence: 'package that something is installed to',
      },
    ];
  });
}

/** A literal that is the path of a file, or the folder that `subdir()` goes on in. */
function pathEdit(
  token: MesonToken,
  calls: readonly MesonCall[],
  names: MovedNames,
  file: string,
): ConfigEdit[] {
  const isFolder = calls.some(
    ({ name, object, arguments: given }) => name === 'subdir' && object === null && given[0] === token,
  );
  if (token.kind !== 'literal' || !(isFolder || /[./]/.test(token.text)) || token.text.includes('\\'))
    return [];
  const old = follow(
    folderOf(file),
    token.text.split('/').filter((part) => part !== '.' && part !== ''),
  );
  const target = old === null || old === '' ? null : names.mapPath(old);
  if (target === null) return [];
  const after = relativeSegments(folderOf(names.mapPath(file) ?? file), target).join('/');
  if (after === token.text || after === '') return [];
  return [{ start: token.start, end: token.end, text: after, evidence: 'path of what moved' }];
}

/**
 * The first list of sources gives way to the package, the others to nothing. One with comments is not taken away, it is proposed to; so is what stands
 * neither in the folder of the package nor in that of the project.
 */
function wholePackage(text: string, installs: readonly MesonCall[], names: MovedNames, file: string) {
  const found: { edits: ConfigEdit[]; doubts: ConfigEdit[] } = { edits: [], doubts: [] };
  const home = folderOf(names.mapPath(file) ?? file);
  let isInstalled = false;
  for (const call of installs) {
    const folder = keywordLiteral(call, 'subdir')!.text.replace(/\/$/, '');
    const place = names.mapPath(folder) ?? names.mapPath(`src/${folder}`) ?? names.mapPath(folderOf(file));
    const isRoot: boolean = names.oldRoots.includes(folder) && !isInstalled;
    const isHome = !isRoot || home === place || home === '';
    const isPlain = !text.slice(call.start, call.end).includes('#') && call.object !== '';
    const isCertain = isPlain && isHome && (!isRoot || place !== null);
    const after =
      isRoot && place !== null ? installOf(call, relativeSegments(home, place).join('/') || '.', names) : '';
    const evidence = isRoot ? 'the package is installed as a whole' : 'installed with the package';
    if (isCertain) found.edits.push({ start: call.start, end: call.end, text: after, evidence });
    // An empty proposal would only mark the place.
    else
      found.doubts.push({
        start: call.start,
        end: call.end,
        text: after,
        evidence: `${evidence}: ${after || 'take it away'}`,
      });
    isInstalled ||= isRoot;
  }
  return found;
}

function installOf(call: MesonCall, folder: string, names: MovedNames): string {
  const name = packageOf(keywordLiteral(call, 'subdir')!.text, names)!;
  const at = call.arguments.findIndex(
    ({ text }, i) => text === 'pure' && call.arguments[i + 1]?.text === ':',
  );
  const pure = at < 0 ? '' : `pure: ${call.arguments[at + 2].text}`;
  const where = `install_dir: ${call.object ?? 'py'}.get_install_dir(${pure}) / '${name}'`;
  return `install_subdir('${folder}', ${where}, strip_directory: true, exclude_files: ['meson.build'])`;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
