import { iniReferenceEdits } from '../merge/config-references';
import { rewriteDocument } from '../rewrite/document';
import type { MoveMapping } from '../rewrite/mapping';
import { switchable } from '../rewrite/proposal';
import { rewriteModule } from '../rewrite/rewrite-module';
import type { MigrationInput } from './input';
import { references } from './references';
import type { PlannedFile, ReviewItem } from './types';

const DOCUMENT = /\.(md|rst|markdown)$/i;
const INI_FILE =
  /(^|\/)(setup\.cfg|tox\.ini|pytest\.ini|mypy\.ini|\.mypy\.ini|\.coveragerc|\.flake8|\.isort\.cfg|\.pylintrc|pylintrc)$/;

/** The edits of one file of the source tree; what could not be decided goes to `review`. */
export function planFile(
  { analysis }: MigrationInput,
  mapping: MoveMapping,
  path: string,
  review: ReviewItem[],
): PlannedFile['edits'] {
  const { project } = analysis;
  const info = project.modulesByPath.get(path);
  if (info) {
    const rewrite = rewriteModule(project, mapping, info);
    review.push(...rewrite.review);
    return rewrite.edits;
  }
  if (!INI_FILE.test(path) && !DOCUMENT.test(path) && path !== '.gitignore') return [];
  const file = project.tree.files.find((candidate) => candidate.path === path)!;
  const text = Buffer.from(file.bytes).toString('utf8');
  if (DOCUMENT.test(path))
    return isUtf8(text, file.bytes) ? documentEdits(analysis, mapping, path, text, review) : [];
  if (path === '.gitignore') return keepScripts(text, mapping.distribution.to);
  return iniReferenceEdits(text, references(mapping)).map((edit) => ({
    ...edit,
    kind: 'config',
    line: text.slice(0, edit.start).split('\n').length,
    before: text.slice(edit.start, edit.end),
    evidence: 'names a module or path that moved',
  }));
}

function documentEdits(
  { project }: MigrationInput['analysis'],
  mapping: MoveMapping,
  path: string,
  text: string,
  review: ReviewItem[],
): PlannedFile['edits'] {
  const edits = rewriteDocument(project, mapping, path, text);
  const found = switchable({ text, info: { path }, mapping }, 'document', edits);
  review.push(...found.review);
  return found.edits;
}

/** Edits are made on text; they fit the bytes only where decoding lost nothing. */
function isUtf8(text: string, bytes: Uint8Array): boolean {
  return Buffer.from(text).equals(bytes);
}

/** `build/` in an ignore file would hide `scripts/build/` from git and from build backends that follow it. */
function keepScripts(text: string, name: string): PlannedFile['edits'] {
  const line = `!/src/${name}/scripts/build/`;
  if (text.includes(line)) return [];
  const at = { start: text.length, end: text.length, line: text.split('\n').length, before: '' };
  return [
    {
      ...at,
      text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`,
      kind: 'config',
      evidence: 'the folder is code',
    },
  ];
}
