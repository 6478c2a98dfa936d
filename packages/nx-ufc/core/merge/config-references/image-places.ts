/** A folder of an image or container that holds the project, or a folder of it: `holds` is "" or ends with a slash. */
export interface ProjectFolder {
  folder: string;
  holds: string;
}

const WORKING_FOLDER = /^\s*(?:WORKDIR[ \t]+|working_dir:[ \t]*)["']?(\/[\w./-]*)/gim;
/** Something is copied to a place in the working folder. */
const COPIED_INTO = /^\s*(?:COPY|ADD)[ \t][^\n]*[ \t"](?!\/)[\w./-]+["'\]]*[ \t]*$/im;
const COPIED = /^\s*(?:COPY|ADD)[ \t]+(?:--\S+[ \t]+)*\.\/?[ \t]+(\/[\w./-]*)/gim;
const MOUNTED =
  /(?:^\s*-\s*|-v\s+|--volume[= ])["']?((?:\.|\$\{\w+:?-\.\/?\})[\w./-]*|\$\(pwd\)|\$\{?PWD\}?|`pwd`)["']?:(\/[\w./-]*)/gim;

/**
 * Where the project lies in an image or container, by what a file says of it: the working folder that things are copied into, what the whole project is copied to, and what is mounted
 * (https://docs.docker.com/reference/dockerfile, https://docs.docker.com/reference/compose-file/services/#volumes). Deeper folders come first.
 */
export function projectFolders(text: string): ProjectFolder[] {
  const working =
    /^\s*WORKDIR\b/im.test(text) && !COPIED_INTO.test(text) ? [] : text.matchAll(WORKING_FOLDER);
  const all = [
    ...[...working].map(([, folder]) => ({ folder: clean(folder), holds: '' })),
    ...[...text.matchAll(COPIED)].map(([, folder]) => ({ folder: clean(folder), holds: '' })),
    ...[...text.matchAll(MOUNTED)].map(([, host, folder]) => ({ folder: clean(folder), holds: held(host) })),
  ];
  return all
    .filter(({ folder }, at) => folder !== '' && all.findIndex((one) => one.folder === folder) === at)
    .sort((a, b) => b.folder.length - a.folder.length);
}

function held(host: string): string {
  const path = clean(host.replace(/^(\.|\$\{\w+:?-\.\/?\})\/?/, ''));
  if (/^[$`]/.test(path)) return '';
  return path === '' ? '' : `${path}/`;
}

function clean(folder: string): string {
  return folder.replace(/\/+$/, '');
}
