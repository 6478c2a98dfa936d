import { parse } from 'smol-toml';

export type Plain = { [key: string]: unknown };

/** The data of a document for reading: dates are dates, integers and floats numbers. @throws on invalid TOML */
export function plainData(text: string): Plain {
  return parse(text, { integersAsBigInt: 'asNeeded' }) as Plain;
}
