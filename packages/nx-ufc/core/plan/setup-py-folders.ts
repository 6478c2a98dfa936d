import { parseExpressionText } from '../python';
import type { Expr } from '../python/ast';
import type { Analysis } from '../project/analysis';
import { newNameOf } from '../rewrite/context';
import type { MoveMapping } from '../rewrite/mapping';
import { lineNumberAt } from '../text/lines';
import type { PlannedEdit } from './types';

/**
 * The folders that a setup.py gives packages (`package_dir={"": "lib"}`). Setuptools take them instead of those in pyproject.toml
 * (`_EnsurePackagesDiscovered` in https://github.com/pypa/setuptools/blob/main/setuptools/config/pyprojecttoml.py).
 */
export function setupFolders(
  { project, blueprint }: Analysis,
  mapping: MoveMapping,
  path: string,
): PlannedEdit[] {
  const facts = path === 'setup.py' ? project.facts.get(path) : undefined;
  const text = project.sources.get(path)?.text ?? '';
  const { sourceRoot } = blueprint.naming;
  return (facts?.calls ?? [])
    .flatMap((call) => call.arguments)
    .filter(({ keyword }) => keyword === 'package_dir')
    .flatMap(({ span }) => pairsOf(text.slice(span.start, span.end), span.start))
    .flatMap(({ key, value }) => {
      if (key.text === '') return [{ at: value, next: sourceRoot }];
      if (!mapping.modules.has(key.text)) return [];
      const name = newNameOf(mapping, key.text);
      return [
        { at: key, next: name },
        { at: value, next: `${sourceRoot}/${name.replaceAll('.', '/')}` },
      ];
    })
    .map(({ at, next }) => {
      const before = text.slice(at.start, at.end);
      const quote = before.at(-1)!;
      const line = lineNumberAt(text, at.start);
      const evidence = 'setup.py gives packages their folders';
      return {
        start: at.start,
        end: at.end,
        text: quote + next + quote,
        kind: 'config' as const,
        line,
        before,
        evidence,
      };
    })
    .filter(({ text: after, before }) => after !== before);
}

interface Literal {
  text: string;
  start: number;
  end: number;
}

/** Texts of a dictionary, by texts. */
function pairsOf(code: string, offset: number): { key: Literal; value: Literal }[] {
  const dictionary = parseExpressionText(code);
  if (dictionary?.type !== 'Dict') return [];
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
