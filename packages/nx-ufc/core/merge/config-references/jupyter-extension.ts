import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

const EXTENSIONS = /"(?:jp|nb)server_extensions"\s*:\s*\{[^{}]*\}/g;
const KEY = /"([A-Za-z_]\w*)"\s*:(?!\s*\{)/g;

/** Extensions that settings of Jupyter's server enable by their modules (https://jupyter-server.readthedocs.io/en/latest/operators/multiple-extensions.html). */
export function jupyterExtensions(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(EXTENSIONS)].flatMap(({ 0: table, index: at }) =>
    [...table.matchAll(KEY)].flatMap(({ 1: module, index }) => {
      const target = names.oldRoots.includes(module) ? names.mapModule(module) : null;
      const start = at + index + 1;
      return target === null
        ? []
        : [{ start, end: start + module.length, text: target, evidence: 'extension of a server' }];
    }),
  );
}

/** `jupyter server extension enable pkg`, `jupyter serverextension enable --py pkg`. */
export function takesExtension({ previous, line }: Pick<Word, 'previous' | 'line'>): boolean {
  const isServer =
    line.includes('serverextension') || (line.includes('server') && line.includes('extension'));
  return (
    /^(enable|disable|install|--py|--sys-prefix|--user)$/.test(previous) && line[0] === 'jupyter' && isServer
  );
}
