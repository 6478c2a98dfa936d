/** What an index shows of a distribution, as far as setup.cfg and setup.py say it. */
export interface IndexMetadata {
  authors: Person[];
  maintainers: Person[];
  keywords: string[];
  classifiers: string[];
  urls: Record<string, string>;
}

export type Person = { name?: string; email?: string };

/** A text, a list or a table that a key has; null when it has none. */
type Given = string | readonly string[] | Readonly<Record<string, string>> | null;

/** The kinds of classifiers (https://pypi.org/classifiers); a build stops at others. */
const CLASSIFIER =
  /^(Development Status|Environment|Framework|Intended Audience|License|Natural Language|Operating System|Private|Programming Language|Topic|Typing) :: \S/;
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[A-Za-z0-9][A-Za-z0-9.-]*$/;
const NONE: IndexMetadata = { authors: [], maintainers: [], keywords: [], classifiers: [], urls: {} };

/**
 * Of the arguments of `setup()`, or the options in `[metadata]`, which are called the same
 * (https://setuptools.pypa.io/en/latest/references/keywords.html).
 */
export function indexMetadata(get: (key: string) => Given): IndexMetadata {
  const keywords = get('keywords');
  return {
    authors: people(get('author'), get('author_email')),
    maintainers: people(get('maintainer'), get('maintainer_email')),
    keywords:
      typeof keywords === 'string' ? pieces(keywords, /,/.test(keywords) ? /,|\n/ : /\s+/) : listOf(keywords),
    classifiers: listOf(get('classifiers')).filter((item) => CLASSIFIER.test(item)),
    urls: { ...addresses(get), ...tableOf(get('project_urls')) },
  };
}

/** What is not said by an earlier file is taken from a later one. */
export function mergeIndexMetadata(
  first: IndexMetadata | undefined,
  second: IndexMetadata | undefined,
): IndexMetadata {
  const [a, b] = [first ?? NONE, second ?? NONE];
  const either = <T>(one: T[], other: T[]) => (one.length > 0 ? one : other);
  return {
    authors: eitherPeople(a.authors, b.authors),
    maintainers: eitherPeople(a.maintainers, b.maintainers),
    keywords: either(a.keywords, b.keywords),
    classifiers: either(a.classifiers, b.classifiers),
    urls: { ...b.urls, ...a.urls },
  };
}

/** Names and addresses are options of their own: one file may say the ones, another one the others. */
function eitherPeople(first: Person[], second: Person[]): Person[] {
  const has = (people: Person[], key: keyof Person) => people.some((one) => one[key] !== undefined);
  const [names, emails] = [has(first, 'name') ? first : second, has(first, 'email') ? first : second];
  return Array.from({ length: Math.max(names.length, emails.length) }, (_, i) => ({
    ...(names[i]?.name === undefined ? {} : { name: names[i].name }),
    ...(emails[i]?.email === undefined ? {} : { email: emails[i].email }),
  }));
}

/** As many names as addresses belong together one by one; else the name is one, whatever commas it has. */
function people(name: Given, email: Given): Person[] {
  const emails = (typeof email === 'string' ? pieces(email, /[,;]|\s+/) : []).filter((one) =>
    ADDRESS.test(one),
  );
  const whole = typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : '';
  const names = pieces(whole, /,/);
  const each = names.length === emails.length ? names : whole === '' ? [] : [whole];
  return Array.from({ length: Math.max(each.length, emails.length) }, (_, i) => ({
    ...(each[i] === undefined ? {} : { name: each[i] }),
    ...(emails[i] === undefined ? {} : { email: emails[i] }),
  }));
}

function addresses(get: (key: string) => Given): Record<string, string> {
  const places = { Homepage: get('url') ?? get('home_page'), Download: get('download_url') };
  const isAddress = ([, value]: [string, Given]) =>
    typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
  return Object.fromEntries(Object.entries(places).filter(isAddress)) as Record<string, string>;
}

function listOf(value: Given): string[] {
  if (typeof value === 'string') return pieces(value, /\n/);
  return Array.isArray(value) ? pieces(value.join('\n'), /\n/) : [];
}

/** A table, or the lines `Label = address` of an INI file. */
function tableOf(value: Given): Record<string, string> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return value as Record<string, string>;
  return Object.fromEntries(
    listOf(value).flatMap((line) => {
      const [, label, address] = /^([^=]+?)\s*=\s*(\S+)$/.exec(line) ?? [];
      return label === undefined ? [] : [[label, address]];
    }),
  );
}

function pieces(text: string, between: RegExp): string[] {
  const found = text.split(between).map((piece) => piece.trim());
  return found.filter((piece) => piece !== '' && piece !== 'UNKNOWN');
}
