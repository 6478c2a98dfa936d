import { parseExpressionText } from '../python';
import type { Expr } from '../python/ast';
import type { Analysis } from '../project/analysis';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import { lineNumberAt } from '../text/lines';
import type { PlannedEdit } from './types';

const PLACES: Readonly<Record<string, ((given: Given) => Place[]) | undefined>> = {
  package_dir: folders,
  scripts: programs,
};

/** What setup() is given by a name. */
interface Given {
  expr: Expr;
  offset: number;
  mapping: MoveMapping;
  sourceRoot: string;
}

/** A literal, and what it says now. */
interface Place {
  at: Literal;
  next: string;
}

/** Where a setup.py that comes along says packages and programs are. */
export function setupPlaces(
  { project, blueprint }: Analysis,
  mapping: MoveMapping,
  path: string,
): PlannedEdit[] {
  const facts = path === 'setup.py' ? project.facts.get(path) : undefined;
  const text = project.sources.get(path)?.text ?? '';
  const { sourceRoot } = blueprint.naming;
  return (facts?.calls ?? [])
    .flatMap((call) => call.arguments)
    .flatMap(({ keyword, span }) => {
      const places = PLACES[keyword ?? ''];
      const expr = places ? parseExpressionText(text.slice(span.start, span.end)) : null;
      return places && expr ? places({ expr, offset: span.start, mapping, sourceRoot }) : [];
    })
    .map(({ at, next }) => {
      const before = text.slice(at.start, at.end);
      const quote = before.at(-1)!;
      return {
        start: at.start,
        end: at.end,
        text: quote + next + quote,
        kind: 'config' as const,
        line: lineNumberAt(text, at.start),
        before,
        evidence: 'setup.py says where it is',
      };
    })
    .filter(({ text: after, before }) => after !== before);
}

/**
 * The folders of packages (`package_dir={"": "lib"}`). Setuptools take them instead of those in pyproject.toml
 * (`_EnsurePackagesDiscovered` in https://github.com/pypa/setuptools/blob/main/setuptools/config/pyprojecttoml.py).
 */
function folders({ expr, offset, mapping, sourceRoot }: Given): Place[] {
  return pairsOf(expr, offset).flatMap(({ key, value }) => {
    if (key.text === '') return [{ at: value, next: sourceRoot }];
    if (!mapping.modules.has(key.text)) return [];
    const name = newNameOf(mapping, key.text);
    return [
      { at: key, next: name },
      { at: value, next: `${sourceRoot}/${name.replaceAll('.', '/')}` },
    ];
  });
}

/** Files that are installed as programs (`scripts=["tool.py"]`), which pyproject.toml has no word for. */
function programs({ expr, offset, mapping }: Given): Place[] {
  const items = expr.type === 'List' || expr.type === 'Tuple' ? expr.elts : [];
  return items.flatMap((item) => {
    const at = literal(item, offset);
    const next = at && mapping.paths.get(at.text);
    return next ? [{ at, next }] : [];
  });
}

interface Literal {
  text: string;
  start: number;
  end: number;
}

/** Texts of a dictionary, by texts. */
function pairsOf(dictionary: Expr, offset: number): { key: Literal; value: Literal }[] {
  if (dictionary.type !== 'Dict') return [];
  return dictionary.keys.flatMap((expr, i) => {
    const [key, value] = [expr, dictionary.values[i]].map((one) => literal(one, offset));
    return key && value ? [{ key, value }] : [];
  });
}

function literal(expr: Expr | null, offset: number): Literal | null {
  return expr?.type === 'Constant' && expr.value.kind === 'str'
    ? { text: expr.value.value, start: offset + expr.start, end: offset + expr.end }
    : null;
}
