import { buildLineIndex, lineOf } from '../python';
import type { Analysis } from '../project/analysis';
import { openSymbols } from '../symbols/symbols';
import { catalogueOf, type Catalogued } from './catalogue';
import { isObject, mapRefs, type Json, type JsonObject, type JsonSchema } from './json';
import { openModels, type Definition, type Models } from './models';
import { modelOptions } from './options';
import { portablePattern } from './portable-pattern';

/** A model and the file that its schema goes to. */
export interface ModelFile {
  /** `shop_models_Item.json` */
  file: string;
  definition: Definition;
  schema: JsonSchema;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const MAX_NAME = 180;

/** The schemas of all data models of a project, one file each; a `$ref` is the name of another of the files. */
export function modelFiles({ project, metadata }: Pick<Analysis, 'project' | 'metadata'>): ModelFile[] {
  const models = openModels(openSymbols(project), modelOptions(metadata));
  return filesOf(models);
}

/** Like `modelFiles`, of models that are open. */
export function filesOf(models: Models): ModelFile[] {
  const catalogue = catalogueOf(models);
  const names = fileNames(catalogue);
  return catalogue.map(({ definition, schema }) => ({
    file: names.get(definition.id)!,
    definition,
    schema: {
      $schema: DIALECT,
      $id: names.get(definition.id)!,
      ...(portable(
        mapRefs(schema, (id) => names.get(id)!),
        false,
      ) as JsonObject),
      'x-ufc-model': { module: definition.module, name: nameOf(definition), kind: definition.kind },
      'x-ufc-source': sourceOf(models, definition),
    },
  }));
}

/** Dotted name inside of the module, with the arguments of a parametrised class. */
export const nameOf = ({ name, qualname }: Definition): string =>
  name.includes('[') ? `${qualname}${name.slice(name.indexOf('['))}` : qualname;

function sourceOf(models: Models, { file, start }: Definition): string {
  const text = models.symbols.project.sources.get(file)!.text;
  return `${file}:${lineOf(buildLineIndex(text), start)}`;
}

/** File names by id: unique also where case does not count. */
function fileNames(catalogue: readonly Catalogued[]): Map<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const { definition } of catalogue) {
    const plain = `${definition.module.replaceAll('.', '_')}_${nameOf(definition)}`.replace(/[^\w-]/g, '_');
    const base = plain.length > MAX_NAME ? `${plain.slice(0, MAX_NAME)}_${hashOf(definition.id)}` : plain;
    let name = base;
    for (let i = 2; used.has(name.toLowerCase()); i++) name = `${base}_${i}`;
    used.add(name.toLowerCase());
    names.set(definition.id, `${name}.json`);
  }
  return names;
}

/** FNV-1a, 32 bits, in hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const DATA = new Set(['default', 'const', 'enum', 'examples', 'example', 'mapping']);
const NAMED = new Set(['properties', '$defs']);

/** Patterns of Python in the form of JSON Schema; the original stays in `x-ufc-python-pattern` where it differs. */
function portable(value: Json, named: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => portable(item, false));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    if (named) result[key] = portable(part, false);
    // A class without members: JSON Schema has no empty `enum`.
    else if (key === 'enum' && Array.isArray(part) && part.length === 0) result.not = {};
    else if (key === 'pattern' && typeof part === 'string') {
      const pattern = portablePattern(part);
      if (pattern !== null) result.pattern = pattern;
      if (pattern !== part) result['x-ufc-python-pattern'] = part;
    } else if (key === 'patternProperties' && isObject(part)) patternProperties(result, part);
    else result[key] = DATA.has(key) ? part : portable(part, NAMED.has(key));
  }
  return result;
}

function patternProperties(result: JsonObject, given: JsonObject): void {
  const patterns: JsonObject = {};
  for (const [key, part] of Object.entries(given)) {
    const pattern = portablePattern(key);
    if (pattern === null) result['x-ufc-python-pattern'] = key;
    else patterns[pattern] = portable(part, false);
  }
  result.patternProperties = patterns;
}
