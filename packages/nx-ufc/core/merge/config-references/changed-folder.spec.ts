import { isFolderChanged } from './changed-folder';

test.each([
  ['t:\n\trm -rf tmp && \\\n\t  cd tmp && \\\n\t  tar -xzf ', true],
  ['t:\n\tcd tmp && make\nu:\n\ttar -xzf ', false],
  ['set -e\ncd web\n\nif x; then\n  cp ', false],
  ['set -e\ncd web\n\ncp ', true],
  ['cd "$(dirname "$0")"\ncp ', false],
  ['cd "$(dirname "$0")/.."\ncp ', true],
  ['run: |\n  (cd web; npm ci)\n  cp ', true],
  ['cp x && cd ', false],
  ['abcd x\ncp ', false],
])('is a folder changed before a path: %j', (before, is) =>
  expect(isFolderChanged(`${before}../x`, before.length)).toBe(is),
);

test.each([
  ['t:\n\tcd libs/models && X=', false],
  ['t:\n\tcd "./libs/models/" && X=', false],
  ['t:\n\tcd libs/models/docs && X=', true],
])('the folder of the project is where such paths begin: %j', (before, is) =>
  expect(isFolderChanged(`${before}../x`, before.length, 'libs/models')).toBe(is),
);
