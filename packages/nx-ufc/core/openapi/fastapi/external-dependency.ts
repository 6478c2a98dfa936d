import { parseExpressionText, type Call, type Expr } from '../../python';
import type { Place, Symbols } from '../../symbols/symbols';
import type { Dependant } from './dependant';
import type { Field } from './parameter';
import { securityOf } from './security';

/** Fields of the forms in `fastapi.security.oauth2`: name, type, default as code; without a default it is required. */
const PASSWORD_FORM: [string, string, string | null][] = [
  ['grant_type', 'str | None', 'None'],
  ['username', 'str', null],
  ['password', 'str', null],
  ['scope', 'str', '""'],
  ['client_id', 'str | None', 'None'],
  ['client_secret', 'str | None', 'None'],
];
const FORMS: [RegExp, typeof PASSWORD_FORM][] = [
  [/^fastapi\.security(\.oauth2)?\.OAuth2PasswordRequestForm$/, PASSWORD_FORM],
  [
    /^fastapi\.security(\.oauth2)?\.OAuth2PasswordRequestFormStrict$/,
    [['grant_type', 'str', null], ...PASSWORD_FORM.slice(1)],
  ],
];
/** Classes that FastAPI hands in itself, also when they are asked for as dependencies. */
const WITHOUT_FIELDS =
  /^(fastapi|starlette)\.\w*(requests|websockets|background|Request|WebSocket|BackgroundTasks)/;

/** A dependency of another package: a security scheme or form of FastAPI, else something that is not known. */
export function externalDependency(
  symbols: Symbols,
  found: Dependant,
  external: { name: string; call: Call | null; place: Place },
  scopes: readonly Expr[],
): void {
  const security = securityOf(symbols, external, scopes);
  const form = FORMS.find(([pattern]) => pattern.test(external.name))?.[1];
  if (security) found.security.push(security);
  else if (form) found.fields.push(...form.map((one) => fieldOf(one, external.place)));
  else if (!WITHOUT_FIELDS.test(external.name))
    found.unknown.push(`what ${external.name} takes from a request is not in the code`);
}

function fieldOf([name, type, value]: (typeof PASSWORD_FORM)[number], place: Place): Field {
  const placed = (text: string) => ({ expr: parseExpressionText(text)!, place });
  return {
    name,
    in: 'form',
    type: placed(type),
    metadata: [],
    marker: null,
    written: null,
    default: value === null ? null : placed(value),
    required: value === null,
  };
}
