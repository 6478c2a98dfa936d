import { treeOf } from '../testing/project';
import { readProjectMetadata } from './read';

const ofSetup = (code: string) =>
  readProjectMetadata(treeOf({ 'setup.py': `from setuptools import setup\nsetup(name="x", ${code})\n` }));

test.each([
  ['author="Ann Bee", author_email="ann@x.org"', [{ name: 'Ann Bee', email: 'ann@x.org' }]],
  ['author="Bee, Ann", author_email="ann@x.org"', [{ name: 'Bee, Ann', email: 'ann@x.org' }]],
  [
    'author="Ann, Cy", author_email="ann@x.org, cy@x.org"',
    [
      { name: 'Ann', email: 'ann@x.org' },
      { name: 'Cy', email: 'cy@x.org' },
    ],
  ],
  ['author="Ann", author_email="ann at x.org"', [{ name: 'Ann' }]],
  ['author_email="ann@x.org"', [{ email: 'ann@x.org' }]],
  ['author="UNKNOWN"', []],
])('%s', (code, authors) => expect(ofSetup(code).forIndex?.authors).toEqual(authors));

test.each([
  ['keywords="a, b c"', ['a', 'b c']],
  ['keywords="a b"', ['a', 'b']],
  ['keywords=["a b", "c"]', ['a b', 'c']],
])('%s', (code, keywords) => expect(ofSetup(code).forIndex?.keywords).toEqual(keywords));

test('classifiers that are none, and addresses that are none, stay behind', () =>
  expect(
    ofSetup(
      'url="https://x.org", download_url="later", project_urls={"Docs": "https://d.org"}, classifiers=["Topic :: Office", "office"]',
    ).forIndex,
  ).toMatchObject({
    classifiers: ['Topic :: Office'],
    urls: { Homepage: 'https://x.org', Docs: 'https://d.org' },
  }));

test('setup.cfg says the same by the same names; what setup.py says stands above it, option by option', () =>
  expect(
    readProjectMetadata(
      treeOf({
        'setup.cfg':
          '[metadata]\nname = x\nauthor = Ann\nauthor-email = ann@x.org\nurl = https://x.org\nproject_urls =\n  Docs = https://d.org\nclassifiers =\n  Topic :: Office\n  Typing :: Typed\n',
        'setup.py': 'from setuptools import setup\nsetup(author="Cy", maintainer="Dee", keywords="k")\n',
      }),
    ).forIndex,
  ).toEqual({
    authors: [{ name: 'Cy', email: 'ann@x.org' }],
    maintainers: [{ name: 'Dee' }],
    keywords: ['k'],
    classifiers: ['Topic :: Office', 'Typing :: Typed'],
    urls: { Homepage: 'https://x.org', Docs: 'https://d.org' },
  }));
