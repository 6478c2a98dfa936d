import { configKindOf, configReferences, templateKindOf } from '../merge/config-references';
import { dataPaths, dataReferences } from '../merge/config-references/data-file';
import { documentLinks } from '../merge/config-references/document-links';
import { documentShell } from '../merge/config-references/document-shell';
import type { ConfigFinding, ConfigReferenceKind, MovedNames } from '../merge/config-references/kind';
import { inTests } from '../project/layout';
import type { ProjectFacts, SourceTree, TreeFile } from '../project/types';
import type { Rewrite } from '../rewrite/context';
import { CYTHON_SOURCE, rewriteCython } from '../rewrite/cython/rewrite-cython';
import { rewriteDocument, rewriteTemplate } from '../rewrite/document';
import { isHistory } from '../rewrite/history';
import type { MoveMapping } from '../rewrite/mapping';
import { hasMypyCases, rewriteMypyCases } from '../rewrite/mypy-cases';
import { withoutOverlaps } from '../rewrite/overlaps';
import { rewritePickle } from '../rewrite/pickles/pickle-file';
import { joined, proposedEdit, switchable, type EditedFile } from '../rewrite/proposal';
import { NOTEBOOK, rewriteNotebook } from '../rewrite/notebooks/rewrite-notebook';
import { rewriteModule } from '../rewrite/rewrite-module';
import { asComparedBy } from './compared-data';
import type { MigrationInput } from './input';
import { linkedPath } from './links';
import { references } from './references';
import { setupCfgVersion } from './setup-cfg-version';
import { setupPlaces } from './setup-py-places';
import { setupPyVersion } from './setup-py-version';
import { setupImports } from './setup-py-imports';
import { seenFrom } from './seen-from';
import type { PlannedFile, ReviewItem } from './types';

const TEMPLATE =
  /\.(mako|j2|jinja2?|tmpl|tpl|template|in|py[-_.]?(t|tpl|tmpl|tt|template|example|sample|dist)|jinja-py|cookiecutter)$/i;
/** Documents for people. */
export const DOCUMENT = /\.(md|rst|markdown|qmd|adoc|asciidoc)$/i;
/** Texts that doctest may run, or that are written in reStructuredText. */
const TEXT = /\.(txt|rest|doctests?|test)$/;
/** Pages and their styles; catalogues of translations, whose tools write where each text is used. */
const MADE_OR_STYLE = /\.(x?html?|s?css|less|pot?)$/;
const RESTRUCTURED =
  />>> |^[ \t]*\.\. [\w:-]+::|::[ \t]*\r?\n[ \t]*\r?\n[ \t]+\S|:(?:py:)?(?:mod|class|func|meth|attr|exc|data):`/m;

/** The edits of one file of the source tree; what could not be decided goes to `review`. */
export function planFile(
  { analysis }: MigrationInput,
  mapping: MoveMapping,
  path: string,
  review: ReviewItem[],
): PlannedFile['edits'] {
  const { project } = analysis;
  const file = fileAt(project.tree, path);
  // What a link shows is edited in the file that it leads to.
  if (file.isBareLink || mapping.paths.has(linkedPath(file) ?? '')) return [];
  const info = project.modulesByPath.get(path);
  const rewrite = info ? rewriteModule(project, mapping, info) : rewriteOther(project, mapping, file);
  review.push(...rewrite.review);
  const packaging = [
    ...setupCfgVersion(analysis, path),
    ...setupPyVersion(analysis, path),
    ...setupPlaces(analysis, mapping, path),
    ...setupImports(analysis, mapping, path),
  ];
  return packaging.length === 0 ? rewrite.edits : withoutOverlaps(packaging, rewrite.edits);
}

/** Documents, configuration and data. Edits are made on text; they fit the bytes only where decoding lost nothing. */
export function rewriteOther(project: ProjectFacts, mapping: MoveMapping, file: TreeFile): Rewrite {
  const { path, bytes } = file;
  const nothing = { edits: [], review: [] };
  const text = Buffer.from(bytes).toString('utf8');
  const isText = () => Buffer.from(text).equals(bytes);
  if (NOTEBOOK.test(path)) return isText() ? rewriteNotebook(project, mapping, path, text) : nothing;
  if (hasMypyCases(path, text))
    return isText() ? rewriteMypyCases(project, mapping, { path, text }) : nothing;
  // A template that ships makes files of another project.
  const isShipped = mapping.paths.get(path) !== path;
  const kind = configKindOf(path, text) ?? (isShipped ? undefined : templateKindOf(path));
  // Of Python, only what makes a module is none itself.
  const isTemplate = !kind && (TEMPLATE.test(path) || /\.pyi?$/.test(path));
  const isDocument = DOCUMENT.test(path) || (TEXT.test(path) && RESTRUCTURED.test(text));
  const isCython = !kind && CYTHON_SOURCE.test(path);
  if (!kind && !isTemplate && !isDocument && !isCython) return rewriteData(project, mapping, file);
  if (!isText()) return nothing;
  if (isCython) return rewriteCython(project, mapping, { path, text }, references(mapping, project));
  if (isTemplate) return rewriteAnyTemplate(project, mapping, file, text);
  if (!kind)
    return rewriteText(project, mapping, { path, text }, seenFrom(path, references(mapping, project)));
  const names = namesSeenBy(path, kind, references(mapping, project));
  const seen = asComparedBy(project, path, kind);
  const found = rewriteConfiguration({ text, info: { path }, mapping }, seen, names);
  const kept =
    path === '.gitignore' && mapping.distribution.to !== '' ? keepScripts(text, mapping.distribution.to) : [];
  return { ...found, edits: [...found.edits, ...kept] };
}

/** A template: the imports of code, and what data of any suffix may name. */
function rewriteAnyTemplate(
  project: ProjectFacts,
  mapping: MoveMapping,
  file: TreeFile,
  text: string,
): Rewrite {
  const code = rewriteTemplate(project, mapping, file.path, text);
  if (/\.pyi?$/.test(file.path)) return code;
  const data = rewriteData(project, mapping, file);
  const taken = new Set([...code.edits, ...code.review].map(({ line }) => line));
  const isFree = ({ line }: { line: number }) => !taken.has(line);
  return joined([code, { edits: data.edits.filter(isFree), review: data.review.filter(isFree) }]);
}

/** A document: what it says of modules, what it links to, and the commands in it; those of a change log are of former releases. */
export function rewriteText(
  project: ProjectFacts,
  mapping: MoveMapping,
  { path, text }: { path: string; text: string },
  names: MovedNames,
): Rewrite {
  const said = rewriteDocument(project, mapping, path, text);
  const file = { text, info: { path }, mapping };
  const kinds = isHistory(path) ? [documentLinks] : [documentLinks, documentShell];
  const read = kinds.filter(({ files }) => files.test(path));
  const found = joined(read.map((kind) => rewriteConfiguration(file, kind, names)));
  const isFree = (edit: { start: number; end: number }) =>
    said.edits.every((other) => other.end <= edit.start || edit.end <= other.start);
  // Each kind reads search paths.
  const isFirst = ({ start, end }: { start: number; end: number }, at: number) =>
    found.edits.findIndex((other) => other.start === start && other.end === end) === at;
  return joined([said, { ...found, edits: found.edits.filter(isFirst).filter(isFree) }]);
}

/** Paths begin at the folder that a service runs from where the file lies in it; an image takes nothing from outside of its folder. */
function namesSeenBy(path: string, { id }: ConfigReferenceKind, names: MovedNames): MovedNames {
  const isInside = names.leftFolders?.some((folder) => path.startsWith(`${folder}/`));
  return isInside && id !== 'dockerfile' ? seenFrom(path, names) : names;
}

/** Texts for people, tables, and what only `#!` would make a program: what they name is nothing that runs. */
const PROSE =
  /\.(txt|x?html?|css|svg|po|pot|org|tex|bib|[1-9]|csv|tsv|log|sql|orig|rej|diff|patch)$|\.egg-info\/|(^|\/)([A-Z][A-Z_-]+|[Cc]hange-?[Ll]ogs?|copyright)$/;

/** Data that is no configuration; what it may name is of interest where tests read it, or it is no prose: a program of another language may run it. */
function rewriteData(project: ProjectFacts, mapping: MoveMapping, { path, bytes }: TreeFile): Rewrite {
  const pickle = rewritePickle(project, mapping, { path, bytes });
  if (pickle) return pickle;
  const nothing = { edits: [], review: [] };
  const text = Buffer.from(bytes).toString('utf8');
  const names = references(mapping, project);
  const mayName =
    !bytes.includes(0) &&
    names.oldRoots.some((root) => ['.', ':', '/'].some((mark) => text.includes(root + mark)));
  if (!mayName || !Buffer.from(text).equals(bytes)) return nothing;
  const find = (): ConfigFinding => {
    const { edits, doubts } = dataReferences(text, names, path);
    if (inTests(path, project.layout)) return { edits, doubts };
    const isProse = PROSE.test(path) && !text.startsWith('#!');
    const moves = mapping.paths.get(path) !== path;
    const files = moves && doubts.length === 0 && !MADE_OR_STYLE.test(path) ? dataPaths(text, names) : [];
    return { edits, doubts: [...(isProse ? [] : doubts.slice(0, 1)), ...files] };
  };
  return rewriteConfiguration(
    { text, info: { path }, mapping },
    { id: 'config-value', files: /$/, find },
    names,
  );
}

/** What a configuration file certainly names follows, what it may name is proposed. */
export function rewriteConfiguration(
  file: EditedFile,
  kind: ConfigReferenceKind,
  names: MovedNames,
): Rewrite {
  const found = configReferences(kind, file.text, names, file.info.path);
  const doubts = found.doubts.map((edit) =>
    // A doubt without an edit to propose is about something else than the text that stands there.
    proposedEdit(
      file,
      edit,
      'CONFIG_REFERENCE',
      edit.text === '' ? edit.evidence : `${edit.evidence}; left as it is`,
    ),
  );
  return joined([switchable(file, kind.id, found.edits), { edits: [], review: doubts }]);
}

const trees = new WeakMap<SourceTree, Map<string, TreeFile>>();

function fileAt(tree: SourceTree, path: string): TreeFile {
  let files = trees.get(tree);
  if (!files) {
    files = new Map(tree.files.map((file) => [file.path, file]));
    trees.set(tree, files);
  }
  return files.get(path)!;
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
