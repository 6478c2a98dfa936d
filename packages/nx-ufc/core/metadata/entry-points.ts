import { iniLines, type IniOption } from './ini';
import type { EntryPoint } from './types';

/** Entry points from tables of names and values, one a group (https://packaging.python.org/en/latest/specifications/entry-points/). */
export function entryPointsOf(groups: Record<string, unknown>, file: string): EntryPoint[] {
  return Object.entries(groups).flatMap(([group, entries]) =>
    typeof entries === 'object' && entries !== null
      ? Object.entries(entries).flatMap(([name, value]) =>
          typeof value === 'string' ? [{ group, name, value: value.trim(), file }] : [],
        )
      : [],
  );
}

/** Entry points from lines `name = module:attribute`. */
export function entryPointLines(group: string, lines: readonly string[], file: string): EntryPoint[] {
  return lines.flatMap((line) => {
    const match = /^([^=]+?)\s*=\s*(.+?)$/.exec(line.trim());
    return match ? [{ group, name: match[1], value: match[2], file }] : [];
  });
}

/** Entry points of a section whose options are the groups: `[options.entry_points]`. */
export function entryPointSection(
  options: readonly IniOption[],
  section: string,
  file: string,
): EntryPoint[] {
  return options
    .filter((option) => option.section === section)
    .flatMap((option) => entryPointLines(option.key, iniLines(option.value), file));
}

/** The programs among entry points: name → `module:attribute`. */
export function scriptsOf(entryPoints: readonly EntryPoint[]): Record<string, string> {
  return Object.fromEntries(
    entryPoints.filter(({ group }) => group === 'console_scripts').map(({ name, value }) => [name, value]),
  );
}

/** The module of `module:attribute [extras]`. */
export function entryPointModule(value: string): string {
  return /^[\w.]*/.exec(value.trim())![0];
}
