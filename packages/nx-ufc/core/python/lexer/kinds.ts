/** Token kinds. Numbers, not an enum: the lexer's tables and the parser's switches work on them directly. */
export const EOF = 0;
export const NEWLINE = 1;
export const INDENT = 2;
export const DEDENT = 3;
export const NAME = 4;
export const NUMBER = 5;
export const STRING = 6;
/** Prefix and opening quote of an f- or t-string. */
export const FSTART = 7;
export const FMIDDLE = 8;
export const FEND = 9;

export const LPAR = 10;
export const RPAR = 11;
export const LSQB = 12;
export const RSQB = 13;
export const LBRACE = 14;
export const RBRACE = 15;
export const COMMA = 16;
export const COLON = 17;
export const DOT = 18;
export const SEMI = 19;
export const EQUAL = 20;
export const ARROW = 21;
export const WALRUS = 22;
export const ELLIPSIS = 23;
export const EXCLAIM = 24;
export const TILDE = 25;
export const AT = 26;

export const PLUS = 27;
export const MINUS = 28;
export const STAR = 29;
export const SLASH = 30;
export const DOUBLESLASH = 31;
export const PERCENT = 32;
export const AMPER = 33;
export const VBAR = 34;
export const CIRCUMFLEX = 35;
export const LSHIFT = 36;
export const RSHIFT = 37;
export const DOUBLESTAR = 38;
export const LESS = 39;
export const GREATER = 40;
export const LESSEQUAL = 41;
export const GREATEREQUAL = 42;
export const EQEQUAL = 43;
export const NOTEQUAL = 44;

/** Augmented assignments, in the order of `AUGMENTED_OPERATORS`. */
export const AUG_FIRST = 45;
export const AUG_LAST = 57;

export const KEYWORD_FIRST = 60;
export const KEYWORDS = [
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
] as const;

const keyword = (word: (typeof KEYWORDS)[number]) => KEYWORD_FIRST + KEYWORDS.indexOf(word);
export const K_FALSE = keyword('False');
export const K_NONE = keyword('None');
export const K_TRUE = keyword('True');
export const K_AND = keyword('and');
export const K_AS = keyword('as');
export const K_ASSERT = keyword('assert');
export const K_ASYNC = keyword('async');
export const K_AWAIT = keyword('await');
export const K_BREAK = keyword('break');
export const K_CLASS = keyword('class');
export const K_CONTINUE = keyword('continue');
export const K_DEF = keyword('def');
export const K_DEL = keyword('del');
export const K_ELIF = keyword('elif');
export const K_ELSE = keyword('else');
export const K_EXCEPT = keyword('except');
export const K_FINALLY = keyword('finally');
export const K_FOR = keyword('for');
export const K_FROM = keyword('from');
export const K_GLOBAL = keyword('global');
export const K_IF = keyword('if');
export const K_IMPORT = keyword('import');
export const K_IN = keyword('in');
export const K_IS = keyword('is');
export const K_LAMBDA = keyword('lambda');
export const K_NONLOCAL = keyword('nonlocal');
export const K_NOT = keyword('not');
export const K_OR = keyword('or');
export const K_PASS = keyword('pass');
export const K_RAISE = keyword('raise');
export const K_RETURN = keyword('return');
export const K_TRY = keyword('try');
export const K_WHILE = keyword('while');
export const K_WITH = keyword('with');
export const K_YIELD = keyword('yield');

/** What a token of a kind looks like, for messages. */
export function describeKind(kind: number): string {
  if (kind >= KEYWORD_FIRST) return `'${KEYWORDS[kind - KEYWORD_FIRST]}'`;
  switch (kind) {
    case EOF:
      return 'end of file';
    case NEWLINE:
      return 'end of line';
    case INDENT:
      return 'indented block';
    case NAME:
      return 'name';
    case LPAR:
      return "'('";
    case RPAR:
      return "')'";
    case LSQB:
      return "'['";
    case RSQB:
      return "']'";
    case RBRACE:
      return "'}'";
    case COMMA:
      return "','";
    case COLON:
      return "':'";
    case EQUAL:
      return "'='";
    default:
      return 'something else';
  }
}
