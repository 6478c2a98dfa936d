import { applyEdits } from '../../text/edits';
import type { MovedNames } from './kind';
import { zconfigNames } from './zconfig';

const MODULES: Record<string, string> = {
  pkg: 'new',
  'pkg.config': 'new.core.config',
  'pkg.config.Store': 'new.core.config.Store',
  'pkg.b.Other': 'new.interface.b.Other',
};
const names = {
  oldRoots: ['pkg'],
  mapModule: (dotted: string) => MODULES[dotted] ?? null,
  knows: (dotted: string) => dotted in MODULES,
} as unknown as MovedNames;
const changed = (text: string) => applyEdits(text, zconfigNames(text, names));

test.each([
  [
    '<!-- pkg -->\n<component prefix="pkg.config">\n<import package="pkg"/>\n<sectiontype name="pkg.config" datatype=".Store" implements="pkg.b.Other"/>\n</component>\n',
    '<!-- pkg -->\n<component prefix="new.core.config">\n<import package="new"/>\n<sectiontype name="pkg.config" datatype=".Store" implements="pkg.b.Other"/>\n</component>\n',
  ],
  [
    '<schema prefix="pkg">\n<x datatype=".config.Store" keytype=\'pkg.b.Other\' handler="pkg"/>\n</schema>\n',
    '<schema prefix="new">\n<x datatype=".core.config.Store" keytype=\'new.interface.b.Other\' handler="pkg"/>\n</schema>\n',
  ],
  ['<schema prefix="pkg.gone"><x datatype=".Store"/></schema>\n', null],
  ['<other prefix="pkg.config"/>\n', null],
  [
    '%import pkg\n  %import pkg.config\n# %import pkg\n',
    '%import new\n  %import new.core.config\n# %import pkg\n',
  ],
])('%j', (before, after) => expect(changed(before)).toBe(after ?? before));
