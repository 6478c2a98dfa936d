import type { ConfigEdit, MovedNames } from './kind';

/** The application that a server or a worker runs; `CF_APP` and `HEROKU_APP` are names at a platform. */
export const APPLICATION =
  '(FLASK|QUART|DJANGO|CELERY|[WA]SGI|UVICORN|GUNICORN|HYPERCORN|FASTAPI|LITESTAR|SANIC|CONNEXION|PYRAMID)_APP';
/** Variables whose value is the name of a module or a package; of others a bare word may be what an application is called at a platform or to a service. */
const NAMES_MODULE = new RegExp(String.raw`^(\w*_)?((MODULE|PACKAGE|PKG)(S|_NAME)?|${APPLICATION})$`);
/** A variable that is set, behind conditions of tox, with what `{env:NAME:default}` stands for. */
const SET = /^[ \t]*(?:[\w.,!{}-]+:[ \t]*)?["']?(\w+)[ \t]*=[ \t]*["']?(?:\{env:\w+:)?$/;
/** Tables of pyproject.toml whose keys are variables, and a list of `NAME=value`. */
const TABLE =
  /^tool\.(hatch\.envs\..*\benv-vars|tox\b.*\bset_?env|(poe|pdm|pixi)\b.*\benv|cibuildwheel\b.*\benvironment|pytest_env|pytest\.(ini_options\.)?env)\.([^.]+)$/;

/** Is the value of a variable of this name, where it is a bare word, the name of a module? */
export function namesModule(variable: string): boolean {
  return NAMES_MODULE.test(variable);
}

/** Is what stands there, in settings of variables, the beginning of the value of one that does not name modules? */
export function isOtherVariable(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const variable = SET.exec(line)?.[1];
  return variable !== undefined && !namesModule(variable);
}

/** The same of a text of pyproject.toml by its place, `tool.hatch.envs.default.env-vars.APP`. */
export function isValueOfOther(dotted: string, value: string): boolean {
  const last = TABLE.exec(dotted)?.at(-1);
  if (last === undefined) return false;
  const [, listed, word = value] = /^(?:\w:)?(\w+)[ \t]*=[ \t]*(.*)$/.exec(value) ?? [];
  return /^\w+$/.test(word) && !namesModule(listed ?? last);
}

/** Bare words in settings of variables that the package is called like, as something to decide. */
export function variableDoubts(
  { value, start }: { value: string; start: number },
  { oldRoots, mapModule }: Pick<MovedNames, 'oldRoots' | 'mapModule'>,
): ConfigEdit[] {
  return [...value.matchAll(/(?<![\w./:-])\w+(?![\w./:-])|(?<=\{env:\w+:)\w+(?=\})/g)].flatMap(
    ({ 0: word, index }) => {
      const target = oldRoots.includes(word) && isOtherVariable(value, index) ? mapModule(word) : null;
      const at = start + index;
      return target === null ? [] : [{ start: at, end: at + word.length, text: target, evidence: DOUBT }];
    },
  );
}

const DOUBT = 'a variable may name the package, or what is called like it elsewhere';
