import * as K from './kinds';

/** Kind and length of the operator at an offset, as `kind << 2 | length`; 0 when there is none. */
export function operatorAt(codes: Uint16Array, at: number): number {
  const c = codes[at];
  const next = codes[at + 1];
  const equal = next === 61;
  switch (c) {
    case 40:
      return (K.LPAR << 2) | 1;
    case 41:
      return (K.RPAR << 2) | 1;
    case 91:
      return (K.LSQB << 2) | 1;
    case 93:
      return (K.RSQB << 2) | 1;
    case 123:
      return (K.LBRACE << 2) | 1;
    case 125:
      return (K.RBRACE << 2) | 1;
    case 44:
      return (K.COMMA << 2) | 1;
    case 59:
      return (K.SEMI << 2) | 1;
    case 126:
      return (K.TILDE << 2) | 1;
    case 58:
      return equal ? (K.WALRUS << 2) | 2 : (K.COLON << 2) | 1;
    case 46:
      return next === 46 && codes[at + 2] === 46 ? (K.ELLIPSIS << 2) | 3 : (K.DOT << 2) | 1;
    case 61:
      return equal ? (K.EQEQUAL << 2) | 2 : (K.EQUAL << 2) | 1;
    case 33:
      return equal ? (K.NOTEQUAL << 2) | 2 : (K.EXCLAIM << 2) | 1;
    case 60:
      if (next === 60) return doubled(codes, at, K.LSHIFT, 10);
      return equal ? (K.LESSEQUAL << 2) | 2 : next === 62 ? (K.NOTEQUAL << 2) | 2 : (K.LESS << 2) | 1;
    case 62:
      if (next === 62) return doubled(codes, at, K.RSHIFT, 11);
      return equal ? (K.GREATEREQUAL << 2) | 2 : (K.GREATER << 2) | 1;
    case 43:
      return equal ? augmented(0, 2) : (K.PLUS << 2) | 1;
    case 45:
      return equal ? augmented(1, 2) : next === 62 ? (K.ARROW << 2) | 2 : (K.MINUS << 2) | 1;
    case 42:
      if (next === 42) return doubled(codes, at, K.DOUBLESTAR, 12);
      return equal ? augmented(2, 2) : (K.STAR << 2) | 1;
    case 47:
      if (next === 47) return doubled(codes, at, K.DOUBLESLASH, 4);
      return equal ? augmented(3, 2) : (K.SLASH << 2) | 1;
    case 37:
      return equal ? augmented(5, 2) : (K.PERCENT << 2) | 1;
    case 64:
      return equal ? augmented(6, 2) : (K.AT << 2) | 1;
    case 38:
      return equal ? augmented(7, 2) : (K.AMPER << 2) | 1;
    case 124:
      return equal ? augmented(8, 2) : (K.VBAR << 2) | 1;
    case 94:
      return equal ? augmented(9, 2) : (K.CIRCUMFLEX << 2) | 1;
    default:
      return 0;
  }
}

/** Operators of the augmented assignments, by `kind - AUG_FIRST`. */
export const AUGMENTED_OPERATORS = [
  'Add',
  'Sub',
  'Mult',
  'Div',
  'FloorDiv',
  'Mod',
  'MatMult',
  'BitAnd',
  'BitOr',
  'BitXor',
  'LShift',
  'RShift',
  'Pow',
] as const;

function augmented(index: number, length: number): number {
  return ((K.AUG_FIRST + index) << 2) | length;
}

function doubled(codes: Uint16Array, at: number, kind: number, index: number): number {
  return codes[at + 2] === 61 ? augmented(index, 3) : (kind << 2) | 2;
}
