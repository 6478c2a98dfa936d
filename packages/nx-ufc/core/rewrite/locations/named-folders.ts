import type { Expr, Node } from '../../python/ast';
import { plannedEdit, type Rewrite } from '../context';
import { proposedEdit } from '../proposal';
import { KIND } from './outcomes';
import { baseNow, placeBefore, walked, type Places } from './places';
import type { Location } from './types';

/** The folder whose name a node asks for: `folder.name`, `os.path.basename(folder)`. */
export function namedFolder(node: Node): Expr | null {
  const expr = node as Expr;
  if (expr.type === 'Attribute') return expr.attr === 'name' || expr.attr === 'stem' ? expr.value : null;
  if (expr.type !== 'Call') return null;
  const { func, args } = expr;
  const called = func.type === 'Attribute' ? func.attr : func.type === 'Name' ? func.id : '';
  return called === 'basename' ? (args[0] ?? null) : null;
}

/** What is asked for its name, and is called otherwise now. */
export function renamedFolder(places: Places, location: Location): Rewrite['review'] {
  if (!location.named || location.downs.length > 0) return [];
  const before = placeBefore(places, location);
  const now = walked(baseNow(places, location), location);
  if (!before || !now || leaf(before) === leaf(now)) return [];
  const { context } = places;
  const edit = plannedEdit(context, { ...location.span, end: location.span.start }, '', 'reference', KIND);
  const message = `asks what ${before} is called; what lies there now has another name`;
  return [proposedEdit(context, edit, 'FILE_LOCATION', message)];
}

function leaf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
