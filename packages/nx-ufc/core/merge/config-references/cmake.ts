import {
  argumentsAfter,
  cmakeCalls,
  cmakeVariables,
  CMAKE_FILE,
  type CmakeArgument,
  type CmakeCall,
} from '../../cmake/calls';
import { follow, relativeSegments } from '../../rewrite/locations/targets';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

const HERE =
  /^(\$\{(?:CMAKE_CURRENT_SOURCE_DIR|CMAKE_CURRENT_LIST_DIR|CMAKE_SOURCE_DIR|PROJECT_SOURCE_DIR)\}\/)?(.+)$/;
/** Commands whose bare words are folders. */
const TAKES_FOLDERS = /^(add_subdirectory|include_directories|target_include_directories)$/;
const WHEEL = /^(?:\.\/|\$\{SKBUILD_(?:PLATLIB|PURELIB)_DIR\}\/)?((?:\$\{SKBUILD_PROJECT_NAME\})?[\w./-]*)$/;

/**
 * Files of CMake: sources and folders by their path from the folder of the file or of the project, and the package that
 * `install(… DESTINATION pkg)` puts a compiled module into.
 */
export const cmake: ConfigReferenceKind = {
  id: 'cmake',
  files: CMAKE_FILE,
  find: (text, names, path) => {
    const calls = cmakeCalls(text);
    if (calls === null) return { edits: [], doubts: [] };
    const places = destinations(calls);
    const edits = [
      ...[...places].flatMap((place) => destination(place, names)),
      ...calls.flatMap((call) =>
        call.arguments.filter((one) => !places.has(one)).flatMap((one) => pathEdit(call, one, names, path)),
      ),
    ];
    return { edits: unique(edits), doubts: [...places].flatMap((place) => unknownPlace(place, names)) };
  },
};

/** What `DESTINATION` is given, or the one value of the variable that it is given. */
function destinations(calls: readonly CmakeCall[]): Set<CmakeArgument> {
  const variables = cmakeVariables(calls);
  const given = calls
    .filter(({ name }) => name === 'install')
    .flatMap((call) => argumentsAfter(call, 'DESTINATION'));
  return new Set(given.map((one) => variables.get(/^\$\{(\w+)\}$/.exec(one.text)?.[1] ?? '') ?? one));
}

/** Folders of a wheel are packages. The distribution is called like its package now. */
function destination(place: CmakeArgument, names: MovedNames): ConfigEdit[] {
  const inner = WHEEL.exec(place.text)?.[1] ?? '';
  const folder = inner.replace(/\/$/, '');
  const isOwn = folder.startsWith('${SKBUILD_PROJECT_NAME}');
  const dotted = folder.replace('${SKBUILD_PROJECT_NAME}', ownRoot(names) ?? '').replaceAll('/', '.');
  const target = names.oldRoots.includes(dotted.split('.')[0]) ? names.mapModule(dotted) : null;
  if (target === null) return [];
  const written = target.replaceAll('.', '/');
  const after = isOwn ? written.replace(/^[^/]+/, '${SKBUILD_PROJECT_NAME}') : written;
  const start = place.end - inner.length;
  if (after === folder) return [];
  return [
    { start, end: start + folder.length, text: after, evidence: 'package that a compiled module goes to' },
  ];
}

/** The package that has the name of the distribution. */
function ownRoot({ oldRoots, distribution }: MovedNames): string | undefined {
  return oldRoots.find((root) => root.toLowerCase().replaceAll('_', '-') === distribution.from);
}

/** The name of the distribution is another one now, and was not that of the package. */
function unknownPlace({ text, start }: CmakeArgument, names: MovedNames): ConfigEdit[] {
  if (!text.includes('${SKBUILD_PROJECT_NAME}') || ownRoot(names) !== undefined) return [];
  const evidence = `${text} is another folder now: the distribution has the name of the package; say where the module goes`;
  return [{ start, end: start, text: '', evidence }];
}

function pathEdit(
  call: CmakeCall,
  { text, start, end }: CmakeArgument,
  names: MovedNames,
  file: string,
): ConfigEdit[] {
  const match = HERE.exec(text);
  if (!match || /[$*?]/.test(match[2])) return [];
  const written = match[2].replace(/\/$/, '');
  if (!/[/.]/.test(written) && !TAKES_FOLDERS.test(call.name)) return [];
  const atRoot = match[1]?.includes('CMAKE_SOURCE_DIR') ?? match[1]?.includes('PROJECT_SOURCE_DIR') ?? false;
  const [from, to] = atRoot ? ['', ''] : [folderOf(file), folderOf(names.mapPath(file) ?? file)];
  const old = follow(
    from,
    written.split('/').filter((part) => part !== '.'),
  );
  if (old === null || old === '') return [];
  const target = names.mapPath(old) ?? names.mapBelow(old) ?? (written.startsWith('../') ? old : null);
  if (target === null) return [];
  const after = relativeSegments(to, target).join('/') || '.';
  if (after === written) return [];
  const at = start + (match[1]?.length ?? 0);
  return [
    { start: at, end: Math.min(end, at + written.length), text: after, evidence: 'path of what moved' },
  ];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The value of a variable is what one command sets and another one uses. */
function unique(edits: readonly ConfigEdit[]): ConfigEdit[] {
  const kept = new Map<number, ConfigEdit>();
  for (const edit of edits) if (!kept.has(edit.start)) kept.set(edit.start, edit);
  return [...kept.values()];
}
