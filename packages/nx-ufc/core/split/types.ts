import type { Layer } from '../blueprint/types';
import type { Span } from '../python/facts/types';
import type { Edit } from '../text/edits';

/** A file that holds things of several roles, and how it could be taken apart. */
export interface SplitProposal {
  /** Path of the file, relative to the source root. */
  source: string;
  module: string;
  /** What the old module keeps: everything that is not in a part. */
  stays: { layer: Layer['id'] | null; role: string; definitions: SplitDefinition[] };
  parts: SplitPart[];
  /** Uses of a definition across the new borders; `from` and `to` are names of definitions. */
  cuts: { from: string; to: string; line: number }[];
  /** Definitions of another role that cannot leave, each with why. */
  pinned: { name: string; line: number; reason: string }[];
}

/** A new module made of definitions of an old one. */
export interface SplitPart {
  /** Path of the new module beside the old one: `shop/app_schemas.py`. */
  source: string;
  layer: Layer['id'];
  role: string;
  definitions: SplitDefinition[];
}

export interface SplitDefinition {
  name: string;
  kind: 'class' | 'function' | 'assignment';
  line: number;
  endLine: number;
}

/** What a person may decide about a split: which definitions go to which module. */
export interface SplitChoice {
  source: string;
  layer: Layer['id'];
  role: string;
  definitions: string[];
}

/** A split as data: the edits of the old module and the pieces of the new ones, spans of the old text or new text. */
export interface FileSplit {
  source: string;
  module: string;
  edits: Edit[];
  /** Names that tests patch by strings → the part whose code reads them. */
  patched: Record<string, string>;
  parts: {
    path: string;
    module: string;
    layer: Layer['id'];
    role: string;
    definitions: SplitDefinition[];
    pieces: (Span | string)[];
  }[];
}
