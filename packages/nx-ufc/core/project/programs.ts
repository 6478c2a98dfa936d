import type { TreeFile } from './types';

const HASH = 0x23;
const BANG = 0x21;
const LONGEST_LINE = 256;

/** Programs of Python for Windows, SCons and Waf (https://scons.org/doc/production/HTML/scons-user.html, https://waf.io/book). */
const BY_NAME = /\.pyw$|(^|\/)(SConstruct|SConscript|wscript)$/;

/** Is a file a program in Python whose name does not end as those of modules do: `bin/tool`, which begins with `#!/usr/bin/env python`? */
export function isProgram({ path, bytes, symlink }: TreeFile): boolean {
  if (symlink === null && BY_NAME.test(path)) return true;
  if (symlink !== null || !/(^|\/)[^./]+$/.test(path) || bytes[0] !== HASH || bytes[1] !== BANG) return false;
  const [line] = Buffer.from(bytes.subarray(0, LONGEST_LINE)).toString('latin1').split('\n', 1);
  return /\bpython[\d.]*\b/.test(line);
}
