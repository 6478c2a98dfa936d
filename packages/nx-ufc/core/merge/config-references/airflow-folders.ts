import type { ConfigEdit, MovedNames } from './kind';

const AIRFLOW = /\bapache\/airflow\b|\bAIRFLOW_HOME\b|\bAIRFLOW__/;
/** Folders below Airflow's home where it looks, and the settings that say otherwise (https://airflow.apache.org/docs/apache-airflow/stable/configurations-ref.html). */
const FOLDERS = [
  ['dags', 'AIRFLOW__CORE__DAGS_FOLDER'],
  ['plugins', 'AIRFLOW__CORE__PLUGINS_FOLDER'],
] as const;

/** What an image of Airflow finds by its place and does not find any more, as something to decide. */
export function airflowFolders(text: string, names: MovedNames): ConfigEdit[] {
  const at = AIRFLOW.exec(text)?.index;
  if (at === undefined) return [];
  return FOLDERS.flatMap(([folder, setting]) => {
    const target = names.mapPath(folder);
    if (target === null || target === folder || text.includes(setting)) return [];
    const evidence = `${folder}, where Airflow looks by itself, is ${target} now: say so by ${setting}`;
    return [{ start: at, end: at, text: '', evidence }];
  });
}
