import { cmakeCalls, cmakeVariables } from './calls';
import { cmakeModules } from './modules';

test('commands with arguments of every kind, without comments', () => {
  const text = '# a(b)\nSet(X "a b\\"" [=[c)]] ]=] d#e\n)#[[ f( ]] if((Y AND "z;") OR -DQ="r s")\n';
  const calls = cmakeCalls(text)!;
  expect(calls.map(({ name, arguments: given }) => [name, ...given.map((one) => one.text)])).toEqual([
    ['set', 'X', 'a b\\"', 'c)]] ', 'd'],
    ['if', 'Y', 'AND', 'z;', 'OR', '-DQ="r s"'],
  ]);
  for (const { text: value, start, end } of calls.flatMap((call) => call.arguments))
    expect(text.slice(start, end)).toBe(value);
});

test.each(['a', 'a(', 'a("b)', 'a(b))'])('%s is no file of CMake', (text) => {
  expect(cmakeCalls(text)).toBeNull();
});

test('variables have a value when they are set once', () => {
  const calls = cmakeCalls('set(A a)\nset(B b)\nset(B c)\nset(C d e)\nset(D)\n')!;
  expect([...cmakeVariables(calls)].map(([name, value]) => [name, value.text])).toEqual([['A', 'a']]);
});

const INSTALL = 'install(TARGETS _c LIBRARY DESTINATION pkg/sub)\n';

test.each([
  ['python_add_library(_c MODULE WITH_SOABI a.c)\n', INSTALL, [['pkg.sub', '_c']]],
  ['pybind11_add_module(_c a.cpp)\n', INSTALL.replace('pkg/sub', '.'), [['', '_c']]],
  [
    'nanobind_add_module(_c a.cpp)\n',
    INSTALL.replace('pkg', '${SKBUILD_PROJECT_NAME}'),
    [['the_name.sub', '_c']],
  ],
  ['add_library(_c MODULE a.c)\nset(D pkg)\n', INSTALL.replace('pkg', '${D}'), [['pkg.sub', '_c']]],
  ['add_library(_c MODULE a.c)\n', INSTALL.replace('pkg', '${D}'), [[null, '_c']]],
  ['add_library(_c MODULE a.c)\n', INSTALL.replace('pkg', '${SKBUILD_PLATLIB_DIR}/pkg'), [['pkg.sub', '_c']]],
  [
    'add_library(_c SHARED a.c)\nset_target_properties(_c PROPERTIES OUTPUT_NAME _d)\n',
    INSTALL,
    [['pkg.sub', '_d']],
  ],
  ['add_library(_c STATIC a.c)\n', INSTALL, []],
  ['add_library(_d MODULE a.c)\n', INSTALL, []],
])('modules: %s', (made, installed, expected) => {
  expect(cmakeModules(made + installed, 'the_name').map((one) => [one.package, one.name])).toEqual(expected);
});
