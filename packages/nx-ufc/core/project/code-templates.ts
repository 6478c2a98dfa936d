import type { PythonSource, PythonSyntaxError } from '../python/source';
import { lineEnd, lineStart } from '../text/lines';

/** What Jinja, cookiecutter, Django and Mustache fill in (https://jinja.palletsprojects.com/en/stable/templates/). */
const MARK = /\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}/g;

/**
 * Is a file of Python a template that makes one? It does not parse, and what Python stumbles over is what the template engine fills in, or
 * its path is filled in: `{{cookiecutter.name}}/main.py`, whose lines may begin with statements of any form.
 */
export function isCodeTemplate({ path, text }: PythonSource, errors: readonly PythonSyntaxError[]): boolean {
  if (errors.length > 0 && path.match(MARK)) return true;
  return errors.some(({ offset }) => {
    const start = lineStart(text, offset);
    const marks = text.slice(start, lineEnd(text, offset)).matchAll(MARK);
    return [...marks].some(
      (mark) => start + mark.index <= offset && offset < start + mark.index + mark[0].length,
    );
  });
}
