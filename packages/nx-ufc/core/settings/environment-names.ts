import { canonicalName } from '../data-models/types/canonical-name';
import type { ClassSymbol, Models } from '../data-models/models';
import { configOf } from '../data-models/pydantic/config';
import type { Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place } from '../symbols/symbols';
import type { SettingField } from './class-fields';

const NAMING = ['env', 'validation_alias', 'alias'];

/**
 * The variables of the environment that set a field; null where the code does not tell. A given name stands alone, else it is
 * `env_prefix` and the name of the field (pydantic-settings, `EnvSettingsSource._extract_field_info`; pydantic 1, `BaseSettings`).
 */
export function environmentNames(models: Models, cls: ClassSymbol, field: SettingField): string[] | null {
  for (const name of NAMING)
    for (const { call, place } of field.calls) {
      const given = call.keywords.find(({ arg }) => arg === name)?.value;
      if (given) return namesIn(models, place, given);
    }
  const { values, unresolved } = configOf(models, cls);
  if (unresolved.length > 0 || values.has('alias_generator') || values.has('fields')) return null;
  const prefix = values.get('env_prefix');
  if (!prefix) return [field.name];
  const text = evaluate(models.symbols, prefix.place, prefix.expr);
  return text.kind === 'str' ? [text.value + field.name] : null;
}

/** `"x"`, `["x", "y"]`, `AliasChoices("x", AliasPath("y"))`. */
function namesIn(models: Models, place: Place, expr: Expr): string[] | null {
  if (expr.type === 'Call') {
    const callee = resolveExpr(models.symbols, place, expr.func);
    const name = callee?.kind === 'external' ? canonicalName(callee.name) : '';
    if (name === 'pydantic.AliasPath') return namesOf(models, place, expr.args.slice(0, 1));
    return name === 'pydantic.AliasChoices' ? namesOf(models, place, expr.args) : null;
  }
  if (expr.type === 'List' || expr.type === 'Tuple' || expr.type === 'Set')
    return namesOf(models, place, expr.elts);
  const text = evaluate(models.symbols, place, expr);
  return text.kind === 'str' ? [text.value] : null;
}

function namesOf(models: Models, place: Place, parts: readonly Expr[]): string[] | null {
  const names = parts.map((part) => namesIn(models, place, part));
  return names.every((one) => one !== null) ? names.flat() : null;
}
