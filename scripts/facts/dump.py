"""What CPython says about each file, one JSON line a file: scopes (symtable), definitions, calls and imports (ast), strings and
comments (tokenize). Reads paths from standard input. Before Python 3.12 nothing is told about strings inside of f-strings.
"""

import ast
import io
import json
import symtable
import sys
import tokenize

sys.setrecursionlimit(20_000)
IMPLICIT = {"__class__", "__classdict__", "__conditional_annotations__", "__type_params__"}
COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}


class Positions:
    """Columns in UTF-16 units from 1, from the columns of ast (UTF-8) and tokenize (code points)."""

    def __init__(self, text):
        self.lines = io.StringIO(text, newline=None).read().split("\n")
        self.ascii = text.isascii()

    def of_bytes(self, line, column):
        if self.ascii:
            return [line, column + 1]
        before = self.lines[line - 1].encode()[:column].decode()
        return [line, len(before.encode("utf-16-le")) // 2 + 1]

    def of_points(self, line, column):
        if self.ascii:
            return [line, column + 1]
        return [line, len(self.lines[line - 1][:column].encode("utf-16-le", "surrogatepass")) // 2 + 1]


def kind_of(table):
    # A string until Python 3.12, then an enumeration.
    kind = getattr(table.get_type(), "value", table.get_type())
    if kind == "function" and table.get_name() == "lambda":
        return "lambda"
    if kind == "function" and table.get_name() in COMPREHENSIONS and table.get_parameters() == (".0",):
        return "comprehension"
    if kind in ("module", "class", "function"):
        return kind
    return "type_params" if kind in ("type parameters", "type parameter") else "inline"


class Scope:
    """A symbol table. The tables of a type alias's value and of a type parameter's bound count to the scope around."""

    def __init__(self, table, parent, owner):
        self.table, self.parent, self.owner = table, parent, owner
        self.kind = kind_of(table)
        of_class = any(kind_of(child) == "class" for child in table.get_children())
        if self.kind == "class" or (self.kind == "type_params" and of_class):
            self.owner = table.get_name()
        self.line = table.get_lineno()
        self.uses = {}
        self.bound = set()
        self.target = parent.target if self.kind == "inline" else self

    def label(self):
        name = self.table.get_name() if self.kind in ("class", "function") else ""
        return f"{self.kind} {name} {0 if self.kind == 'module' else self.line}"

    def meaning(self, symbol):
        """What a name that is read here means: "own", "global", or the label of the scope that binds it."""
        if symbol.is_free():
            home = binder(self, symbol.get_name())
        elif symbol.is_local():
            home = self
        else:
            home = class_around(self, symbol.get_name())
        if home is None:
            in_module = self.target.kind == "module" and symbol.get_name() in self.target.bound
            return "own" if in_module else "global"
        return "own" if home.target is self.target else home.label()


def binder(scope, name):
    """The function-like scope that a free variable belongs to."""
    at = scope.parent
    while at is not None:
        if at.kind not in ("class", "module"):
            try:
                if at.table.lookup(name).is_local():
                    return at
            except KeyError:
                pass
        at = at.parent
    return None


def class_around(scope, name):
    """Type parameters and aliases directly in a class see its names (PEP 695); symtable calls these global."""
    at = scope
    while at is not None and at.kind in ("inline", "type_params"):
        at = at.parent
    if at is scope or at is None or at.kind != "class":
        return None
    try:
        return at if at.table.lookup(name).is_local() else None
    except KeyError:
        return None


def demangle(name, owner):
    prefix = "_" + owner.lstrip("_") if owner and owner.lstrip("_") else None
    if prefix and name.startswith(prefix + "__") and not name.endswith("__"):
        return name[len(prefix):]
    return name


def scopes_of(table, parent, owner, found):
    scope = Scope(table, parent, owner)
    if scope.kind != "inline":
        found.append(scope)
    for symbol in table.get_symbols():
        raw = symbol.get_name()
        if raw.startswith(".") or raw in IMPLICIT:
            continue
        name = demangle(raw, scope.owner)
        if symbol.is_local() and scope.kind != "inline":
            scope.bound.add(name)
        if symbol.is_referenced():
            scope.target.uses[name] = scope.meaning(symbol)
    for child in table.get_children():
        scopes_of(child, scope, scope.owner, found)
    return found


class Definitions(ast.NodeVisitor):
    def __init__(self, positions):
        self.at = positions
        self.stack = []
        self.definitions, self.imports, self.calls, self.handlers = [], [], [], []
        self.globals = [set()]

    def place(self, node):
        return self.at.of_bytes(node.lineno, node.col_offset)

    def define(self, node, kind):
        qualname = node.name if node.name in self.globals[-1] else "".join(self.stack) + node.name
        documented = ast.get_docstring(node, clean=False) is not None
        first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        entry = [kind, qualname, *self.place(node), first, node.end_lineno, documented]
        if kind == "class":
            entry.append([dotted(b.value if isinstance(b, ast.Subscript) else b) for b in node.bases])
        else:
            a = node.args
            entry.append([p.arg for p in [*a.posonlyargs, *a.args, a.vararg, *a.kwonlyargs, a.kwarg] if p])
        entry.append([dotted(d.func if isinstance(d, ast.Call) else d) for d in node.decorator_list])
        self.definitions.append(entry)
        return qualname

    def visit_FunctionDef(self, node):
        qualname = self.define(node, "function")
        self.visit_all([*node.decorator_list, node.args, node.returns, *getattr(node, "type_params", [])])
        self.visit_within(node, [qualname, ".<locals>."])

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        qualname = self.define(node, "class")
        self.visit_all([*node.decorator_list, *node.bases, *node.keywords, *getattr(node, "type_params", [])])
        self.visit_within(node, [qualname, "."])

    def visit_within(self, node, stack):
        outer, self.stack = self.stack, stack
        self.globals.append(declared(node.body))
        self.visit_all(node.body)
        self.globals.pop()
        self.stack = outer

    def visit_all(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_Import(self, node):
        self.imports.append([*self.place(node), "", 0, [[a.name, a.asname] for a in node.names]])

    def visit_ImportFrom(self, node):
        names = [[a.name, a.asname] for a in node.names]
        self.imports.append([*self.place(node), node.module or "", node.level, names])

    def visit_Call(self, node):
        keywords = [k.arg for k in node.keywords if k.arg is not None]
        count = len(node.args) + len(node.keywords)
        self.calls.append([*self.place(node), dotted(node.func), count, keywords])
        self.generic_visit(node)

    def visit_ExceptHandler(self, node):
        items = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type] if node.type else []
        self.handlers.append([*self.place(node), len(items)])
        self.generic_visit(node)


def declared(body):
    """Names that a body declares global, nested definitions left out."""
    found = set()
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Global):
            found.update(node.names)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo.extend(ast.iter_child_nodes(node))
    return found


def dotted(node):
    """`a.b.c`, or "" for anything else; parentheses inside make it something else."""
    parts, root = [], node
    while isinstance(root, ast.Attribute):
        parts.append(root.attr)
        root = root.value
        if (root.lineno, root.col_offset) != (node.lineno, node.col_offset):
            return ""
    if not isinstance(root, ast.Name):
        return ""
    return ".".join([root.id, *reversed(parts)])


def tokens_of(text, positions):
    strings, comments = [], []
    for token in tokenize.generate_tokens(io.StringIO(text, newline=None).readline):
        name = tokenize.tok_name[token.type]
        if name == "STRING":
            strings.append([*positions.of_points(*token.start), value_of(token.string)])
        elif name in ("FSTRING_START", "TSTRING_START"):
            strings.append([*positions.of_points(*token.start), None])
        elif name == "COMMENT":
            comments.append([*positions.of_points(*token.start), token.string])
    return strings, comments


def value_of(literal):
    """The value that is compared: not that of an f-string, and not with names of Unicode characters in it."""
    prefix = literal[: min(literal.find(quote) % 1_000_000 for quote in "'\"")].lower()
    if "f" in prefix or "\\N{" in literal:
        return None
    value = ast.literal_eval(literal)
    return value.decode("latin-1") if isinstance(value, bytes) else value


def facts_of(path):
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode("utf-8-sig")
    tree = ast.parse(data)
    positions = Positions(text)
    scopes = scopes_of(symtable.symtable(data, path, "exec"), None, None, [])
    visitor = Definitions(positions)
    visitor.visit(tree)
    strings, comments = tokens_of(text, positions)
    return {
        "scopes": [[s.label(), sorted(s.bound), sorted(s.uses.items())] for s in scopes],
        "definitions": visitor.definitions,
        "imports": visitor.imports,
        "calls": visitor.calls,
        "handlers": visitor.handlers,
        "strings": strings,
        "comments": comments,
    }


def main():
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            result = facts_of(path)
        except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError, tokenize.TokenError) as error:
            result = {"error": f"{type(error).__name__}: {error}"[:120]}
        print(json.dumps({"path": path, **result}), flush=True)


main()
