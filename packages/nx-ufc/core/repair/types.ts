/** What a broken reference looks for: a name of a module, or the module alone. */
export interface Wanted {
  module: string;
  name: string | null;
  /** The module is there, the name is not. */
  nameIsMissing: boolean;
  /** Do only type checkers look for it? */
  typed?: boolean;
}

/** A reference that leads nowhere. */
export interface BrokenReference {
  kind: 'import' | 'text' | 'generated' | 'entry-point';
  wanted: Wanted;
  /** What an import of a whole module, if it is one, is asked for by the names that it binds: `table.rows`. */
  asks?: readonly string[];
  /** Of a relative import: its dots and what follows them. */
  relative?: { level: number; module: string };
  /** The name as messages show it, `pkg.mod.name` or `pkg.mod:name`. */
  target: string;
  path: string;
  line: number;
  column: number;
}

/** What is known of a capability beside its files. */
export interface RepairKnowledge {
  /** Old dotted name of a module → its new one, from the ledger of the migration; may be empty. */
  former: Readonly<Record<string, string>>;
  /** Paths that the migration gave to files; may be empty. */
  placed: readonly string[];
  /** Paths of files that were generated: what left a module was not moved there. */
  generated: ReadonlySet<string>;
}

/** Where the targets of broken references are now. */
export interface FoundAgain {
  /** Missing module → the one that it is now. */
  modules: Map<string, string>;
  /** `module:name` → the module that has the name now. */
  attributes: Map<string, string>;
}
