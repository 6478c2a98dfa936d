import { compact } from './compact';
import type { ParameterObject } from './types';

/** `/users/{id}`: a path as OpenAPI writes it, and what it says of its parameters. */
export interface PathTemplate {
  path: string;
  /** In order; `converter` as written in Starlette (`{id:int}`) or Flask (`<int:id>`), null without one. */
  parameters: { name: string; converter: string | null; schema: ParameterObject['schema'] }[];
}

const STARLETTE: Record<string, ParameterObject['schema']> = {
  str: { type: 'string' },
  path: { type: 'string' },
  int: { type: 'integer' },
  float: { type: 'number' },
  uuid: { type: 'string', format: 'uuid' },
};

/** A path of Starlette and FastAPI: `/files/{name:path}`. A part that is not known is `{?}` in it. */
export function starlettePath(text: string): PathTemplate {
  const parameters: PathTemplate['parameters'] = [];
  const path = text.replace(
    /\{([A-Za-z_]\w*)(?::([A-Za-z_]\w*))?\}/g,
    (_match, name: string, converter?: string) => {
      const schema = converter ? (STARLETTE[converter] ?? unknownConverter(converter)) : { type: 'string' };
      parameters.push({ name, converter: converter ?? null, schema });
      return `{${name}}`;
    },
  );
  return withUnknownParts({ path, parameters });
}

/** A rule of Werkzeug: `/users/<int:id>`, `/<any(a, b):kind>`, `/<string(length=2):code>`. */
export function flaskPath(text: string): PathTemplate {
  const parameters: PathTemplate['parameters'] = [];
  const rule = /<(?:([A-Za-z_]\w*)(?:\(([^>]*?)\))?:)?([A-Za-z_]\w*)>/g;
  const path = text.replace(
    rule,
    (_match, converter: string | undefined, options: string | undefined, name: string) => {
      parameters.push({
        name,
        converter: converter ?? null,
        schema: werkzeugSchema(converter, options ?? ''),
      });
      return `{${name}}`;
    },
  );
  return withUnknownParts({ path, parameters });
}

/** https://werkzeug.palletsprojects.com/routing/#built-in-converters */
function werkzeugSchema(converter = 'default', options: string): ParameterObject['schema'] {
  const given = new Map(
    [...options.matchAll(/(\w+)\s*=\s*(-?[\w.]+)/g)].map((match) => [match[1], match[2]] as const),
  );
  const number = (name: string) => (given.has(name) ? Number(given.get(name)) : undefined);
  const signed = given.get('signed') === 'True';
  const minimum = number('min') ?? (signed ? undefined : 0);
  switch (converter) {
    case 'default':
    case 'string': {
      const length = number('length');
      return compact({
        type: 'string',
        minLength: length ?? number('minlength'),
        maxLength: length ?? number('maxlength'),
      });
    }
    case 'path':
      return { type: 'string' };
    case 'int':
    case 'float':
      return compact({ type: converter === 'int' ? 'integer' : 'number', minimum, maximum: number('max') });
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'any':
      return {
        type: 'string',
        enum: options.split(',').map((one) => one.trim().replace(/^['"]|['"]$/g, '')),
      };
    default:
      return unknownConverter(converter);
  }
}

const unknownConverter = (converter: string) => ({
  type: 'string',
  'x-ufc-unresolved': `the converter ${converter} is made by the project`,
});

/** The part of a path that is not known becomes a parameter: a template needs a name for it. */
function withUnknownParts({ path, parameters }: PathTemplate): PathTemplate {
  const added: PathTemplate['parameters'] = [];
  const whole = path.replace(/\/?\{\?\}/g, () => {
    const name = added.length === 0 ? 'unresolved' : `unresolved_${added.length + 1}`;
    const schema = { type: 'string', 'x-ufc-unresolved': 'this part of the path is only known at run time' };
    added.push({ name, converter: null, schema });
    return `/{${name}}`;
  });
  const rooted = whole.startsWith('/') ? whole : `/${whole}`;
  return { path: rooted, parameters: [...added, ...parameters] };
}
