import type { TreeFile } from './types';

const HASH = 0x23;
const BANG = 0x21;
const LONGEST_LINE = 256;

/** Is a file a program in Python whose name does not say so: `bin/tool`, which begins with `#!/usr/bin/env python`? */
export function isProgram({ path, bytes, symlink }: TreeFile): boolean {
  if (symlink !== null || !/(^|\/)[^./]+$/.test(path) || bytes[0] !== HASH || bytes[1] !== BANG) return false;
  const [line] = Buffer.from(bytes.subarray(0, LONGEST_LINE)).toString('latin1').split('\n', 1);
  return /\bpython[\d.]*\b/.test(line);
}
