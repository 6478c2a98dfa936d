import type { ReviewItem } from '../plan/types';
import { packageOf } from '../project/names';
import type { RewriteContext } from './context';
import { columnAt } from '../text/lines';

const LISTERS = /\b(vars|dir|getmembers(?:_static)?)\(\s*$/;
const SAID = ['vars(', 'dir(', 'getmembers', '__dict__'];

/**
 * Code that goes through all names of a package of the top: `vars(pkg)`, `dir(pkg)`, `inspect.getmembers(pkg)`, `pkg.__dict__`. The folders of
 * the layers are among them now, for importing a submodule binds it in its package
 * (https://docs.python.org/3/reference/import.html#submodules). No edit can be certain.
 */
export function packageNames(context: RewriteContext): ReviewItem[] {
  const { facts, info, mapping, project, text } = context;
  if (!SAID.some((word) => text.includes(word))) return [];
  return facts.references.flatMap(({ resolved, inString, span, line }) => {
    const name = resolved?.endsWith('.__dict__') ? resolved.slice(0, -'.__dict__'.length) : resolved;
    if (!name || inString || !mapping.roots.has(name) || !project.modules.get(name)?.isPackage) return [];
    const isListed = name !== resolved || LISTERS.test(text.slice(Math.max(0, span.start - 40), span.start));
    if (!isListed || (info.area === 'shipped' && packageOf(info) === name)) return [];
    return [
      {
        path: info.path,
        line,
        column: columnAt(text, span.start),
        rule: 'PACKAGE_NAMES',
        message: `the names of ${name} are gone through here; the folders of the layers (core, interface …) are among them now`,
      },
    ];
  });
}
