export type TomlValue = string | number | boolean | TomlValue[] | { [key: string]: TomlValue };

/** A value as TOML text on one line. */
export function formatValue(value: TomlValue): string {
  if (typeof value === 'string') return formatString(value);
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const items = Object.entries(value).map(([key, inner]) => `${formatKey(key)} = ${formatValue(inner)}`);
  return items.length > 0 ? `{ ${items.join(', ')} }` : '{}';
}

/** A value in place of another one: a literal string ('…') stays one where it can hold the new text. */
export function formatLike(before: string, value: TomlValue): string {
  const isLiteral = before.startsWith("'") && !before.startsWith("'''");
  // eslint-disable-next-line no-control-regex -- what TOML forbids in a literal string
  if (isLiteral && typeof value === 'string' && !/['\u0000-\u0008\u000a-\u001f\u007f]/.test(value))
    return `'${value}'`;
  return formatValue(value);
}

export function formatKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : formatString(key);
}

function formatString(text: string): string {
  // eslint-disable-next-line no-control-regex -- TOML forbids exactly these characters in a basic string
  const escaped = text.replace(/["\\\u0000-\u001f\u007f]/g, (c) => {
    const known: Record<string, string> = {
      '"': '\\"',
      '\\': '\\\\',
      '\b': '\\b',
      '\t': '\\t',
      '\n': '\\n',
      '\f': '\\f',
      '\r': '\\r',
    };
    return known[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
