import { closest } from './closest';

test.each([
  ['tinydb.utilz', ['tinydb.utils', 'tinydb.table'], 'tinydb.utils'],
  ['tinydb.utlis', ['tinydb.utils'], 'tinydb.utils'],
  ['au_sys_pkg.gone', ['au_sys_pkg.conf', 'au_sys_pkg.go'], null],
  ['au_sys_pkg.gone.x', ['au_sys_pkg.config'], null],
  ['serialiser', ['serializer', 'serial'], 'serializer'],
  ['x', ['y'], 'y'],
  ['anything', [], null],
])('%s among %j', (name, candidates, found) => expect(closest(name, candidates)).toBe(found));
