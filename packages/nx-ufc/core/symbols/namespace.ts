import type {
  AsyncFunctionDef,
  ClassDef,
  Expr,
  FunctionDef,
  Import,
  ImportFrom,
  Stmt,
  TypeAlias,
} from '../python/ast';
import { leafOf } from '../python/facts/dotted';
import type { Place } from './symbols';

/** In which branch a name is bound. `alternative`: the `else` of an `if`, or an exception handler. */
export type Branch = 'main' | 'type_checking' | 'alternative';

/** A test that a statement stands under, and whether it stands in the branch where it holds. */
export interface Condition {
  test: Expr;
  holds: boolean;
}

/** `tests`: those that decide whether the name is bound here, outermost first. */
export type Definition = { branch: Branch; tests?: readonly Condition[] } & (
  | { kind: 'class'; node: ClassDef }
  | { kind: 'function'; node: FunctionDef | AsyncFunctionDef }
  | { kind: 'assignment'; value: Expr | null; annotation: Expr | null; start: number }
  | { kind: 'type_alias'; node: TypeAlias }
  /** `import a.b` (name null, binds `a`), `import a.b as c` (whole), `from m import n`. */
  | { kind: 'import'; module: string; level: number; name: string | null }
  /** Bound by a loop, `with`, unpacking, `except … as` or a pattern: its value cannot be read off. */
  | { kind: 'other'; start: number }
  /** `names += [x]`: there is more than what was assigned. */
  | { kind: 'added'; start: number }
  /** What a name stands for in one run of a loop or function: an expression that is read at its own place. */
  | { kind: 'bound'; value: Expr; place: Place }
);

/** The names that a body (module, class or function) binds, in source order. */
export interface Namespace {
  names: Map<string, Definition[]>;
  stars: { module: string; level: number }[];
  /** Names of the parameters of a function. They hide what is outside of it. */
  parameters?: ReadonlySet<string>;
  /** Only while the body is read: the tests around the statement. */
  around?: readonly Condition[];
}

/** Collect what a body binds, its `if`, `try`, `with` and loop blocks included, nested scopes excluded. */
export function namespaceOf(body: readonly Stmt[]): Namespace {
  const namespace: Namespace = { names: new Map(), stars: [] };
  collect(namespace, body, 'main');
  return namespace;
}

function collect(namespace: Namespace, body: readonly Stmt[], branch: Branch): void {
  for (const statement of body) collectStatement(namespace, statement, branch);
}

function collectStatement(namespace: Namespace, statement: Stmt, branch: Branch): void {
  const alternative: Branch = branch === 'main' ? 'alternative' : branch;
  switch (statement.type) {
    case 'ClassDef':
      return add(namespace, statement.name, { kind: 'class', node: statement, branch });
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return add(namespace, statement.name, { kind: 'function', node: statement, branch });
    case 'TypeAlias':
      return add(namespace, statement.name.id, { kind: 'type_alias', node: statement, branch });
    case 'Assign':
      for (const target of statement.targets) bind(namespace, target, statement.value, null, branch);
      return;
    case 'AnnAssign':
      return bind(namespace, statement.target, statement.value, statement.annotation, branch);
    case 'AugAssign':
      if (statement.target.type !== 'Name') return;
      return add(namespace, statement.target.id, { kind: 'added', start: statement.target.start, branch });
    case 'Import':
    case 'ImportFrom':
      return collectImport(namespace, statement, branch);
    case 'If': {
      const typing = leafOf(statement.test) === 'TYPE_CHECKING';
      under(namespace, statement.test, true, () =>
        collect(namespace, statement.body, typing ? 'type_checking' : branch),
      );
      return under(namespace, statement.test, false, () =>
        collect(namespace, statement.orelse, typing ? branch : alternative),
      );
    }
    case 'Try':
    case 'TryStar':
      collect(namespace, statement.body, branch);
      collect(namespace, statement.orelse, branch);
      for (const handler of statement.handlers) collect(namespace, handler.body, alternative);
      return collect(namespace, statement.finalbody, branch);
    case 'With':
    case 'AsyncWith':
      for (const item of statement.items)
        if (item.optional_vars) bind(namespace, item.optional_vars, null, null, branch, true);
      return collect(namespace, statement.body, branch);
    case 'For':
    case 'AsyncFor':
      bind(namespace, statement.target, null, null, branch, true);
      collect(namespace, statement.body, branch);
      return collect(namespace, statement.orelse, branch);
    case 'While':
      collect(namespace, statement.body, branch);
      return collect(namespace, statement.orelse, branch);
    default:
      return;
  }
}

function under(namespace: Namespace, test: Expr, holds: boolean, read: () => void): void {
  const { around } = namespace;
  namespace.around = [...(around ?? []), { test, holds }];
  read();
  namespace.around = around;
}

function collectImport(namespace: Namespace, statement: Import | ImportFrom, branch: Branch): void {
  for (const alias of statement.names) {
    if (statement.type === 'Import') {
      const [root] = alias.name.split('.', 1);
      const module = alias.asname ? alias.name : root;
      add(namespace, alias.asname ?? root, { kind: 'import', module, level: 0, name: null, branch });
    } else if (alias.name === '*') {
      namespace.stars.push({ module: statement.module ?? '', level: statement.level });
    } else {
      add(namespace, alias.asname ?? alias.name, {
        kind: 'import',
        module: statement.module ?? '',
        level: statement.level,
        name: alias.name,
        branch,
      });
    }
  }
}

function bind(
  namespace: Namespace,
  target: Expr,
  value: Expr | null,
  annotation: Expr | null,
  branch: Branch,
  unknown = false,
): void {
  if (target.type === 'Name') {
    const definition: Definition = unknown
      ? { kind: 'other', start: target.start, branch }
      : { kind: 'assignment', value, annotation, start: target.start, branch };
    return add(namespace, target.id, definition);
  }
  if (target.type === 'Starred') return bind(namespace, target.value, null, null, branch, true);
  if (target.type !== 'Tuple' && target.type !== 'List') return;
  const parts = value?.type === 'Tuple' || value?.type === 'List' ? value.elts : [];
  const paired =
    parts.length === target.elts.length && ![...parts, ...target.elts].some((e) => e.type === 'Starred');
  target.elts.forEach((element, i) =>
    bind(namespace, element, paired ? parts[i] : null, null, branch, !paired),
  );
}

function add(namespace: Namespace, name: string, definition: Definition): void {
  const known = namespace.names.get(name);
  const complete = namespace.around ? { ...definition, tests: namespace.around } : definition;
  if (known) known.push(complete);
  else namespace.names.set(name, [complete]);
}
