import { kindOfClass } from '../classes/kind';
import { definitionOf } from '../classes/class-type';
import { classesOf } from '../classes/classes-of';
import { define } from '../classes/define';
import { NO_ARGUMENTS, type Models } from '../models';

/** The id of the mapped class that a text names, as the registry of SQLAlchemy finds it; null when none or several could be meant. */
export function modelNamed(models: Models, text: string): string | null {
  const leaf = text.slice(text.lastIndexOf('.') + 1);
  const found = classesOf(models).filter(
    (symbol) =>
      symbol.node.name === leaf &&
      ['sqlalchemy', 'sqlmodel'].includes(kindOfClass(models, symbol)?.kind ?? '') &&
      (text === leaf || `${symbol.place.info.name}.${symbol.qualname}`.endsWith(text)),
  );
  if (found.length !== 1) return null;
  const [symbol] = found;
  const type = define(models, definitionOf(models, symbol, NO_ARGUMENTS, kindOfClass(models, symbol)!));
  return type.kind === 'ref' ? type.id : null;
}
