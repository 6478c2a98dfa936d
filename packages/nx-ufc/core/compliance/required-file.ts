/** Is a file what a required path asks for? README.rst is a README, LICENSE.txt and COPYING are licences. */
export function isFileOfKind(path: string, wanted: string): boolean {
  if (wanted === 'README.md') return /^README(\.\w+)?$/i.test(path);
  return wanted === 'LICENSE' && /^(LICEN[CS]ES?|COPYING|COPYRIGHT|NOTICE)([./-].*)?$/i.test(path);
}
