import { calleeLeaf } from '../../project/calls-named';
import type { StringReferenceKind } from './kind';

/** `shell.run_line_magic("load_ext", "pkg")`, `shell.extension_manager.load_extension("pkg")`: IPython imports the module. */
export const ipythonExtension: StringReferenceKind = {
  id: 'ipython-extension',
  inProgram: 'importing',
  match({ whole, call, position }) {
    if (!whole || !call) return null;
    if (/^(re|un)?load_extension$/.test(calleeLeaf(call)) && position === 0)
      return `extension given to ${call.callee}()`;
    const [magic] = call.arguments;
    const loads = magic?.value.kind === 'literal' && /^(re|un)?load_ext$/.test(String(magic.value.value));
    return calleeLeaf(call) === 'run_line_magic' && position === 1 && loads
      ? 'extension given to %load_ext'
      : null;
  },
};
