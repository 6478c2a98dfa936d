import type { Expr } from '../../python/ast';
import type { Down, Environment } from './types';

/**
 * A literal as path segments; null when it is none, is absolute, or is written with escapes.
 * @param cut what follows is only known at run time: the last segment may go on there
 */
export function literalPath(text: string, node: Expr, style: Down['style'], cut = false): Down | null {
  const span = { start: node.start, end: node.end };
  if (node.type === 'Attribute' && node.attr === 'pardir')
    return { segments: ['..'], span, body: span, style };
  if (node.type !== 'Constant' || node.value.kind !== 'str') return null;
  const source = text.slice(node.start, node.end);
  const opening = /^[rRuU]?("""|'''|"|')/.exec(source);
  const inText = style === 'text' && !opening;
  if (!opening && !inText) return null;
  const start = node.start + (opening?.[0].length ?? 0);
  let end = node.end - (opening?.[1].length ?? 0);
  if (text.slice(start, end) !== node.value.value || node.value.value.includes('\\')) return null;
  if (cut) end = start + text.slice(start, end).lastIndexOf('/');
  const value = text.slice(start, end);
  if (style === 'text' ? !value.startsWith('/') : value.startsWith('/')) return null;
  const segments = value.split('/').filter((part) => part !== '' && part !== '.');
  return segments.length === 0 ? null : { segments, span, body: { start, end }, style };
}

/** The same, or a name that is bound once, to a text that is one segment: `join(HERE, NAME, "x.py")`. */
export function segmentsOf({ text, texts }: Environment, node: Expr, style: Down['style']): Down | null {
  const named = node.type === 'Name' && style !== 'text' ? texts.get(node.id) : undefined;
  if (named === undefined) return literalPath(text, node, style);
  const span = { start: node.start, end: node.end };
  return /^\.?$|[/\\]/.test(named) ? null : { segments: [named], span, body: span, style };
}
