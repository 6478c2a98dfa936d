/** What of a monolith becomes a package of its own: plain data; schema id `ufc:extraction:1`. */
export interface Extraction {
  schema: 'ufc:extraction:1';
  name: string;
  /** The source folder, as messages name it. */
  source: string;
  include: string[];
  /** What stays behind although it is needed. */
  leave?: string[];
  /** The module that brings the most of what is needed, and how many modules would stay behind with it. */
  gate?: { module: string; saves: number };
  /** The module that names the most others in texts only, to choose from when it runs, and how many would stay behind without them. */
  chooser?: { module: string; saves: number };
  /** Every file that is taken, with why. */
  files: { path: string; reason: string }[];
  /** Files that are made: `__init__`s that take nothing along, pyproject.toml. */
  made: { path: string; reason: string }[];
  /** Tests that stay behind, with why; of those that import a named module also all that would have to be named for them to come along. */
  leftTests: { path: string; reason: string; wants?: string[] }[];
  /** How many files of the source are not needed. */
  leftFiles: number;
  /** Requirements that the extracted code uses, of those that the monolith declares. */
  dependencies: string[];
  /** Requirements that no file of the source imports: drivers, plugins, extras of others. Which code uses them nothing shows. */
  unseen?: string[];
  /** Programs and plugins that the monolith declares and whose modules stay behind, with their groups. */
  leftEntryPoints?: string[];
  /** Imports that lead nowhere in the source, to no declared distribution, or to what stays behind: ports to define. */
  ports: { module: string; names: string[]; places: string[] }[];
  /** Where the code asks for the metadata of the distribution that it is cut out of, which is another one. */
  distribution?: { name: string; places: string[] };
}
