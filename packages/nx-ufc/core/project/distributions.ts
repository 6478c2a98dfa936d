import { BY_IMPORT, SHARED } from './distribution-names';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const KNOWN = new Map(
  words(BY_IMPORT).map((entry): [string, string[]] => {
    const [module, names] = entry.split('=');
    return [module, names.split(',')];
  }),
);

/** Shared package → how its modules look without separators → distribution: `storageblob` → azure-storage-blob. */
const SHARING = new Map(
  Object.entries(SHARED).map(([root, [prefix, names]]): [string, Map<string, string>] => [
    root,
    new Map(words(names).map((name) => [name.replaceAll('-', ''), `${prefix}-${name}`])),
  ]),
);

/** PEP 503: `My.Package_name` → `my-package-name`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/**
 * Distributions that may provide a module, by its dotted name, the most likely first. Of a package that many share the longest name
 * decides, `google.cloud.storage` is of google-cloud-storage; else that of the top-level package.
 */
export function distributionsOf(module: string): string[] {
  const parts = module.split('.');
  const longer = parts.slice(1).flatMap((_, i) => named(parts.slice(0, parts.length - i)));
  const root = parts[0];
  return [
    ...new Set([
      ...longer,
      ...guessed(parts),
      ...(longer.length > 0 ? [] : [...named([root]), normaliseName(root.replace(/^_+/, ''))]),
    ]),
  ];
}

/** Names by which distributions of a module often go; they say nothing unless one of them is declared. */
export function affixedNames(module: string): string[] {
  const name = normaliseName(module.split('.')[0].replace(/^_+/, ''));
  const before = ['python-', 'py-', 'py', 'django-', 'flask-', 'pytest-'];
  const after = ['-python', '-py', '-sdk', '-client', '-lib'];
  return [...before.map((affix) => affix + name), ...after.map((affix) => name + affix)];
}

/** Declared distributions that are spelled as a module but for separators: `djstripe` of dj-stripe. */
export function alikeNames(module: string, declared: ReadonlySet<string>): string[] {
  const squeezed = (name: string) => normaliseName(name).replaceAll('-', '');
  const wanted = squeezed(module);
  return [...declared].filter((name) => squeezed(name) === wanted);
}

/** How a distribution that shares a package with others is called, as a rule: `acme.billing.tax` → acme-billing-tax, acme-billing. */
export function portionNames(module: string): string[] {
  const parts = module.split('.');
  return parts.slice(1).map((_, at) => normaliseName(parts.slice(0, parts.length - at).join('-')));
}

/** Is it known which distribution gives exactly this module? */
export function isListed(module: string): boolean {
  return KNOWN.has(module);
}

/** The distributions that are known to give exactly this module. */
function named(parts: readonly string[]): string[] {
  const listed = KNOWN.get(parts.join('.')) ?? [];
  const [root, rest] = sharedRoot(parts);
  const squeezed = rest.map((part) => part.replace(/_v\d\w*$/, '').replaceAll('_', '')).join('');
  const sharing = SHARING.get(root)?.get(squeezed);
  return sharing === undefined ? listed : [...listed, sharing];
}

/** In a shared package a distribution is called as its package, as a rule: `azure.mgmt.new` → azure-mgmt-new, azure-mgmt, azure-new. */
function guessed(parts: readonly string[]): string[] {
  const [root, rest] = sharedRoot(parts);
  if (root === '') return [];
  const [prefix] = SHARED[root];
  const packages = rest.filter((part) => part === part.toLowerCase());
  const names = [3, 2, 1]
    .filter((length) => length <= packages.length)
    .map((length) => normaliseName([prefix, ...packages.slice(0, length)].join('-')));
  const isNested = /^(cloud|mgmt)$/.test(packages[0] ?? '') && names.length > 1;
  return [...names.slice(isNested ? -2 : -1), ...names];
}

/** The shared package that a module lies in, and what follows: `google`, `cloud.storage`; nothing for any other module. */
function sharedRoot(parts: readonly string[]): [root: string, rest: readonly string[]] {
  for (const length of [2, 1]) {
    const root = parts.slice(0, length).join('.');
    if (Object.hasOwn(SHARED, root) && parts.length > length) return [root, parts.slice(length)];
  }
  return ['', []];
}
