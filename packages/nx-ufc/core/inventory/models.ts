import { nameOf, type ModelFile } from '../data-models/files';
import type { ModelEntry } from './types';

/** Folder of the schemas, beside CODE_INVENTORY.json. */
export const SCHEMA_FOLDER = 'inventory/schemas';

/** The data models of a project, each with the file that holds its schema. */
export function listModels(files: readonly ModelFile[]): ModelEntry[] {
  return files.map(({ file, definition }) => ({
    name: nameOf(definition),
    module: definition.module,
    kind: definition.kind,
    schema: `${SCHEMA_FOLDER}/${file}`,
  }));
}
