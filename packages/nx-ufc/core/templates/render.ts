import { compile, type TemplateFunction } from 'ejs';

export interface Template {
  /** Path below the blueprint's templates/; a template without one is not kept in sync. */
  id?: string;
  /** Path below the capability; may hold tags itself. A final `.template` is dropped. */
  path: string;
  text: string;
}

/** Gives the templates of a set by its name. */
export type TemplatesOf = (set: string) => readonly Template[];

export interface RenderedFile {
  path: string;
  content: string;
  /** Id of the template that it is made from. */
  template?: string;
}

/**
 * Render templates (EJS, as `generateFiles` of Nx does). Anything that is not rendered is an error: a missing variable
 * throws, a tag that is left over throws. A file that renders to white space only is left out.
 */
export function renderTemplates(
  templates: readonly Template[],
  variables: Record<string, unknown>,
): RenderedFile[] {
  return templates
    .map((template) => ({
      path: renderText(template.path, variables, template.path).replace(/\.template$/, ''),
      content: renderText(template.text, variables, template.path),
      ...(template.id === undefined ? {} : { template: template.id }),
    }))
    .filter((file) => file.content.trim() !== '' || /(^|\/)py\.typed$/.test(file.path));
}

const compiled = new Map<string, TemplateFunction>();

function renderText(text: string, variables: Record<string, unknown>, name: string): string {
  if (!text.includes('<%')) return checked(text, name);
  let rendered: string;
  try {
    rendered = templateOf(text)(variables);
  } catch (error) {
    throw new Error(`template ${name}: ${reasonOf(text, variables, error)}`, { cause: error });
  }
  return checked(rendered, name);
}

function templateOf(text: string): TemplateFunction {
  let template = compiled.get(text);
  if (!template) {
    template = compileTemplate(text, false);
    compiled.set(text, template);
  }
  return template;
}

/** @param traced whether errors say in which line they came up, which makes the code several times as long */
function compileTemplate(text: string, traced: boolean): TemplateFunction {
  return compile(text, { strict: false, escape: String, rmWhitespace: false, compileDebug: traced });
}

/** What is wrong with a template that failed, and where. */
function reasonOf(text: string, variables: Record<string, unknown>, error: unknown): string {
  try {
    compileTemplate(text, true)(variables);
  } catch (traced) {
    return messageOf(traced);
  }
  return messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @throws when something was not rendered */
function checked(rendered: string, name: string): string {
  const left = /<%|%>|\bundefined\b/.exec(rendered);
  if (left) throw new Error(`template ${name}: "${left[0]}" is left in the rendered text`);
  return rendered;
}
