import type { Expr } from '../python/ast';
import { resolveExpr, type Place, type Sym, type Symbols } from '../symbols/symbols';

const CLICK = /^(?:click|rich_click|asyncclick)(?:\.\w+)*\.(\w+)$/;
const TYPER = /^typer(?:\.\w+)*\.(\w+)$/;
const MAX_BASES = 10;

/** `command`, `option`, `Group` …: what a name of click is called there; null for anything else. */
export function clickName(symbols: Symbols, place: Place, expr: Expr): string | null {
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'external' ? (CLICK.exec(symbol.name)?.[1] ?? null) : null;
}

/** Likewise for typer. */
export function typerName(symbols: Symbols, place: Place, expr: Expr): string | null {
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'external' ? (TYPER.exec(symbol.name)?.[1] ?? null) : null;
}

/** What calling a class makes: a Typer application, a group or a command of click; bases in the project are followed. */
export function madeByClass(
  symbols: Symbols,
  symbol: Sym | null,
  depth = 0,
): { framework: 'click' | 'typer'; kind: 'command' | 'group' } | null {
  if (symbol?.kind === 'external') {
    if (TYPER.exec(symbol.name)?.[1] === 'Typer') return { framework: 'typer', kind: 'group' };
    const name = CLICK.exec(symbol.name)?.[1];
    if (name === 'Group' || name === 'CommandCollection' || name === 'MultiCommand' || name === 'RichGroup')
      return { framework: 'click', kind: 'group' };
    return name === 'Command' || name === 'RichCommand' ? { framework: 'click', kind: 'command' } : null;
  }
  if (symbol?.kind !== 'class' || depth > MAX_BASES) return null;
  for (const base of symbol.node.bases) {
    const made = madeByClass(symbols, resolveExpr(symbols, symbol.place, base), depth + 1);
    if (made) return made;
  }
  return null;
}
