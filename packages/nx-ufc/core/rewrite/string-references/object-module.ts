import type { FileFacts } from '../../python/facts/types';
import { calleeLeaf } from '../../project/calls-named';
import type { StringReferenceKind } from './kind';

/** Functions of the standard library that make a class and take the name of its module. */
const MAKERS = new Set(['Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'namedtuple', 'make_dataclass']);

/**
 * Where an object says it lives: `Class.__module__ = "pkg"`, `setattr(Class, "__module__", "pkg")`, `@set_module("pkg")`,
 * `Enum("E", names, module="pkg")`. Pickles and reprs are made of it, so it must be a name that can be imported.
 */
export const objectModule: StringReferenceKind = {
  id: 'object-module',
  inProgram: 'importing',
  match({ whole, moduleLength, path, string, call, position, context }) {
    if (!whole || moduleLength !== path.parts.length) return null;
    if (string.role === 'assignment' && /(^|\.)__module__$/.test(targetOf(string.name, context, string.span)))
      return '__module__ of an object';
    if (string.role === 'assignment' && isGivenToObject(string.name, context.facts))
      return 'what __module__ of an object is set to';
    if (!call) return null;
    if (
      position === 2 &&
      call.callee === 'setattr' &&
      /["']__module__["'],?\s*$/.test(before(context, string.span))
    )
      return '__module__ of an object';
    if (position === 0 && calleeLeaf(call) === 'set_module') return `argument of ${call.callee}()`;
    return string.name === 'module' && MAKERS.has(calleeLeaf(call)) ? `module= of ${call.callee}()` : null;
  },
};

/** `NAME = "pkg"`, `Class.__module__ = NAME` */
function isGivenToObject(name: string | null, { assignments }: FileFacts): boolean {
  return assignments.some(
    ({ target, value }) =>
      name !== null && target.endsWith('.__module__') && value?.kind === 'name' && value.name === name,
  );
}

/** The assigned name; facts know that of an attribute only from the assignment itself. */
function targetOf(
  name: string | null,
  { text }: { text: string },
  span: { start: number; end: number },
): string {
  if (name !== null) return name;
  return /([\w.]+)\s*=\s*$/.exec(before({ text }, span))?.[1] ?? '';
}

function before({ text }: { text: string }, { start }: { start: number }): string {
  return text.slice(Math.max(0, start - 200), start);
}
