import { maskSecrets } from '../mask';
import type { FileRule, Hit } from '../rule';

const MIN_LENGTH = 8;
const HARMLESS =
  /^(x+|\*+|changeme|change[-_ ]me|example|test|dummy|secret|password|none|null|your[-_ ].*|<.*>|\$\{.*\}|\{.*\}|%.*|https?:.*|[a-z_]+\.[a-z_.]+)$/i;

/** Secrets by the shape of known tokens, and by the name of what they are assigned to together with how random they look. */
export const hardCodedSecret: FileRule = {
  id: 'HARD_CODED_SECRET',
  check({ facts, definition }) {
    const names = new RegExp(`(^|_)(${definition.settings?.names.join('|')})s?$`, 'i');
    return facts.strings.flatMap((string): Hit[] => {
      if (string.role === 'docstring' || string.formatted) return [];
      const { line, column, value } = string;
      if (maskSecrets(value) !== value && !/\/\/.*:\*\*\*@/.test(maskSecrets(value)))
        return [{ line, column, message: 'a token of a known service' }];
      const named = string.name !== null && names.test(string.name);
      return named && looksSecret(value)
        ? [{ line, column, message: `a value is assigned to ${string.name}` }]
        : [];
    });
  },
};

/** Long enough, no word or placeholder, and with more than one kind of character. */
function looksSecret(value: string): boolean {
  if (value.length < MIN_LENGTH || /\s/.test(value) || HARMLESS.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((kind) => kind.test(value)).length;
  return kinds >= 2 && entropy(value) >= 2.5;
}

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
