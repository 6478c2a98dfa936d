import type { Arg, Arguments, Expr } from '../python/ast';

/** A parameter of a function or lambda, in the order of its signature. */
export interface Parameter {
  name: string;
  annotation: Expr | null;
  default: Expr | null;
  /** Offset of the name. */
  start: number;
  kind: 'positional' | 'var_positional' | 'keyword' | 'var_keyword';
}

/** The parameters of a signature, `self` included. */
export function parametersOf(args: Arguments): Parameter[] {
  const plain = [...args.posonlyargs, ...args.args];
  const first = plain.length - args.defaults.length;
  const parameters: Parameter[] = plain.map((arg, i) => ({
    name: arg.arg,
    annotation: arg.annotation,
    start: arg.start,
    default: i >= first ? args.defaults[i - first] : null,
    kind: 'positional',
  }));
  if (args.vararg) parameters.push(rest(args.vararg, 'var_positional'));
  args.kwonlyargs.forEach((arg, i) =>
    parameters.push({
      name: arg.arg,
      annotation: arg.annotation,
      start: arg.start,
      default: args.kw_defaults[i] ?? null,
      kind: 'keyword',
    }),
  );
  if (args.kwarg) parameters.push(rest(args.kwarg, 'var_keyword'));
  return parameters;
}

function rest(arg: Arg, kind: Parameter['kind']): Parameter {
  return { name: arg.arg, annotation: arg.annotation, start: arg.start, default: null, kind };
}
