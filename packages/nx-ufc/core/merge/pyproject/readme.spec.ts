import { readmeOf, readmeValue } from './readme';

test('of several READMEs the one whose type is known', () => {
  expect(readmeOf(['README', 'README.rst', 'docs/README.md'])).toBe('README.rst');
  expect(readmeOf(['Readme'])).toBe('Readme');
  expect(readmeOf(['setup.py'])).toBeNull();
});

test('the type is said where the name does not', () => {
  expect(readmeValue('README.md')).toBe('README.md');
  expect(readmeValue('README')).toEqual({ file: 'README', 'content-type': 'text/plain' });
});
