import { fieldCall } from '../data-models/fields/field-call';
import { lineageOf } from '../data-models/classes/lineage';
import { kindOfClass } from '../data-models/classes/kind';
import { NO_ARGUMENTS, cached, type ClassSymbol, type Models } from '../data-models/models';
import { declaredFields, type Declared } from '../data-models/pydantic/fields';
import { unwrap } from '../data-models/annotations/annotated';
import type { Call, Expr } from '../python/ast';
import type { Placed } from '../symbols/runs';
import { resolveExpr } from '../symbols/symbols';

/** A field of a class of settings, as the class or its ancestors declare it. */
export interface SettingField {
  name: string;
  declared: Declared;
  /** What `Field(…)` is given, in the annotation first. */
  calls: { call: Call; place: Placed['place'] }[];
  /** The default, or the call of its factory; null where it has none. */
  fallback: Placed | null;
}

/** Is it a class of settings: does it derive from pydantic's `BaseSettings`? */
export const isSettings = (models: Models, cls: ClassSymbol): boolean =>
  kindOfClass(models, cls)?.settings === true;

/** The fields of a class of settings by their names. */
export function settingFields(models: Models, cls: ClassSymbol): ReadonlyMap<string, SettingField> {
  return cached(models, cls.node, 'setting fields', () => {
    const declared = declaredFields(models, lineageOf(models, cls, NO_ARGUMENTS));
    return new Map([...declared].map(([name, one]) => [name, readField(models, name, one)]));
  });
}

function readField(models: Models, name: string, declared: Declared): SettingField {
  const { annotation, value, scope } = declared;
  const inAnnotation = unwrap(models, scope, annotation).metadata.flatMap((one) => {
    const call = fieldCall(models, one.scope, one.expr);
    return call ? [{ call, place: one.scope.place }] : [];
  });
  const own = value && fieldCall(models, scope, value);
  const calls = [...inAnnotation, ...(own ? [{ call: own, place: scope.place }] : [])];
  const plain = value && !own ? { expr: value, place: scope.place } : null;
  const given = calls.map(fallbackOfCall).findLast((one) => one !== null) ?? null;
  return { name, declared, calls, fallback: plain ?? given };
}

function fallbackOfCall({ call, place }: SettingField['calls'][number]): Placed | null {
  const keyword = (name: string) => call.keywords.find(({ arg }) => arg === name)?.value;
  const given = call.args[0] ?? keyword('default');
  if (given) return isEllipsis(given) ? null : { expr: given, place };
  const factory = keyword('default_factory');
  if (!factory) return null;
  if (factory.type === 'Lambda') return { expr: factory.body, place };
  const { start, end } = factory;
  return { expr: { type: 'Call', func: factory, args: [], keywords: [], start, end }, place };
}

const isEllipsis = (expr: Expr): boolean => expr.type === 'Constant' && expr.value.kind === 'ellipsis';

/** A class of settings with those that are fields of it, at any depth. */
export function withNested(models: Models, root: ClassSymbol): ClassSymbol[] {
  const found = new Map<ClassSymbol['node'], ClassSymbol>([[root.node, root]]);
  for (const cls of found.values())
    for (const { declared } of settingFields(models, cls).values()) {
      const { expr, scope } = unwrap(models, declared.scope, declared.annotation);
      const symbol = resolveExpr(models.symbols, scope.place, expr);
      if (symbol?.kind === 'class' && isSettings(models, symbol) && !found.has(symbol.node))
        found.set(symbol.node, symbol);
    }
  return [...found.values()];
}
