const SAME: Readonly<Record<string, string>> = {
  'collections.deque': 'typing.Deque',
  'collections.defaultdict': 'typing.DefaultDict',
  'collections.OrderedDict': 'typing.OrderedDict',
  'collections.Counter': 'typing.Counter',
  'collections.abc.Set': 'typing.AbstractSet',
  're.Pattern': 'typing.Pattern',
  'pathlib._local.Path': 'pathlib.Path',
  'pydantic_core.core_schema.Url': 'pydantic_core.Url',
};

/** One name for what has several: `typing_extensions.Literal`, `collections.abc.Sequence`, `pydantic.fields.Field`, `pydantic.v1.Field`. */
export function canonicalName(name: string): string {
  const same = SAME[name];
  if (same) return same;
  if (name.startsWith('typing_extensions.')) return `typing.${name.slice('typing_extensions.'.length)}`;
  if (name.startsWith('collections.abc.')) return `typing.${name.slice('collections.abc.'.length)}`;
  if (name.startsWith('pydantic.')) return `pydantic.${name.slice(name.lastIndexOf('.') + 1)}`;
  if (name.startsWith('sqlmodel.')) return name.replace(/^sqlmodel\.(main|sql\.expression)\./, 'sqlmodel.');
  return name;
}

/** Does a name mean the old pydantic, whatever version the project uses? */
export const isV1Name = (name: string): boolean => /^pydantic\.(v1|deprecated)\b/.test(name);
