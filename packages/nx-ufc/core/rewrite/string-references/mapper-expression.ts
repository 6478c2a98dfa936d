import { calleeLeaf } from '../../project/calls-named';
import type { FileFacts, StringFact } from '../../python/facts/types';
import type { StringReferenceKind } from './kind';

const MAPPERS = new Set(['relationship', 'backref', 'relation', 'dynamic_loader']);

/** Is a literal given to a function of SQLAlchemy that runs it as an expression? */
export function isMapperExpression({ calls }: FileFacts, { role, call }: StringFact): boolean {
  return role === 'argument' && call >= 0 && MAPPERS.has(calleeLeaf(calls[call]));
}

/**
 * Classes by their modules in what SQLAlchemy evaluates: `relationship(…, primaryjoin="pkg.db.Line.order_id == pkg.db.Order.id")`
 * (https://docs.sqlalchemy.org/en/20/orm/declarative_config.html#late-evaluation-of-relationship-arguments).
 */
export const mapperExpression: StringReferenceKind = {
  id: 'mapper-expression',
  match({ context, string, path, moduleLength }) {
    const names = moduleLength >= 1 && path.parts.length > moduleLength;
    return names && isMapperExpression(context.facts, string) ? 'expression of a mapper' : null;
  },
};
