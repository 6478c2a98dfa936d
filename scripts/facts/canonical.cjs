/** Facts in the form that dump.py gives. */

/** The lists of facts that ast and tokenize know too. `nested`: strings inside of f-strings are compared as well. */
function canonicalLists(facts, nested) {
  const inForwardReference = within(facts.strings.filter((string) => !string.formatted));
  const inFormatted = within(facts.strings.filter((string) => string.formatted));
  const basesOf = (definition) => definition.bases.map((base) => dotted(base.name));
  const parametersOf = (definition) => definition.parameters.map((parameter) => parameter.name);
  return {
    definitions: [
      ...facts.classes.map((fact) => definition(fact, 'class', basesOf(fact))),
      ...facts.functions.map((fact) => definition(fact, 'function', parametersOf(fact))),
    ],
    imports: facts.imports.map((fact) => [
      fact.line,
      fact.column,
      fact.module,
      fact.level,
      fact.names.map(({ name, alias }) => [name, alias]),
    ]),
    calls: facts.calls
      .filter((call) => !inForwardReference(call.span))
      .map((call) => [
        call.line,
        call.column,
        call.callee,
        call.arguments.length,
        call.arguments.map((argument) => argument.keyword).filter((keyword) => keyword !== null),
      ]),
    handlers: facts.handlers.map((handler) => [handler.line, handler.column, handler.exceptions.length]),
    strings: facts.strings
      .filter((string) => nested || !inFormatted(string.span))
      .map((string) => [string.line, string.column, comparable(string)]),
    comments: facts.comments.map((comment) => [comment.line, comment.column, comment.text]),
  };
}

function definition(fact, kind, names) {
  const { qualname, defLine, column, line, endLine, docstring, decorators } = fact;
  return [kind, qualname, defLine, column, line, endLine, docstring, names, decorators.map((d) => d.name)];
}

/** A base that is no dotted name shows as its source: a call, a subscript, a literal. */
function dotted(name) {
  return /^(?!(None|True|False)$)[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name) ? name : '';
}

/** Names of Unicode characters are not decoded by the parser. */
function comparable({ formatted, value }) {
  return formatted || value.includes('\\N{') ? null : value;
}

/** A test for lying strictly inside of one of these facts. */
function within(facts) {
  const spans = facts.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle].start < start) low = middle + 1;
      else high = middle;
    }
    // Spans nest at most a few levels deep, so one of the last before it contains it, if any does.
    return spans.slice(Math.max(0, low - 50), low).some((span) => end <= span.end);
  };
}

/**
 * Scopes of both sides as `[label, bound names, what each read name means]`. Left out on both sides: module names that
 * only functions bind, `__class__`, which is bound implicitly, names that a class binds after reading them, annotations
 * that CPython does not look at under `from __future__ import annotations`; and from Python 3.12 on (`inlined`)
 * comprehensions, which are gone (PEP 709).
 */
function canonicalScopes(x, theirs, inlined) {
  const { scopes } = x.facts;
  const reads = readsOf(x);
  const byLabel = new Map();
  scopes.forEach((scope, id) => push(byLabel, label(x, scope), id));
  const sides = { ours: [], theirs: [] };
  const hidden = hiddenNames(x, reads, inlined);
  const isLeftOut = (of) => inlined && of.startsWith('comprehension');
  for (const [name, bound, uses] of theirs) {
    if (isLeftOut(name)) continue;
    const id = byLabel.get(name)?.shift();
    if (id === undefined) {
      sides.theirs.push([name]);
      continue;
    }
    const theirUses = new Map(uses);
    const { meanings, inCode } = reads[id];
    const skip = (read) =>
      hidden[id].has(read) ||
      isLeftOut(meanings.get(read) ?? '') ||
      (!inCode.has(read) && !theirUses.has(read));
    const seen = (names) => names.filter((one) => !hidden[id].has(one)).sort();
    sides.ours.push([name, seen(boundNames(scopes[id])), sorted(meanings, skip)]);
    sides.theirs.push([name, seen(bound), sorted(theirUses, skip)]);
  }
  for (const [name, ids] of byLabel) {
    if (!isLeftOut(name)) for (const id of ids) sides.ours.push([name, id]);
  }
  return sides;
}

function boundNames({ bindings }) {
  const binds = ({ kind }) => kind !== 'global' && kind !== 'nonlocal';
  return Object.keys(bindings).filter((name) => bindings[name].some(binds));
}

/** What each scope reads: what the name means there, and whether code reads it or annotations only. */
function readsOf(x) {
  const reads = x.facts.scopes.map(() => ({ meanings: new Map(), inCode: new Set() }));
  for (const { node, root, place, bindingScope } of x.references) {
    const isRead = node.ctx === 'Load' || node.type === 'Attribute';
    if (!isRead || place.inString || root === '__class__') continue;
    const { meanings, inCode } = reads[place.scopeId];
    meanings.set(root, meaning(x, place.scopeId, bindingScope));
    if (!place.annotation) inCode.add(root);
  }
  return reads;
}

function hiddenNames(x, reads, inlined) {
  const { scopes } = x.facts;
  const hidden = scopes.map(() => new Set(['__class__']));
  for (const { beforeBinding, place, root } of x.references)
    if (beforeBinding && scopes[place.scopeId].bindings[root]) hidden[place.scopeId].add(root);
  for (const { bindings } of scopes)
    for (const name of Object.keys(bindings)) if (bindings[name][0].kind === 'global') hidden[0].add(name);
  if (!inlined) return hidden;
  for (let id = scopes.length - 1; id > 0; id--) {
    if (scopes[id].kind !== 'comprehension') continue;
    const around = hidden[scopes[id].parent];
    for (const name of [...Object.keys(scopes[id].bindings), ...reads[id].meanings.keys(), ...hidden[id]])
      around.add(name);
  }
  return hidden;
}

function push(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

function sorted(uses, skip) {
  return [...uses].filter(([name]) => !skip(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function meaning(x, scopeId, bindingScope) {
  if (bindingScope === scopeId) return 'own';
  return bindingScope <= 0 ? 'global' : label(x, x.facts.scopes[bindingScope]);
}

function label(x, { kind, name, span }) {
  const shown = kind === 'class' || kind === 'function' ? name : '';
  return `${kind} ${shown} ${kind === 'module' ? 0 : lineOf(x, span.start)}`;
}

function lineOf(x, offset) {
  const { starts, count } = x.lines;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Where ruff reports a function: its name, with the column in code points. */
function complexityKey(path, x, { name, nameSpan }) {
  const line = lineOf(x, nameSpan.start);
  const before = x.text.slice(x.lines.starts[line - 1], nameSpan.start);
  return `${path}:${line}:${[...before].length + 1}:${name}`;
}

module.exports = { canonicalLists, canonicalScopes, complexityKey };
