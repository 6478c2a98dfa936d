import { argument } from '../../endpoints/arguments';
import type { Call, Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import type { Place, Symbols } from '../../symbols/symbols';
import type { JsonSchema } from '../../data-models';
import { compact } from '../compact';

/** A security scheme of FastAPI that a route depends on. */
export interface SecurityUse {
  name: string;
  scheme: JsonSchema;
  scopes: string[];
}

const API_KEY: Record<string, string> = {
  APIKeyHeader: 'header',
  APIKeyQuery: 'query',
  APIKeyCookie: 'cookie',
};
const HTTP: Record<string, string> = { HTTPBasic: 'basic', HTTPBearer: 'bearer', HTTPDigest: 'digest' };

/** The scheme behind `OAuth2PasswordBearer(tokenUrl="token")` and its kin in `fastapi.security`; null for anything else. */
export function securityOf(
  symbols: Symbols,
  { name, call, place }: { name: string; call: Call | null; place: Place },
  scopes: readonly Expr[],
): SecurityUse | null {
  const cls = /^fastapi\.security(?:\.\w+)*\.(\w+)$/.exec(name)?.[1];
  const scheme = cls && call ? schemeOf(symbols, place, cls, call) : null;
  if (!cls || !call || !scheme) return null;
  const given = textArgument(symbols, place, call, 'scheme_name');
  const needed = scopes.flatMap((one) => textsOf(symbols, place, one));
  return { name: given ?? cls, scheme, scopes: [...new Set(needed)] };
}

function schemeOf(symbols: Symbols, place: Place, cls: string, call: Call): JsonSchema | null {
  const text = (...names: string[]) => textArgument(symbols, place, call, ...names);
  const description = text('description');
  if (API_KEY[cls]) {
    const name = text('name');
    return compact({
      type: 'apiKey',
      in: API_KEY[cls],
      description,
      name,
      ...(name ? {} : unresolved('name')),
    });
  }
  if (HTTP[cls])
    return compact({ type: 'http', scheme: HTTP[cls], bearerFormat: text('bearerFormat'), description });
  if (cls === 'OpenIdConnect')
    return compact({ type: 'openIdConnect', openIdConnectUrl: text('openIdConnectUrl') ?? '', description });
  if (!cls.startsWith('OAuth2')) return null;
  return compact({ type: 'oauth2', description, flows: flowsOf(symbols, place, cls, call) });
}

function flowsOf(symbols: Symbols, place: Place, cls: string, call: Call): JsonSchema {
  const given = argument(call, cls === 'OAuth2PasswordBearer' ? 0 : -1, 'tokenUrl');
  const token = given ? evaluate(symbols, place, given) : null;
  const flow = {
    scopes: scopesOf(symbols, place, argument(call, -1, 'scopes')),
    ...(token?.kind === 'str' ? { tokenUrl: token.value } : { tokenUrl: '', ...unresolved('tokenUrl') }),
  };
  if (cls === 'OAuth2PasswordBearer') return { password: flow };
  if (cls !== 'OAuth2AuthorizationCodeBearer') return {};
  const authorizationUrl = textArgument(symbols, place, call, 'authorizationUrl') ?? '';
  return { authorizationCode: { ...flow, authorizationUrl } };
}

const unresolved = (what: string) => ({ 'x-ufc-unresolved': `${what} is only known at run time` });

function textArgument(symbols: Symbols, place: Place, call: Call, ...names: string[]): string | undefined {
  const given = argument(call, -1, ...names);
  const value = given && evaluate(symbols, place, given);
  return value?.kind === 'str' ? value.value : undefined;
}

function textsOf(symbols: Symbols, place: Place, expr: Expr): string[] {
  const value = evaluate(symbols, place, expr);
  if (value.kind !== 'list' && value.kind !== 'tuple') return [];
  return value.items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
}

function scopesOf(symbols: Symbols, place: Place, expr: Expr | null): JsonSchema {
  const value = expr && evaluate(symbols, place, expr);
  if (value?.kind !== 'dict') return {};
  return Object.fromEntries(
    value.items.flatMap(({ key, value: text }) =>
      key.kind === 'str' && text.kind === 'str' ? [[key.value, text.value]] : [],
    ),
  );
}
