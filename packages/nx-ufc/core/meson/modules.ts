import type { CmakeModule } from '../cmake/modules';
import { keywordLiteral, mesonCalls, mesonTokens } from './calls';

/** Modules that Meson compiles into packages: `py.extension_module('_core', …, subdir: 'pkg')` (https://mesonbuild.com/Python-module.html). */
export function mesonModules(text: string): CmakeModule[] {
  return mesonCalls(mesonTokens(text) ?? [])
    .filter(({ name }) => name === 'extension_module')
    .flatMap((call) => {
      const [first] = call.arguments;
      const folder = keywordLiteral(call, 'subdir');
      if (first?.kind !== 'literal') return [];
      return [
        { package: folder === null ? null : (folder?.text ?? '').replaceAll('/', '.'), name: first.text },
      ];
    });
}
