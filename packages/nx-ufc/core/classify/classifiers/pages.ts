import type { Classifier } from '../sighting';
import { isFrom, seen } from '../sighting';

const RENDERERS = /\.(render_template|render_template_string|TemplateResponse|Jinja2Templates|HTMLResponse)$/;

/** Server-side pages. */
export const pages: Classifier = {
  id: 'pages',
  look(input) {
    return input.facts.calls
      .filter(
        (call) =>
          call.resolved && RENDERERS.test(call.resolved) && isFrom(input.blueprint, 'web', call.resolved),
      )
      .map((call) => seen(input, 'page-rendering', `${call.callee}()`, call.line));
  },
};
