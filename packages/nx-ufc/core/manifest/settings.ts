import type { ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import { parentOf } from '../project/module-name';
import type { MoveMapping } from '../rewrite/mapping';

/** One setting, as config.py and the settings file need it. */
export interface Setting {
  field: string;
  env: string;
  type: 'str' | 'int' | 'bool' | 'SecretStr';
  pythonDefault: string;
  yamlDefault: string;
  description: string;
}

const SECRET = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL)/i;
/** What is said about a secret, and is none itself: `TOKEN_TYPE`, `PASSWORD_MIN_LENGTH`. */
const ABOUT_SECRET =
  /(TOKEN|PASSWORD|SECRET|KEY|CREDENTIALS?)_(\w+_)?(TYPES?|SCOPES?|LENGTH|TTL|LIFETIME|EXPIRY|EXPIRES?|EXPIRATION|EXPIRE_\w+|AGE|TIMEOUT|SECONDS|MINUTES|HOURS|DAYS|ENDPOINT|ALGORITHM|HEADER(_NAME)?|LIMIT|COUNT)$/i;

/** What reading the environment looks like: the name, the default when it is a literal, and where. */
interface Read {
  name: string;
  fallback: string | null;
  path: string;
  line: number;
}

/**
 * The settings that the shipped code reads from the environment: `os.environ[...]`, `os.environ.get`, `os.getenv`, and
 * the fields of `BaseSettings` classes. A name that looks secret becomes a SecretStr and its default is not repeated.
 * @param moves where modules and files of the code go; places and defaults that name a module are those after it
 */
export function settingsOf(project: ProjectFacts, moves: Pick<MoveMapping, 'modules' | 'paths'>): Setting[] {
  const reads = new Map<string, Read>();
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    for (const read of [...calls(path, facts), ...subscripts(path, facts)]) {
      const known = reads.get(read.name);
      if (!known || (known.fallback === null && read.fallback !== null)) reads.set(read.name, read);
    }
  }
  const settings = [...reads.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((read) => setting(moved(read, moves)));
  return settings.filter(
    (candidate, i) => settings.findIndex((other) => other.field === candidate.field) === i,
  );
}

function moved(read: Read, { modules, paths }: Pick<MoveMapping, 'modules' | 'paths'>): Read {
  const [, module, rest] = /^(\w+(?:\.\w+)+)((?::[\w.]+)?)$/.exec(read.fallback ?? '') ?? [];
  const target = module === undefined ? null : movedName(module, modules);
  const fallback = target === null ? read.fallback : target + rest;
  return { ...read, fallback, path: paths.get(read.path) ?? read.path };
}

/** A module, or an attribute of one. */
function movedName(dotted: string, modules: ReadonlyMap<string, string>): string | null {
  const parent = parentOf(dotted);
  const module = [dotted, parent].find((name) => modules.has(name));
  return module === undefined ? null : modules.get(module)! + dotted.slice(module.length);
}

function calls(path: string, facts: FileFacts): Read[] {
  return facts.calls.flatMap((call) => {
    if (!/^os\.(getenv|environ\.(get|setdefault|pop))$/.test(call.resolved ?? '')) return [];
    const [name, fallback] = call.arguments.map((argument) => argument.value);
    if (name?.kind !== 'literal' || typeof name.value !== 'string') return [];
    const literal = fallback?.kind === 'literal' && fallback.value !== null ? String(fallback.value) : null;
    return [{ name: name.value, fallback: literal, path, line: call.line }];
  });
}

function subscripts(path: string, facts: FileFacts): Read[] {
  const environ = facts.references.filter(
    (reference) => reference.resolved === 'os.environ' && reference.context === 'load',
  );
  if (environ.length === 0) return [];
  return facts.strings.flatMap((string) => {
    if (string.role !== 'subscript') return [];
    const indexed = environ.some(
      (reference) =>
        string.span.start - reference.span.end >= 1 && string.span.start - reference.span.end <= 2,
    );
    return indexed ? [{ name: string.value, fallback: null, path, line: string.line }] : [];
  });
}

function setting({ name, fallback, path, line }: Read): Setting {
  const secret = SECRET.test(name) && !ABOUT_SECRET.test(name);
  const value = secret ? '' : (fallback ?? '');
  return {
    field: fieldName(name),
    env: name,
    type: secret ? 'SecretStr' : 'str',
    pythonDefault: secret ? 'SecretStr("")' : pythonString(value),
    yamlDefault: JSON.stringify(value),
    description: `Read from ${name} in ${path}:${line}.`,
  };
}

/** A valid field name: lower case, no leading underscore or digit, none of pydantic's own names. */
function fieldName(name: string): string {
  const plain =
    name
      .toLowerCase()
      .replace(/\W+/g, '_')
      .replace(/^[_\d]+/, '') || 'value';
  return /^(model_.*|copy|json|dict|schema|load|class|from|import|pass|def|global|lambda|return|yield|async|await)$/.test(
    plain,
  )
    ? `${plain}_value`
    : plain;
}

/** A Python literal in double quotes. */
function pythonString(text: string): string {
  return JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u$1');
}
