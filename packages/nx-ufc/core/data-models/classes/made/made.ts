import type { ClassDef } from '../../../python/ast';

/** The class that a call makes, as the statement that would make it, and what of it is not known. */
export interface Made {
  node: ClassDef;
  unknown: string[];
}
