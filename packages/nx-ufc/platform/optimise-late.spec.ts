import { execFileSync } from 'node:child_process';
import { LATE } from './optimise-late';

test('this Node knows the flag that is set for it', () => {
  const flag = LATE[process.versions.node.split('.')[0]];
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(flag === undefined || known.includes(`  ${flag.split('=')[0]} `)).toBe(true);
});
