/** Mistakes that the comparison must notice, each made to the tree of `SAMPLE`. */
const SAMPLE =
  'import os\n\n\nclass A(os.PathLike):\n    x: int = 1 + 2\n\n\nasync def f(a, *, b="c"):\n    return [a, b]\n';

const FAULTS = {
  'an offset shifted': (module) => void module.body[1].bases[0].start++,
  'a node dropped': (module) => void module.body.pop(),
  'a node of another name': (module) => void (module.body[2].type = 'FunctionDef'),
  'a constant changed': (module) =>
    void (module.body[1].body[0].value.left.value = { kind: 'int', value: 7 }),
  'an operator changed': (module) => void (module.body[1].body[0].value.op = 'Sub'),
};

module.exports = { SAMPLE, FAULTS };
