import { operationsBetween } from '../merge/data/between';
import type { EditResult } from '../merge/data/operation';
import type { DataTable, DataValue } from '../merge/data/value';
import { isDataTable } from '../merge/data/value';
import { EDITORS } from '../merge/formats';
import type { serviceManifestData } from './service-manifest';

/**
 * Bring SERVICE_MANIFEST.yaml up to date by edits: what the code decides is set, what is missing is added, everything else
 * is the person's and keeps its bytes.
 * @param version null when the metadata of the package does not say it
 * @throws when the text is no YAML, or no mapping
 */
export function updateServiceManifest(
  text: string,
  wanted: ReturnType<typeof serviceManifestData>,
  version: string | null,
): EditResult {
  const known = EDITORS.yaml.data(text);
  if (!isDataTable(known)) throw new Error('the document is no mapping');
  const { service_name, structure, dependencies } = wanted;
  const external = withKnown(known.dependencies, dependencies.external);
  const decided = {
    service_name,
    ...(version === null ? {} : { version }),
    structure,
    dependencies: { ...dependencies, external },
  };
  return EDITORS.yaml.edit(text, operationsBetween(known, over(decided, over(known, wanted))));
}

/** Keys of the first table over those of the second, inner tables alike. */
function over(first: DataTable, second: DataTable): DataTable {
  const merged: DataTable = { ...second };
  for (const [key, value] of Object.entries(first)) {
    const other = merged[key];
    merged[key] = isDataTable(value) && isDataTable(other) ? over(value, other) : value;
  }
  return merged;
}

/** Dependencies with what a person said of them. */
function withKnown(known: DataValue | undefined, external: { name: string; version: string }[]): DataTable[] {
  const list = isDataTable(known) && Array.isArray(known.external) ? known.external.filter(isDataTable) : [];
  return external.map((dependency) => {
    const { name, version } = dependency;
    return { ...dependency, ...list.find((one) => one.name === name), version };
  });
}
