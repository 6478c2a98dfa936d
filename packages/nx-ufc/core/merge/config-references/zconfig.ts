import type { ConfigEdit, MovedNames } from './kind';

const COMMENT = /<!--[\s\S]*?-->|<\?xml[^>]*>/g;
const SCHEMA = /^\s*<(?:schema|component)\b[^>]*>/;
const ATTRIBUTE =
  /\s(prefix|package|datatype|keytype|valuetype|handler)[ \t]*=[ \t]*["'](\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)["']/g;
const IMPORT = /^[ \t]*%import[ \t]+([A-Za-z_]\w*(?:\.\w+)*)[ \t]*$/gm;
const EVIDENCE = 'name in a schema or an import of ZConfig';

/**
 * Modules in schemas and components of ZConfig, a name with a dot before it goes on from the prefix; and `%import pkg.mod` in what is read by them
 * (https://zconfig.readthedocs.io/en/latest/schema.html).
 */
export function zconfigNames(text: string, names: MovedNames): ConfigEdit[] {
  const imports = [...text.matchAll(IMPORT)].flatMap(({ 0: all, 1: dotted, index }) =>
    edit(index + all.lastIndexOf(dotted), dotted, target(dotted, names)),
  );
  const head = SCHEMA.exec(text.replace(COMMENT, ''))?.[0];
  return head === undefined ? imports : [...schemaNames(text, head, names), ...imports];
}

function schemaNames(text: string, head: string, names: MovedNames): ConfigEdit[] {
  const prefix = [...head.matchAll(ATTRIBUTE)].find(([, name]) => name === 'prefix')?.[2] ?? '';
  const moved = target(prefix, names) ?? prefix;
  return [...text.matchAll(ATTRIBUTE)].flatMap(({ 0: all, 1: attribute, 2: dotted, index }) => {
    const start = index + all.lastIndexOf(dotted);
    if (!dotted.startsWith('.')) {
      const isName = dotted.includes('.') || attribute === 'package' || attribute === 'prefix';
      return isName ? edit(start, dotted, target(dotted, names)) : [];
    }
    const now = target(prefix + dotted, names);
    if (now === null || now === moved + dotted) return [];
    return edit(start, dotted, now.startsWith(`${moved}.`) ? now.slice(moved.length) : now);
  });
}

function target(dotted: string, names: MovedNames): string | null {
  const isKnown = names.oldRoots.includes(dotted) || (dotted.includes('.') && names.knows(dotted));
  return isKnown ? names.mapModule(dotted) : null;
}

function edit(start: number, before: string, text: string | null): ConfigEdit[] {
  return text === null || text === before
    ? []
    : [{ start, end: start + before.length, text, evidence: EVIDENCE }];
}
