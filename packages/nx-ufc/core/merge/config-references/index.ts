import type { PlannedEdit } from '../../plan/types';
import { alembicIni } from './alembic-ini';
import { babelCfg } from './babel-cfg';
import { buildFile } from './build-file';
import { buildout } from './buildout';
import { cmake } from './cmake';
import { COMMAND_FILES } from './commands';
import { condaRecipe } from './conda-recipe';
import { configValue } from './config-value';
import { dockerfile } from './dockerfile';
import { gin } from './gin';
import { ignoreFile } from './ignore-file';
import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { javascriptTool } from './javascript-tool';
import { loggingIni } from './logging-ini';
import { meson } from './meson';
import { mkdocs } from './mkdocs';
import { nativeSource } from './native-source';
import { ownSearchPath } from './own-search-path';
import { pipfile } from './pipfile';
import { pyinstaller } from './pyinstaller';
import { qtProject } from './qt-project';
import { requirementsFile } from './requirements-file';
import { snakemake } from './snakemake';
import { toolSettings } from './tool-settings';
import { zcml } from './zcml';
import { plannedEdit } from '../../rewrite/context';

/** Every kind of configuration file; the first that a path matches reads it. */
export const CONFIG_REFERENCE_KINDS: readonly ConfigReferenceKind[] = [
  toolSettings,
  alembicIni,
  dockerfile,
  ...COMMAND_FILES,
  pipfile,
  requirementsFile,
  babelCfg,
  ignoreFile,
  buildout,
  loggingIni,
  zcml,
  nativeSource,
  cmake,
  meson,
  javascriptTool,
  buildFile,
  pyinstaller,
  condaRecipe,
  mkdocs,
  snakemake,
  gin,
  qtProject,
  configValue,
];

/** Files that programs write, not people. */
const WRITTEN = /(^|\/)(package-lock|npm-shrinkwrap)\.json$|\.lock$|(^|\/)(uv|poetry|pdm)\.lock$/;

/** A program of the shell, or what completes commands in zsh, which looks for it by its name (https://zsh.sourceforge.io/Doc/Release/Completion-System.html). */
const SHELL = /^#!\s*\S*\/(env\s+)?(ba|da|k|z)?sh\b|^#(compdef|autoload)\b/;

/** What configuration is made from, or an example of it: `manifest.yml.j2`, `settings.ini.example`. */
const TEMPLATE = /\.(j2|jinja2?|mako|erb|tmpl|tpl|tftpl|gotmpl|mustache|template|example|sample|dist|in)$/i;
/** What a template says in its own language. */
const FILLED = /\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|<%[^\n]*?%>/g;

/** The kind of what a template of configuration makes; undefined when it is none. What it makes lies where the template does. */
export function templateKindOf(path: string): ConfigReferenceKind | undefined {
  const made = path.replace(TEMPLATE, '');
  const kind = made === path ? undefined : configKindOf(made);
  return kind && { ...kind, find: (text, names) => madeBy(text, kind.find(text, names, made)) };
}

function madeBy(text: string, { edits, doubts }: ConfigFinding): ConfigFinding {
  const filled = [...text.matchAll(FILLED)].map(({ 0: all, index }) => ({
    from: index,
    to: index + all.length,
  }));
  const isMade = ({ start }: ConfigEdit) => !filled.some(({ from, to }) => from <= start && start < to);
  return { edits: edits.filter(isMade), doubts: doubts.filter(isMade) };
}

/**
 * The kind of a configuration file; undefined when it is none.
 * @param text of the file: a program without a suffix says in its first line that it is one of the shell
 */
export function configKindOf(path: string, text = ''): ConfigReferenceKind | undefined {
  if (WRITTEN.test(path)) return undefined;
  const isShell = !/\.\w+$/.test(path) && SHELL.test(text);
  return CONFIG_REFERENCE_KINDS.find(
    ({ id, files }) => files.test(path) || (isShell && id === 'shell-script'),
  );
}

function meets(edit: ConfigEdit): (other: ConfigEdit) => boolean {
  return (other) => edit.start <= other.end && other.start <= edit.end;
}

/** References in a configuration file: what is certain, and what may be one. */
export function configReferences(
  kind: ConfigReferenceKind,
  text: string,
  names: MovedNames,
  path: string,
): { edits: PlannedEdit[]; doubts: PlannedEdit[] } {
  const { edits: found, doubts } = kind.find(text, names, path);
  const edits = [...found, ...ownSearchPath(text, names, path).filter((edit) => !found.some(meets(edit)))];
  const planned = (list: ConfigEdit[]) =>
    list
      .map((edit) => plannedEdit({ text }, edit, edit.text, 'config', `${kind.id}: ${edit.evidence}`))
      .filter((edit) => edit.text !== edit.before || edit.text === '');
  return { edits: planned(edits), doubts: planned(doubts) };
}
