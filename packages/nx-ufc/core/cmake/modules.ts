import { argumentsAfter, cmakeCalls, cmakeVariables, type CmakeCall } from './calls';

/** A module that CMake compiles; null as package when only running it tells where it goes. */
export interface CmakeModule {
  package: string | null;
  name: string;
}

/** Python's own (`FindPython`), pybind11, nanobind, scikit-build and its heirs. */
const ADDS_MODULE = /^(python\d?_add_library|\w+_add_module|add_cython_target|\w*cython_add_module)$/;

/**
 * Modules that files of CMake compile and install: `python_add_library(_core MODULE …)`, `install(TARGETS _core DESTINATION pkg)`.
 * @param distribution what `SKBUILD_PROJECT_NAME` stands for (https://scikit-build-core.readthedocs.io/en/latest/guide/cmakelists.html)
 */
export function cmakeModules(text: string, distribution: string | null): CmakeModule[] {
  const calls = cmakeCalls(text) ?? [];
  const variables = cmakeVariables(calls);
  const value = (written: string) =>
    written.replace(/\$\{(\w+)\}/g, (all, name: string) =>
      name === 'SKBUILD_PROJECT_NAME' ? (distribution ?? all) : (variables.get(name)?.text ?? all),
    );
  const outputs = outputNames(calls);
  return calls.filter(addsModule).flatMap(({ arguments: [target] }) => {
    if (!target) return [];
    const name = value(outputs.get(target.text) ?? target.text);
    const places = calls
      .filter((call) => call.name === 'install' && call.arguments.some(({ text }) => text === target.text))
      .flatMap((call) => argumentsAfter(call, 'DESTINATION'));
    return places.map((place) => ({ package: packageIn(value(place.text)), name }));
  });
}

function addsModule({ name, arguments: given }: CmakeCall): boolean {
  return (
    ADDS_MODULE.test(name) ||
    (name === 'add_library' && given.some(({ text }) => /^(MODULE|SHARED)$/.test(text)))
  );
}

function outputNames(calls: readonly CmakeCall[]): Map<string, string> {
  return new Map(
    calls
      .filter(({ name }) => name === 'set_target_properties')
      .flatMap((call) =>
        argumentsAfter(call, 'OUTPUT_NAME').map(({ text }): [string, string] => [
          call.arguments[0].text,
          text,
        ]),
      ),
  );
}

/** `${SKBUILD_PLATLIB_DIR}/pkg/sub` and `pkg/sub` are the same place. */
function packageIn(place: string): string | null {
  const inner = place.replace(/^\$\{SKBUILD_(PLATLIB|PURELIB)_DIR\}\/?/, '').replace(/^\.?\/|\/$/g, '');
  if (inner.includes('$')) return null;
  return inner === '.' ? '' : inner.replaceAll('/', '.');
}
