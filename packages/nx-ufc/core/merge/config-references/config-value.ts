import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { jupyterExtensions } from './jupyter-extension';
import { lambdaHandlers, uploadsSource } from './lambda-handlers';
import { loggerKeys } from './logger-keys';
import { isOwnerKey } from './owners';
import { isCommandLine } from './runners';
import { asSearchPath, isIn, searchPathSpans } from './search-paths';
import { unreachable } from './unreachable';
import { upwardPath } from './upward-path';
import { commandReferences, pathEdit } from './words';
import { yamlTags } from './yaml-tag';

/** A scalar of YAML, JSON or TOML on one line: quoted, or plain behind `key:`, `key =` or `-`. */
const QUOTED = /(["'])([^"'\n]+)\1/g;
const PLAIN =
  /(?:^\s*-(?![ \t]+[\w.-]+[ \t]*[:=][ \t])|:|=|!!python\/(?:name|object(?:\/\w+)?|module):)[ \t]+([^\s"'#[{][^\n#]*?)[ \t]*(?:#[^\n]*)?$/gm;
/** What is not quoted in a list on one line: `paths: [lib, docs]`. */
const LISTED = /(?<=[[,][ \t]*)([^\s"',[\]{}:#]+)(?=[ \t]*[,\]])/g;
/** What a variable is when nothing sets it: `${VAR:-pkg.settings}`, `${oc.env:VAR,pkg.mod.X}` (https://omegaconf.readthedocs.io/en/latest/custom_resolvers.html#oc-env). */
const DEFAULT = /(?<=\$\{(?:\w+:?-|[\w.]+:[\w.]+,[ \t]*))([A-Za-z_][\w.:]*)(?=\})/g;
/** The lines of a text of YAML over several lines: `run: |`. */
const BLOCK =
  /^([ \t]*)(?:-[ \t]+)?(?:[\w."'-]+:[ \t]*)?[|>][+-]?\d?[ \t]*\r?\n((?:(?:\1[ \t]+[^\n]*|[ \t]*)(?:\n|$))+)/gm;
/** `pkg.mod:` as a key, for a logger. */
const KEY = /^[ \t]*([A-Za-z_]\w*(?:\.\w+)+):(?=\s|$)/gm;

/** The key of a value that is the name of a module, in settings of a debugger (https://code.visualstudio.com/docs/python/debugging). */
const MODULE_KEY = /"(module|FLASK_APP|DJANGO_SETTINGS_MODULE)"\s*:\s*["']$/;

/** As much before a value as its key may take, in characters: all of the text before it would cost its square. */
const KEY_LENGTH = 60;

/** What platforms that run a service from its folder are told: Render, Fly.io, Railway, Nixpacks, App Runner, Heroku, App Platform. */
const PLATFORM =
  /(^|\/)(render\.ya?ml|fly\.toml|railway\.(json|toml)|nixpacks\.toml|apprunner\.ya?ml|heroku\.yml|\.do\/app\.ya?ml)$/;

/**
 * Values of other configuration that are nothing but a known dotted name, `module:attribute`, or a path of what moved: Hydra's
 * `_target_`, `logging.config.dictConfig` in YAML, plugins of MkDocs, PyYAML's tags.
 */
export const configValue: ConfigReferenceKind = {
  id: 'config-value',
  files: /\.(ya?ml|jsonc?|json5|toml|cfg|tf|tfvars|hcl|nomad)$|(^|\/)(\.replit|MLproject)$/,
  find(text, names, path) {
    const found = valuesOf(text, names, path);
    if (PLATFORM.test(path) && !names.isInImage) found.doubts.push(...unreachable(text, found.edits, names));
    return found;
  },
};

function valuesOf(text: string, names: MovedNames, path: string): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  if (![...names.oldRoots, names.places?.from ?? ''].some((name) => name && text.includes(name)))
    return found;
  const taken = new Set<number>();
  const searched = searchPathSpans(text);
  const forSearch = asSearchPath(names);
  for (const [pattern, group] of [
    [QUOTED, 2],
    [PLAIN, 1],
    [KEY, 1],
    [LISTED, 1],
    [DEFAULT, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].indexOf(match[group], pattern === QUOTED ? 1 : 0);
      const key = text.slice(Math.max(0, start - KEY_LENGTH), start);
      if (taken.has(start) || isOwnerKey(key)) continue;
      const edits = isIn(searched, start)
        ? searchPathEdits(match[group], start, forSearch)
        : valueEdits(match[group], start, names, path);
      if (edits.length === 0 && MODULE_KEY.test(key)) edits.push(...moduleValue(match[group], start, names));
      found.edits.push(...edits);
      if (edits.length > 0) taken.add(start);
    }
  }
  found.edits.push(...loggerKeys(text, names, path), ...jupyterExtensions(text, names));
  if (/\.ya?ml$/.test(path) && !path.startsWith('.github/'))
    found.edits.push(...blockCommands(text, names, path, found.edits));
  found.edits.push(...yamlTags(text, names).filter(({ start }) => !taken.has(start)));
  const lambda = lambdaHandlers(text, names);
  const isOpen = (edit: ConfigEdit) =>
    [...lambda.doubts, ...lambda.edits].some((other) => edit.start < other.end && other.start < edit.end);
  found.edits = [...found.edits.filter((edit) => !isOpen(edit)), ...lambda.edits];
  found.doubts.push(...lambda.doubts, ...eventHandler(text, found.edits));
  return found;
}

/**
 * The first function of AWS Lambda, which is looked for in the folder that is uploaded, as something to decide
 * (https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html#python-handler-naming).
 */
function eventHandler(text: string, edits: readonly ConfigEdit[]): ConfigEdit[] {
  const handler = edits.find(({ start }) =>
    /\bhandler["']?\s*[:=]\s*["']?$/i.test(text.slice(Math.max(0, start - 20), start)),
  );
  if (!handler || uploadsSource(text)) return [];
  const evidence = `${handler.text} lies below src, not in the folder that is uploaded: install the project into it, or upload src`;
  return [{ ...handler, end: handler.start, text: '', evidence }];
}

/** Folders that packages are imported from, with what separates them on this or that system. */
function searchPathEdits(value: string, start: number, names: MovedNames): ConfigEdit[] {
  return [...value.matchAll(/[^:;]+/g)].flatMap((folder) => {
    const edit = valueEdit(folder[0], start + folder.index, names);
    return edit ? [edit] : [];
  });
}

function valueEdits(value: string, start: number, names: MovedNames, file: string): ConfigEdit[] {
  const upward = upwardValue(value, start, names, file);
  return upward ? [upward] : referencesIn(value, start, names, file);
}

/** A value that is one reference, a list of them, or a command line with several. */
export function referencesIn(value: string, start: number, names: MovedNames, file: string): ConfigEdit[] {
  const edit = valueEdit(value, start, names);
  if (edit) return [edit];
  return isCommandLine(value) ? commandEdits(value, start, names, file) : listEdits(value, start, names);
}

/** Those of a list of which each is what moved or has dots, `pkg.a, other.b`, or is a path, or has a line of its own. */
function listEdits(value: string, start: number, names: MovedNames): ConfigEdit[] {
  const items = [...value.matchAll(/[^\s,;]+/g)];
  const isItem = /[^\s,;][ \t]+[^\s,;]/.test(value)
    ? /^([A-Za-z_]\w*(\.\w+)+(:\w+)?|[\w.-]+(\/[\w.-]+)+)$/
    : /^([A-Za-z_]\w*(\.\w+)*(:\w+)?|[\w.-]+(\/[\w.-]+)+)$/;
  if (items.length < 2 || items.some(([item]) => !isItem.test(item))) return [];
  return items.flatMap(({ 0: item, index }) => valueEdit(item, start + index, names) ?? []);
}

function commandEdits(value: string, start: number, names: MovedNames, file: string): ConfigEdit[] {
  return commandReferences(value, names, file).edits.map((one) => ({
    ...one,
    start: one.start + start,
    end: one.end + start,
  }));
}

/** Lines of a text that are commands. */
function blockCommands(
  text: string,
  names: MovedNames,
  file: string,
  taken: readonly ConfigEdit[],
): ConfigEdit[] {
  return [...text.matchAll(BLOCK)].flatMap(({ 0: whole, 2: block, index }) => {
    let at = index + whole.length - block.length;
    return block.split(/(?<=\n)/).flatMap((line) => {
      const start = at;
      at += line.length;
      const edits = isCommandLine(line) ? commandEdits(line, start, names, file) : [];
      return edits.filter((edit) => !taken.some((one) => one.start < edit.end && edit.start < one.end));
    });
  });
}

/** A path that leads up from the folder of the file, or of the module of Terraform that it is. */
function upwardValue(value: string, start: number, names: MovedNames, file: string): ConfigEdit | null {
  const lead = /^\$\{path\.module\}\//.exec(value)?.[0].length ?? 0;
  const edit = upwardPath({ text: value.slice(lead), start: start + lead }, names, file);
  return edit?.certain ? edit : null;
}

function moduleValue(value: string, start: number, names: MovedNames): ConfigEdit[] {
  const target = /^[A-Za-z_]\w*$/.test(value) ? names.mapModule(value) : null;
  return target === null
    ? []
    : [{ start, end: start + value.length, text: target, evidence: 'name of a module' }];
}

/** A value that is nothing but a known dotted name, `module:attribute`, or a path of what moved. */
export function valueEdit(value: string, start: number, names: MovedNames): ConfigEdit | null {
  const match = /^([A-Za-z_]\w*(?:\.\w+)*)(:[A-Za-z_][\w.]*)?$/.exec(value);
  if (match) {
    const target = names.mapModule(match[1]);
    const { 1: module, 2: attribute } = match;
    const certain = module.includes('.')
      ? names.knows(module)
      : attribute !== undefined && names.knows(`${module}.${attribute.slice(1)}`);
    if (target === null || !certain) return null;
    return { start, end: start + match[1].length, text: target, evidence: 'dotted name of what moved' };
  }
  if (!value.includes('/') || /:\/\//.test(value)) return null;
  const lead = /^\$\{workspace(Folder|Root)\}\//.exec(value)?.[0].length ?? 0;
  const path = pathEdit({ text: value.slice(lead), start: start + lead, previous: '', line: [] }, names);
  return path?.certain ? path : null;
}
