import { alwaysBoundNames } from './always-bound';

test.each([
  ['import a.b, c as d\nfrom e import f, g as h\nfrom i import *\n', 'a d f h'],
  ['class A: x = 1\ndef f(): y = 1\nasync def g(): pass\n', 'A f g'],
  ['a = b = 1\n(c, [d, *e]) = x\nf: int\ng: int = 1\nh.i = 1\n', 'a b c d e g'],
  ['if x:\n  a = 1\n  b = 1\nelse:\n  a = 2\n', 'a'],
  ['if __name__ == "__main__":\n  a = 1\n', ''],
  ['if x:\n  a = 1\nelif y:\n  a = 2\nelse:\n  raise E\n', 'a'],
  ['try:\n  import a\nexcept E as e:\n  a = None\n', 'a'],
  ['try:\n  import a\nexcept E:\n  pass\nfinally:\n  b = 1\n', 'b'],
  ['try:\n  import a\nexcept E:\n  raise\n', 'a'],
  ['for a in x:\n  b = 1\nwhile x:\n  c = 1\nwith x as d:\n  e = 1\n', ''],
  ['a = b = 1\ndel a, b.c\n', 'b'],
  ['a = (\n', ''],
])('%j binds %j', (text, names) => expect([...alwaysBoundNames(text)].join(' ')).toBe(names));
