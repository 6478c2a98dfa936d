/** Files of the manifest layer by the generator that makes them: phase 3 of standard.md §7, one part at a time. */
const PARTS = {
  plugin: /\/manifest\/(__init__|plugin)\.py$/,
  container: /\/manifest\/(__init__|container)\.py$/,
  config: /\/manifest\/(__init__|config)\.py$|\/config\/au_sys\/.*_settings\.yaml$|\/config\/__init__\.py$/,
};

export type ManifestPart = keyof typeof PARTS;

/** Is a file made by the generator of a part? @param path below the capability's folder */
export function isOfPart(part: ManifestPart, path: string): boolean {
  return PARTS[part].test(path);
}

export function isOfSomePart(path: string): boolean {
  return Object.values(PARTS).some((pattern) => pattern.test(path));
}
