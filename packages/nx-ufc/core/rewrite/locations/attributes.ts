import type { ProjectFacts } from '../../project/types';
import type { Arguments, Expr, FunctionDef, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';

/** What methods call the object, or its class. */
export const RECEIVERS = ['self', 'cls'];

/** An assignment of a method: `self.root = dirname(__file__)`. */
export interface AttributeSet {
  name: string;
  value: Expr;
  method: FunctionDef;
}

const known = new WeakMap<ProjectFacts, Map<string, boolean>>();

/** What the methods of a class set of their objects, in source order. */
export function attributesSet(body: readonly Node[]): AttributeSet[] {
  return body.flatMap((node) => {
    if (node.type !== 'FunctionDef' && node.type !== 'AsyncFunctionDef') return [];
    const method = node as FunctionDef;
    const { posonlyargs, args } = method.args as Arguments;
    const receiver = [...posonlyargs, ...args].at(0)?.arg ?? '';
    if (!RECEIVERS.includes(receiver)) return [];
    return method.body.flatMap((one) => setIn(one, receiver)).map((set) => ({ ...set, method }));
  });
}

function setIn(node: Node, receiver: string): Omit<AttributeSet, 'method'>[] {
  if (/^(FunctionDef|AsyncFunctionDef|Lambda|ClassDef)$/.test(node.type)) return [];
  const { type, targets, target, value } = node as Node & { targets?: Expr[]; target?: Expr; value?: Expr };
  const only = type === 'Assign' && targets?.length === 1 ? targets[0] : type === 'AnnAssign' ? target : null;
  if (only?.type === 'Attribute' && only.value.type === 'Name' && only.value.id === receiver && value)
    return [{ name: only.attr, value }];
  return childrenOf(node).flatMap((child) => setIn(child, receiver));
}

/** What expressions say for an attribute of the object. */
export function attributeKeys(name: string): string[] {
  return RECEIVERS.map((receiver) => `${receiver}.${name}`);
}

/** Names without those of an object that another class, or a function within a method, means by the same word. */
export function withoutAttributes<T>(names: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...names].filter(([name]) => !RECEIVERS.some((one) => name.startsWith(`${one}.`))));
}

/**
 * Is an attribute the same wherever anything of the project asks for it? Only what no other statement sets is: a subclass, or who has the
 * object, may give it another value.
 */
export function isSetOnce(project: ProjectFacts, name: string): boolean {
  const answers = known.get(project) ?? new Map<string, boolean>();
  known.set(project, answers);
  const answer = answers.get(name) ?? timesSet(project, name) === 1;
  answers.set(name, answer);
  return answer;
}

/** By the text, where one too many only leaves an expression alone: facts know no attributes of objects. */
function timesSet(project: ProjectFacts, name: string): number {
  const stores = [
    `\\.[ \\t]*${name}[ \\t]*(?::[^=\\n]*)?[-+*/%|&^@]{0,2}=(?!=)`,
    `^[ \\t]*[([]?[ \\t\\w.,]*\\.${name}[ \\t]*,[ \\t\\w.,)\\]]*=(?!=)`,
    `\\b(?:as|for)[ \\t]+[\\w.]*\\.${name}\\b`,
    `\\bdel\\b[^\\n]*\\.${name}\\b`,
    `\\b(?:setattr|object)[ \\t]*\\([^)\\n]*["']${name}["']`,
  ].map((pattern) => new RegExp(pattern, 'gm'));
  let times = 0;
  for (const [path, { scopes }] of project.facts) {
    const text = project.sources.get(path)?.text ?? '';
    if (!text.includes(name)) continue;
    for (const store of stores) times += text.match(store)?.length ?? 0;
    for (const { kind, bindings } of scopes)
      if (kind === 'class' && Object.hasOwn(bindings, name)) times += bindings[name].length;
  }
  return times;
}
