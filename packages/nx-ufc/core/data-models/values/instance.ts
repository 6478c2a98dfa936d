import type { Call } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import { kindOfClass } from '../classes/kind';
import { enumMembers } from '../classes/enum';
import type { ClassSymbol, Models } from '../models';
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
  return { known: false, reason: `an instance of ${symbol.qualname}` };
}
