import type { Json } from '../json';

/** The pattern of a decimal number in a string, as pydantic 2.12 writes it. */
export function decimalPattern(maxDigits?: Json, places?: Json): string {
  const start = '^(?!^[-+.]*$)[+-]?0*';
  const digits = typeof maxDigits === 'number' ? maxDigits : null;
  const decimals = typeof places === 'number' ? places : null;
  if (digits !== null && decimals !== null) {
    const integer = Math.max(0, digits - decimals);
    return `${start}(?:\\d{0,${integer}}|(?=[\\d.]{1,${digits + 1}}0*$)\\d{0,${integer}}\\.\\d{0,${decimals}}0*$)`;
  }
  if (digits !== null) return `${start}(?:\\d{0,${digits}}|(?=[\\d.]{1,${digits + 1}}0*$)\\d*\\.\\d*0*$)`;
  if (decimals !== null) return `${start}\\d*\\.?\\d{0,${decimals}}0*$`;
  return `${start}\\d*\\.?\\d*$`;
}
