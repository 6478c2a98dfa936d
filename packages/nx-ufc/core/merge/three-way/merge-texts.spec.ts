import { mergeTexts } from './merge-texts';

test('TOML: the template reaches a file that a person changed; comments and order stay', () => {
  const base =
    '[project]\nname = "x"\ndependencies = [\n    "pydantic>=2.5",\n]\n\n[tool.ruff]\nline-length = 100\n';
  const ours =
    '# mine\n[project]\nname = "x"  # keep\ndependencies = [\n    "click", # why\n    "pydantic>=2.5",\n]\n\n[tool.ruff]\nline-length = 110\n';
  const theirs =
    '[project]\nname = "x"\ndependencies = [\n    "pydantic>=2.6",\n    "pyyaml>=6",\n]\n\n[tool.ruff]\nline-length = 120\n\n[tool.mypy]\nstrict = true\n';
  const merged = mergeTexts('toml', base, ours, theirs);
  expect(merged.text).toBe(
    '# mine\n[project]\nname = "x"  # keep\ndependencies = [\n    "click", # why\n    "pydantic>=2.6",\n    "pyyaml>=6",\n]\n\n[tool.ruff]\nline-length = 110\n\n[tool.mypy]\nstrict = true\n',
  );
  expect(merged.conflicts).toEqual([
    { path: ['tool', 'ruff', 'line-length'], base: 100, yours: 110, theirs: 120 },
  ]);
  expect(merged.baseline).toBe(theirs.replace('120', '100'));
  const again = mergeTexts('toml', merged.baseline, merged.text, theirs);
  expect(again.text).toBe(merged.text);
  expect(again.conflicts).toEqual(merged.conflicts);
  const settled = mergeTexts('toml', merged.baseline, merged.text.replace('110', '120'), theirs);
  expect(settled.conflicts).toEqual([]);
  expect(settled.baseline).toBe(theirs);
});

test('YAML and JSON', () => {
  expect(mergeTexts('yaml', 'a: 1\nb: 1\n', 'a: 1 # one\nb: 2\n', 'a: 3\nb: 1\nc: [x]\n').text).toBe(
    'a: 3 # one\nb: 2\nc:\n  - x\n',
  );
  expect(mergeTexts('json', '{ "a": 1 }', '{ "a": 1, "mine": 2 }', '{ "a": 2 }').text).toBe(
    '{ "a": 2, "mine": 2 }',
  );
});

test("a removal that would take a person's comment with it is a question", () => {
  const merged = mergeTexts('toml', 'a = 1 # ours\nb = 1\n', 'a = 1 # my reason\nb = 1 # ours\n', '');
  expect(merged.text).toBe('a = 1 # my reason\n');
  expect(merged.conflicts).toMatchObject([{ path: ['a'], yours: 1, theirs: undefined }]);
});

test('without a base only additions are taken', () => {
  const merged = mergeTexts('toml', null, 'a = 1\n', 'a = 2\nb = 2\n');
  expect(merged.text).toBe('a = 1\nb = 2\n');
  expect(merged.conflicts).toMatchObject([{ path: ['a'], yours: 1, theirs: 2 }]);
});

test('a document that is a list, of which a change cannot be written, is a conflict as a whole', () => {
  const [base, ours, theirs] = ['- [1]\n', '- [1, # mine\n  ]\n', '- x\n'];
  const merged = mergeTexts('yaml', base, ours, theirs);
  expect(merged).toMatchObject({
    text: ours,
    baseline: base,
    conflicts: [{ path: [], yours: [[1]], theirs: ['x'], reason: expect.stringContaining('comment') }],
  });
});
