import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type * as Yaml from 'yaml';
import type { Blueprint } from '../core/blueprint/types';
import { UsageError } from '../core/errors';
import { schemaErrors } from '../core/schema/validate';
import { BLUEPRINT_MIGRATIONS } from '../core/sync/migrations';
import type { BlueprintSource } from '../core/sync/source';
import type { Template } from '../core/templates/render';

const PACKAGE = join(__dirname, '..');
export const DEFAULT_BLUEPRINT = 'ufc-1';
const loaded = new Map<string, Blueprint>();
const schemas = new Map<string, object>();

/** A blueprint as one file: made by the build, which checked it; parsing and checking costs every command 0.1 s. */
export const CHECKED_BLUEPRINT = 'blueprint.json';

/** The blueprint of an id, checked against its schema. @throws UsageError when there is none, or it is not valid */
export function loadBlueprint(id: string = DEFAULT_BLUEPRINT): Blueprint {
  const known = loaded.get(id);
  if (known) return known;
  const folder = join(PACKAGE, 'blueprints', id);
  if (!statSync(folder, { throwIfNoEntry: false })) {
    throw new UsageError(
      `There is no blueprint "${id}". Known: ${readdirSync(join(PACKAGE, 'blueprints')).join(', ')}.`,
    );
  }
  const checked = join(folder, CHECKED_BLUEPRINT);
  const blueprint = existsSync(checked)
    ? (JSON.parse(readFileSync(checked, 'utf8')) as Blueprint)
    : parseBlueprint(id, folder);
  loaded.set(id, blueprint);
  return blueprint;
}

function parseBlueprint(id: string, folder: string): Blueprint {
  const { parse } = require('yaml') as typeof Yaml;
  const part = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  const blueprint = {
    ...(part('blueprint') as object),
    classification: part('classification'),
    rules: part('rules'),
    templates: part('templates'),
  } as Blueprint;
  const errors = schemaErrors(readSchema('blueprint'), blueprint);
  if (errors.length > 0) throw new UsageError(`Blueprint ${id} is not valid:\n  ${errors.join('\n  ')}`);
  return blueprint;
}

/** A JSON Schema that ships with the plugin: `blueprint` → schemas/blueprint.schema.json. */
export function readSchema(name: string): object {
  const known = schemas.get(name);
  if (known) return known;
  const schema = JSON.parse(readFileSync(join(PACKAGE, 'schemas', `${name}.schema.json`), 'utf8')) as object;
  schemas.set(name, schema);
  return schema;
}

const templateSets = new Map<string, Template[]>();

/** The template files below blueprints/<id>/templates/<set>; paths are relative to that set. */
export function readTemplates(id: string, set: string): Template[] {
  const known = templateSets.get(`${id}/${set}`);
  if (known) return known;
  const root = join(PACKAGE, 'blueprints', id, 'templates', set);
  const templates: Template[] = [];
  const visit = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) visit(join(folder, entry.name), `${prefix}${entry.name}/`);
      else
        templates.push({
          id: `${set}/${prefix}${entry.name}`,
          path: prefix + entry.name,
          text: readFileSync(join(folder, entry.name), 'utf8'),
        });
    }
  };
  visit(root, '');
  templateSets.set(`${id}/${set}`, templates);
  return templates;
}

let shipped: BlueprintSource | null = null;

/** What ships with the plugin. */
export function shippedBlueprint(): BlueprintSource {
  shipped ??= {
    blueprint: loadBlueprint(),
    templatesOf: (set) => readTemplates(DEFAULT_BLUEPRINT, set),
    migrations: BLUEPRINT_MIGRATIONS,
  };
  return shipped;
}
