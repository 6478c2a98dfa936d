import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

const ENABLED = /"(?:jp|nb)server_extensions"\s*:\s*\{\s*"([A-Za-z_]\w*)"\s*:/g;

/** The extension that settings of Jupyter's server enable by its module (https://jupyter-server.readthedocs.io/en/latest/operators/multiple-extensions.html). */
export function jupyterExtensions(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(ENABLED)].flatMap(({ 0: whole, 1: module, index }) => {
    const target = names.mapModule(module);
    const start = index + whole.lastIndexOf(module);
    return target === null
      ? []
      : [{ start, end: start + module.length, text: target, evidence: 'extension of a server' }];
  });
}

/** `jupyter server extension enable pkg`, `jupyter serverextension enable --py pkg`. */
export function takesExtension({ previous, line }: Pick<Word, 'previous' | 'line'>): boolean {
  const isServer =
    line.includes('serverextension') || (line.includes('server') && line.includes('extension'));
  return (
    /^(enable|disable|install|--py|--sys-prefix|--user)$/.test(previous) && line[0] === 'jupyter' && isServer
  );
}
