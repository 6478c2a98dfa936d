import { bodyScope, lineageOf } from '../data-models/classes/lineage';
import { membersOf } from '../data-models/classes/members';
import { metadataOf } from '../data-models/fields/metadata';
import { unwrap } from '../data-models/annotations/annotated';
import { NO_ARGUMENTS, type ClassSymbol, type Models } from '../data-models/models';
import { configOf } from '../data-models/pydantic/config';
import { canonicalName } from '../data-models/types/canonical-name';
import { childrenOf } from '../python/children';
import type { AsyncFunctionDef, Call, FunctionDef, Node } from '../python/ast';
import { resolveExpr, type Place } from '../symbols/symbols';
import type { SettingField } from './class-fields';

const OF_FIELDS = /^pydantic\.(field_)?validator$/;
const OF_MODELS = /^pydantic\.(model|root)_validator$/;
const HOOKS = new Set(['__init__', '__new__', 'model_post_init', '__getattribute__']);
/** Keys of the configuration that change texts. */
const OF_TEXTS = /^(str_(strip_whitespace|to_lower|to_upper)|anystr_(strip_whitespace|lower|upper))$/;

/** Why the default of a field may not be what an instance has; null where nothing changes it. Settings validate their defaults. */
export function changedBy(models: Models, cls: ClassSymbol, field: SettingField): string | null {
  const { name, declared } = field;
  const { metadata } = unwrap(models, declared.scope, declared.annotation);
  const parts = metadata.flatMap((one) => metadataOf(models, one.scope, one.expr));
  if (parts.some(({ kind }) => kind === 'validator' || kind === 'unresolved'))
    return `a validator may change ${name}`;
  if ([...configOf(models, cls).values.keys()].some((key) => OF_TEXTS.test(key)))
    return `the configuration of ${cls.qualname} may change ${name}`;
  for (const ancestor of lineageOf(models, cls, NO_ARGUMENTS)) {
    if (ancestor.kind !== 'class') continue;
    const { place } = bodyScope(models, ancestor);
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'FunctionDef' && statement.type !== 'AsyncFunctionDef') continue;
      if (mayChange(models, place, statement, name)) return `${statement.name} may change ${name}`;
    }
  }
  return isAssigned(models, name) ? `${name} is also assigned elsewhere` : null;
}

function mayChange(
  models: Models,
  place: Place,
  method: FunctionDef | AsyncFunctionDef,
  field: string,
): boolean {
  if (HOOKS.has(method.name)) return handles(method, field);
  return method.decorator_list.some((decorator) => {
    const callee = decorator.type === 'Call' ? decorator.func : decorator;
    const symbol = resolveExpr(models.symbols, place, callee);
    const name = symbol?.kind === 'external' ? canonicalName(symbol.name) : '';
    if (OF_MODELS.test(name)) return handles(method, field);
    return OF_FIELDS.test(name) && decorator.type === 'Call' && isFor(decorator, field);
  });
}

/** A validator of fields is for those that it names. */
const isFor = (decorator: Call, field: string): boolean =>
  decorator.args.some(
    (arg) =>
      arg.type !== 'Constant' ||
      (arg.value.kind === 'str' && (arg.value.value === field || arg.value.value === '*')),
  );

/** Does code name a field in a text or keyword, or set something whose name it computes? Assignments to attributes are asked for apart. */
function handles(node: Node, field: string): boolean {
  if (node.type === 'Constant') {
    const { value } = node as Node & { value: { kind: string; value?: unknown } };
    return value.kind === 'str' && value.value === field;
  }
  if (node.type === 'keyword' && (node as Node & { arg: string | null }).arg === field) return true;
  if (node.type === 'Call' && isComputed(node as Call)) return true;
  if (node.type === 'Subscript') {
    const { ctx, slice } = node as Node & { ctx: string; slice: Node };
    if (ctx === 'Store' && slice.type !== 'Constant') return true;
  }
  return childrenOf(node).some((child) => handles(child, field));
}

/** `setattr(x, name, …)` with a name that is no literal. */
const isComputed = ({ func, args }: Call): boolean =>
  ((func.type === 'Name' && func.id === 'setattr') ||
    (func.type === 'Attribute' && func.attr === '__setattr__')) &&
  !args.some((arg) => arg.type === 'Constant');

const assigned = new WeakMap<object, Map<string, boolean>>();

/** Does shipped code assign to an attribute of this name anywhere? */
function isAssigned({ symbols }: Models, name: string): boolean {
  let known = assigned.get(symbols);
  if (!known) assigned.set(symbols, (known = new Map()));
  const answer = known.get(name);
  if (answer !== undefined) return answer;
  const pattern = new RegExp(`\\.${name}\\s*(?::[^=\\n]+)?=(?!=)|setattr\\([^()\\n]*["']${name}["']`);
  const found = [...symbols.project.modules.values()].some(
    ({ path, area }) => area === 'shipped' && pattern.test(symbols.project.sources.get(path)?.text ?? ''),
  );
  known.set(name, found);
  return found;
}
