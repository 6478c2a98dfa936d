import type { Expr } from '../../python/ast';
import type { Span } from '../../python/facts/types';

/** What a path expression starts from: the file of a module, the folder of a package, or a variable that holds a path. */
export type Anchor =
  | { kind: 'file'; path: string }
  /**
   * `files("pkg")`, `pkg.__path__[0]`: `span` is that of the literal or name that may be replaced by the name of another package, null where
   * that is none. `own`: it is `__package__`, which follows the module.
   */
  | { kind: 'package'; folder: string; own: boolean; span: Span | null }
  | { kind: 'variable'; variable: Variable };

/** A step to the folder above. */
export type Up =
  /** `X.parent`; `span` is `.parent`. */
  | { kind: 'attribute'; span: Span }
  /** `dirname(X)`, `split(X)[0]`: what stands before and after X, and what another such call ends with. */
  | { kind: 'call'; before: Span; after: Span; callee: string; close: string }
  /** `X.parents[n]`, `X - n`, `X.split(sep)[-n]`: the number, and how many steps more than it says there are. */
  | { kind: 'index'; span: Span; count: number; first: -1 | 0 | 1 }
  /** `X.with_name("y")` replaces the last part. */
  | { kind: 'fixed' };

/** A literal that is appended, or a name of one: `/ "a"`, `join(X, "a/b")`, `X + "/a"`, `X / NAME`. */
export interface Down {
  segments: string[];
  /** The literal with quotes. */
  span: Span;
  /** What is between the quotes; all of a name. */
  body: Span;
  style: 'operator' | 'argument' | 'text';
}

/** A path expression: an anchor, steps up, then literals. */
export interface Location {
  anchor: Anchor;
  ups: Up[];
  downs: Down[];
  /** The whole expression, and the part of it that the next step up would wrap. */
  span: Span;
  base: Span;
  /** The base is an object of pathlib, where a function made it one: `Path(dirname(__file__))`. */
  isObject?: boolean;
  /** More follows that is only known at run time. */
  open: boolean;
  /** What lies in the folder is listed. */
  listed?: boolean;
  /** The modules in the folder and below it are gone through by the name that is written for its package. */
  walked?: boolean;
  /** It is asked what the folder is called. */
  named?: boolean;
  /** All that is asked is whether something lies in the folder. */
  compared?: boolean;
}

/** A name that is bound once, to a path expression, or to a function without parameters that does nothing but return one. */
export interface Variable {
  name: string;
  isFunction: boolean;
  /** A name of a function, which nothing else can use. */
  isLocal: boolean;
  /** A name of a class or of its objects, which no module imports. */
  isMember?: boolean;
  location: Location;
  uses: Location[];
  /** Of a name of another module: where it led to, and where it leads now. */
  fixed?: { before: string | null; now: string | null };
}

/** The value that an expression may be looked up by. */
export interface Environment {
  file: string;
  text: string;
  /** By name; a function by what a call of it looks like: `root()`; what a method set as `self.root`. */
  variables: ReadonlyMap<string, Variable>;
  /** Of names that are bound once, to a text; `d()` to the function of `os.path` that `d` is another name of. */
  texts: ReadonlyMap<string, string>;
  /** What names of other modules may be called, and the one that an expression means. */
  constantNames: ReadonlySet<string>;
  constant(node: Expr): Variable | null;
  /** Does nothing but one statement of the project set an attribute of this name? */
  isSetOnce(name: string): boolean;
  /** File of the module that `X.__file__` means, by the place of the expression; null when unknown. */
  fileOf(node: Expr): string | null;
  /** File of the module that an expression names; null when it names none of the project. */
  moduleFile(node: Expr): string | null;
  /** Folder of the package that an expression names; null when it names none of the project. */
  packageFolder(node: Expr): { folder: string; own: boolean } | null;
  /** The same for what stands before `.__path__`; the whole of `X.__path__` is given. */
  pathFolder(node: Expr): { folder: string; own: boolean } | null;
}
