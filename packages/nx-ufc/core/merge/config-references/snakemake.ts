import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { programReferences } from './program-text';
import { commandReferences } from './words';

/** Workflows of Snakemake: Python with rules in it, which have commands and paths (https://snakemake.readthedocs.io/en/stable/snakefiles/writing_snakefiles.html). */
export const snakemake: ConfigReferenceKind = {
  id: 'snakemake',
  files: /(^|\/)Snakefile$|\.smk$/,
  find(text, names, path) {
    const program = programReferences(text, [{ start: 0, end: text.length }], names);
    const commands = commandReferences(text, names, path);
    const isFree = (edit: ConfigEdit) =>
      [...program.edits, ...program.doubts].every((one) => one.end <= edit.start || edit.end <= one.start);
    return {
      edits: [...program.edits, ...commands.edits.filter(isFree)],
      doubts: [...program.doubts, ...commands.doubts.filter(isFree)],
    };
  },
};
