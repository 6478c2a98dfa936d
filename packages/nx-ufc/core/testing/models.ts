import { catalogueOf } from '../data-models/catalogue';
import type { JsonSchema } from '../data-models/json';
import { openModels, type ModelOptions } from '../data-models/models';
import { buildProjectFacts } from '../project/project-facts';
import { openSymbols } from '../symbols/symbols';
import { treeOf } from './project';

/** The schemas of the models of a package `shop`, by id, for tests: file below `shop/` → lines. */
export function schemasOf(
  files: Record<string, string[]>,
  pydantic: ModelOptions['pydantic'] = 2,
  mode: ModelOptions['mode'] = 'validation',
): Record<string, JsonSchema> {
  const texts = Object.entries(files).map(([path, lines]) => [`shop/${path}`, lines.join('\n')]);
  const project = buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', ...Object.fromEntries(texts) }));
  const models = openModels(openSymbols(project), { pydantic, python: [3, 12], mode });
  return Object.fromEntries(catalogueOf(models).map(({ definition, schema }) => [definition.id, schema]));
}
