import { treeOf } from '../testing/project';
import { readProjectMetadata } from './read';

const PKG_INFO = [
  'Metadata-Version: 2.1',
  'Name: shop',
  'Version: 2.0',
  'Summary: A shop.',
  'Home-page: https://x.org',
  'Author: Ann',
  'Author-email: ann@x.org',
  'License: UNKNOWN',
  'Classifier: Typing :: Typed',
  'Project-URL: Docs, https://d.org',
  'Requires-Dist: click',
  '',
  'Summary: of the readme',
  '',
].join('\n');
const ofSetup = (code: string) =>
  readProjectMetadata(
    treeOf({
      'setup.py': `from setuptools import setup\nsetup(name="shop", ${code})\n`,
      'PKG-INFO': PKG_INFO,
    }),
  );

test('what setup.py computes is what the release says', () => {
  const found = ofSetup(
    'version="1.0", description=f(), author=f(), author_email="a@x.org", url=f(), license=f()',
  );
  expect(found).toMatchObject({
    version: '1.0',
    description: 'A shop.',
    license: null,
    forIndex: {
      authors: [{ name: 'Ann', email: 'ann@x.org' }],
      classifiers: [],
      urls: { Homepage: 'https://x.org' },
    },
  });
  expect(found.unknown.map(({ key }) => key)).toEqual(['license']);
});

test('a version that is empty until setup.py has run is none', () =>
  expect(ofSetup('version=""').version).toBe('2.0'));

test('of arguments that are not known at all, too; dependencies stay unknown', () => {
  const found = ofSetup('install_requires=f(), **more');
  expect(found).toMatchObject({
    version: '2.0',
    description: 'A shop.',
    dependencies: [],
    forIndex: {
      classifiers: ['Typing :: Typed'],
      urls: { Homepage: 'https://x.org', Docs: 'https://d.org' },
    },
  });
  expect(found.unknown.map(({ key }) => key)).toEqual(['*', 'install_requires']);
});

test('what setup.py says, or leaves out, is not asked for', () =>
  expect(ofSetup('description="Mine."')).toMatchObject({
    version: '2.0',
    description: 'Mine.',
    forIndex: { authors: [], classifiers: [], urls: {} },
  }));
