import { indexMetadata, type IndexMetadata } from './index-metadata';
import type { ProjectMetadata } from './types';

/** Arguments of `setup()` by the headers of PKG-INFO (https://packaging.python.org/en/latest/specifications/core-metadata/). */
const HEADERS: Readonly<Record<string, string>> = {
  version: 'Version',
  description: 'Summary',
  license: 'License',
  author: 'Author',
  author_email: 'Author-email',
  maintainer: 'Maintainer',
  maintainer_email: 'Maintainer-email',
  url: 'Home-page',
  download_url: 'Download-URL',
  keywords: 'Keywords',
  classifiers: 'Classifier',
  project_urls: 'Project-URL',
};
/** What the arguments make together. */
const FOR_INDEX: readonly [keyof IndexMetadata, readonly string[]][] = [
  ['authors', ['author', 'author_email']],
  ['maintainers', ['maintainer', 'maintainer_email']],
  ['keywords', ['keywords']],
  ['classifiers', ['classifiers']],
  ['urls', ['url', 'home_page', 'download_url', 'project_urls']],
];

/**
 * Metadata with what a source distribution was released with, where only running code or tags of version control could tell: the version and what an
 * index shows. Dependencies are none of it: they may be those of the machine that released it.
 */
export function withReleased(metadata: ProjectMetadata, pkgInfo: string | null): ProjectMetadata {
  const [header] = (pkgInfo ?? '').split(/\r?\n\r?\n/, 1);
  const told = (key: string) => valuesOf(header, HEADERS[key]);
  const isOpen = (key: string) =>
    metadata.unknown.some((one) => /^setup\./.test(one.file) && (one.key === key || one.key === '*'));
  const one = (key: 'version' | 'description' | 'license') =>
    metadata[key] ?? (key === 'version' || isOpen(key) ? (told(key)[0] ?? null) : null);
  const filled = new Set(
    [...(metadata.version === null ? ['version'] : []), ...Object.keys(HEADERS).filter(isOpen)].filter(
      (key) => told(key).length > 0,
    ),
  );
  return {
    ...metadata,
    version: one('version'),
    description: one('description'),
    license: one('license'),
    ...forIndex(metadata.forIndex, told, filled),
    unknown: metadata.unknown.filter(({ key }) => !filled.has(key)),
  };
}

/** All values of a header; of one over several lines the first. */
function valuesOf(header: string, name: string): string[] {
  const lines = header.split(/\r?\n/).filter((line) => line.startsWith(`${name}: `));
  return lines
    .map((line) => line.slice(name.length + 2).trim())
    .filter((value) => !/^(UNKNOWN)?$/.test(value));
}

function forIndex(
  own: IndexMetadata | undefined,
  told: (key: string) => string[],
  filled: ReadonlySet<string>,
): { forIndex?: IndexMetadata } {
  const open = FOR_INDEX.filter(([, keys]) => keys.some((key) => filled.has(key)));
  if (open.length === 0) return own ? { forIndex: own } : {};
  const released = indexMetadata((key) => given(key, key in HEADERS ? told(key) : []));
  const base = own ?? indexMetadata(() => null);
  const parts = open.map(([part]) => [
    part,
    part === 'urls' ? { ...released.urls, ...base.urls } : released[part],
  ]);
  return { forIndex: { ...base, ...Object.fromEntries(parts) } };
}

/** As `setup()` would be given it. */
function given(key: string, values: string[]) {
  if (key === 'classifiers') return values;
  if (key !== 'project_urls') return values[0] ?? null;
  return Object.fromEntries(values.map((value) => value.split(/,\s*/, 2)));
}
