import type { Classifier, ClassifierInput } from '../sighting';
import { frameworkOf, importOf, isFrom, seen } from '../sighting';

const RENDERERS = /\.(render_template|render_template_string|TemplateResponse|Jinja2Templates|HTMLResponse)$/;

/** What makes a page when its module runs (https://docs.streamlit.io/get-started/fundamentals/main-concepts). */
const PAGES = /^(streamlit|gradio|nicegui|dash)\.(?!cache_|experimental_)/;

/** Server-side pages. */
export const pages: Classifier = {
  id: 'pages',
  look(input) {
    const calls = input.facts.calls.filter((call) => isFrom(input.blueprint, 'web', call.resolved));
    const pages = calls.filter(({ resolved, run }) => run === 'module' && PAGES.test(resolved!));
    const framework = importOf(input, 'web');
    const isImported = framework !== null && isPages(input, framework.name);
    return [
      ...(isImported ? [seen(input, 'page-import', `imports ${framework.name}`, framework.line)] : []),
      ...calls
        .filter(({ resolved }) => RENDERERS.test(resolved!))
        .map((call) => seen(input, 'page-rendering', `${call.callee}()`, call.line)),
      ...pages.slice(0, 1).map((call) => seen(input, 'page-calls', `${call.callee}() on a page`, call.line)),
    ];
  },
};

/** Is a module of frameworks whose programs are pages, and none of one that answers to requests? */
export function isPages({ blueprint }: ClassifierInput, module: string): boolean {
  return frameworkOf(blueprint, module)?.id === 'pages';
}
