import type { Call } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import { kindOfClass } from '../classes/kind';
import { enumMembers } from '../classes/enum';
import { classType } from '../classes/class-type';
import { lineageOf } from '../classes/lineage';
import { NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { constantOf, type Constant } from './constant';

/** The JSON of an instance that a call makes: a member of an enum by its value. Models only exist at run time. */
export function instanceOf(models: Models, place: Place, symbol: ClassSymbol, call: Call): Constant {
  const kind = kindOfClass(models, symbol);
  if (kind?.kind === 'enum' && call.args.length === 1) {
    const value = constantOf(models, place, call.args[0]);
    const member = enumMembers(models, symbol).find(
      (one) => one.value.known && value.known && one.value.json === value.json,
    );
    if (member?.value.known) return { ...member.value, member: true };
  }
  const reason = `an instance of ${symbol.qualname}`;
  const plain = kind === null && classType(models, symbol, NO_ARGUMENTS).kind === 'invalid';
  const builtin = lineageOf(models, symbol, NO_ARGUMENTS).some(
    (one) => one.kind === 'external' && one.name.startsWith('builtins.') && one.name !== 'builtins.object',
  );
  // pydantic leaves out defaults that it cannot write.
  return plain && !builtin ? { known: false, reason, unserialisable: true } : { known: false, reason };
}
