/** The same canonical form as dump.py, from the tree of nx-ufc's parser. */
const POSITIONLESS = new Set(['comprehension', 'arguments', 'withitem', 'match_case']);

/** Fields in the order of `ast`; those of CPython's nodes that the tree has under another name are mapped. */
const FIELDS = {
  FunctionDef: ['name', 'args', 'body', 'decorator_list', 'returns', 'type_params?'],
  AsyncFunctionDef: ['name', 'args', 'body', 'decorator_list', 'returns', 'type_params?'],
  ClassDef: ['name', 'bases', 'keywords', 'body', 'decorator_list', 'type_params?'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value'],
  TypeAlias: ['name', 'type_params?', 'value'],
  AugAssign: ['target', 'op', 'value'],
  AnnAssign: ['target', 'annotation', 'value', 'simple'],
  For: ['target', 'iter', 'body', 'orelse'],
  AsyncFor: ['target', 'iter', 'body', 'orelse'],
  While: ['test', 'body', 'orelse'],
  If: ['test', 'body', 'orelse'],
  With: ['items', 'body'],
  AsyncWith: ['items', 'body'],
  Match: ['subject', 'cases'],
  Raise: ['exc', 'cause'],
  Try: ['body', 'handlers', 'orelse', 'finalbody'],
  TryStar: ['body', 'handlers', 'orelse', 'finalbody'],
  Assert: ['test', 'msg'],
  Import: ['names'],
  ImportFrom: ['module', 'names', 'level'],
  Global: ['names'],
  Nonlocal: ['names'],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ['op', 'values'],
  NamedExpr: ['target', 'value'],
  BinOp: ['left', 'op', 'right'],
  UnaryOp: ['op', 'operand'],
  Lambda: ['args', 'body'],
  IfExp: ['test', 'body', 'orelse'],
  Dict: ['keys', 'values'],
  Set: ['elts'],
  ListComp: ['elt', 'generators'],
  SetComp: ['elt', 'generators'],
  DictComp: ['key', 'value', 'generators'],
  GeneratorExp: ['elt', 'generators'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'ops', 'comparators'],
  Call: ['func', 'args', 'keywords'],
  FormattedValue: ['value', 'conversion', 'format_spec'],
  Interpolation: ['value', 'str', 'conversion', 'format_spec'],
  JoinedStr: ['values'],
  TemplateStr: ['values'],
  Attribute: ['value', 'attr', 'ctx'],
  Subscript: ['value', 'slice', 'ctx'],
  Starred: ['value', 'ctx'],
  Name: ['id', 'ctx'],
  List: ['elts', 'ctx'],
  Tuple: ['elts', 'ctx'],
  Slice: ['lower', 'upper', 'step'],
  comprehension: ['target', 'iter', 'ifs', 'is_async'],
  ExceptHandler: ['exceptionType', 'name', 'body'],
  arguments: ['posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults'],
  arg: ['arg', 'annotation'],
  keyword: ['arg', 'value'],
  alias: ['name', 'asname'],
  withitem: ['context_expr', 'optional_vars'],
  match_case: ['pattern', 'guard', 'body'],
  MatchValue: ['value'],
  MatchSequence: ['patterns'],
  MatchMapping: ['keys', 'patterns', 'rest'],
  MatchClass: ['cls', 'patterns', 'kwd_attrs', 'kwd_patterns'],
  MatchStar: ['name'],
  MatchAs: ['pattern', 'name'],
  MatchOr: ['patterns'],
  TypeVar: ['name', 'bound', 'default_value'],
  ParamSpec: ['name', 'default_value'],
  TypeVarTuple: ['name', 'default_value'],
};
const OPERATORS = new Set(['op', 'ops', 'ctx']);

/** @param python313 false: type parameters have no default_value field before 3.13 */
function canonical(python, text, module, python313) {
  const index = python.buildLineIndex(text);
  const ascii = isAscii(text);
  const out = [];
  const place = (offset) => {
    const line = python.lineOf(index, offset);
    const column = ascii ? offset - index.starts[line - 1] : python.utf8Column(index, text, offset, line);
    return `${line}:${column}`;
  };
  const write = (node, operator) => {
    if (Array.isArray(node)) {
      out.push('[');
      for (const item of node) write(item, operator);
      out.push(']');
    } else if (node === null || node === undefined) out.push('None');
    else if (typeof node !== 'object') out.push(operator ? node : json(node));
    else {
      const fields = FIELDS[node.type];
      out.push(
        `(${node.type}${POSITIONLESS.has(node.type) ? '' : `@${place(node.start)}-${place(node.end)}`}`,
      );
      if (node.type === 'Constant') out.push(constant(node, text));
      else if (node.type === 'MatchSingleton') out.push(singleton(node.value));
      else {
        for (const field of fields) {
          const optional = field.endsWith('?');
          const name = optional ? field.slice(0, -1) : field;
          if (optional && node[name].length === 0) continue;
          if (name === 'default_value' && !python313) continue;
          write(node[name], OPERATORS.has(name));
        }
      }
      out.push(')');
    }
  };
  write(module.body, false);
  return out.join('\n');
}

function isAscii(text) {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function json(value) {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function singleton(value) {
  return value.kind === 'none' ? 'None' : value.value ? 'True' : 'False';
}

function constant(node, text) {
  const { value } = node;
  switch (value.kind) {
    case 'none':
    case 'bool':
      return singleton(value);
    case 'ellipsis':
      return '...';
    case 'str':
      return text.slice(node.start, node.end).includes('\\N{')
        ? 'str:*'
        : `str:${value.u ? 'u' : ''}${json(value.value)}`;
    case 'bytes':
      return `bytes:${Buffer.from(value.value).toString('hex')}`;
    case 'int':
      return `int:${value.value.toString(16)}`;
    case 'float':
      return `float:${bits(value.value)}`;
    case 'complex':
      return `complex:${bits(value.imag)}`;
  }
}

function bits(number) {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(number);
  return buffer.toString('hex');
}

module.exports = { canonical };
