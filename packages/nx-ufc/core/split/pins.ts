import { frameworkOf } from '../classify/sighting';
import type { Blueprint } from '../blueprint/types';
import { bindingCount, isCopyable, isModuleLogger, type Anatomy } from './anatomy';
import type { Touched } from './touched';

/** Names whose meaning is the module that the code stands in. */
const OWN_MODULE = ['__name__', '__file__', '__package__', '__spec__', '__path__', '__loader__', '__doc__'];
const FRAMES =
  /^(builtins\.(globals|vars|exec|eval)|sys\._getframe|inspect\.(stack|currentframe|getmodule))$/;
const MOVABLE = new Set(['class', 'function', 'assignment']);

/** Why the statement cannot leave its module, whatever it depends on; null when it can. */
export function pinOf(anatomy: Anatomy, at: number, touched: Touched, blueprint: Blueprint): string | null {
  const { kind, names, alone } = anatomy.statements[at];
  if (!MOVABLE.has(kind)) return 'is no definition';
  if (isModuleLogger(anatomy, at)) return 'is the logger of the module';
  if (!alone) return 'shares a line with another statement';
  const twice = names.find((name) => bindingCount(anatomy, name) !== 1);
  if (twice !== undefined) return `${twice} is bound in several places`;
  const special = names.find((name) => /^__\w+__$/.test(name));
  if (special !== undefined) return `${special} belongs to the module`;
  if (hasDoctest(anatomy, at)) return 'has examples that run in this module';
  return (
    readsOfModule(anatomy, at) ?? readsTouched(anatomy, at, touched) ?? needsFramework(anatomy, at, blueprint)
  );
}

function hasDoctest({ statements, facts }: Anatomy, at: number): boolean {
  const { span } = statements[at];
  return facts.strings.some(
    (string) =>
      string.role === 'docstring' &&
      string.span.start >= span.start &&
      string.span.end <= span.end &&
      string.value.includes('>>>'),
  );
}

function readsOfModule(anatomy: Anatomy, at: number): string | null {
  const own = OWN_MODULE.find((name) => anatomy.free[at].has(name));
  if (own !== undefined) return `reads ${own}`;
  const frame = [...anatomy.resolved[at]].find((name) => FRAMES.test(name));
  return frame === undefined ? null : `calls ${frame.replace('builtins.', '')}()`;
}

function readsTouched(anatomy: Anatomy, at: number, touched: Touched): string | null {
  for (const name of anatomy.reads[at].keys()) {
    const touch = touched.get(name);
    if (touch?.kind === 'fixed') return `reads ${name}, which ${touch.where} replaces or names`;
    const binders = anatomy.binders.get(name) ?? [];
    const logger = binders.some((binder) => isModuleLogger(anatomy, binder))
      ? touched.get('')?.where
      : undefined;
    if (logger !== undefined) return `logs under the name of the module, which ${logger} names`;
    if (bindingCount(anatomy, name) > 1 && !binders.every((binder) => isCopyable(anatomy, binder)))
      return `reads ${name}, which is bound in several places`;
  }
  const named = anatomy.statements[at].names.find((name) => touched.has(name));
  return named !== undefined && anatomy.statements[at].kind === 'class'
    ? `is named in ${touched.get(named)!.where}`
    : null;
}

function needsFramework(anatomy: Anatomy, at: number, blueprint: Blueprint): string | null {
  const { forbiddenFrameworks } = blueprint.layers.find((layer) => layer.id === 'core')!;
  for (const name of anatomy.resolved[at]) {
    const framework = frameworkOf(blueprint, name);
    if (framework && forbiddenFrameworks.includes(framework.kind)) return `needs ${name.split('.')[0]}`;
  }
  return null;
}
