import type { ServiceReference } from '../manifest/render';
import type { FunctionDef, AsyncFunctionDef, Module, Stmt } from '../python';
import { addAfter } from '../python-edits/add-statement';
import { assignedValue, classEnding, functionsOf, isLiteral, statementCall } from './find';
import type { Registration } from './register';

const CONFIG = 'config';

/** A service in the container: registered in `initialize` of the plugin behind the others, made by a function of its own. */
export function registeredService(service: ServiceReference, pluginSuffix: string): Registration {
  const lines = statements(service);
  return {
    what: `the service ${service.name}`,
    snippet: [...lines, '', '', ...builder(service)].join('\n'),
    edit(text, tree) {
      const initialize = methodOf(tree, pluginSuffix, 'initialize');
      if (!initialize) return null;
      const last = initialize.body.findLastIndex(registers);
      if (last < 0 || !assignedValue(initialize.body, CONFIG)) return null;
      if (initialize.body.some((statement) => registers(statement, service.name))) return [];
      const behind = initialize.body[last + 1]?.type === 'If' ? last + 1 : last;
      const home = functionsOf(tree.body).at(-1) ?? tree.body.at(-1)!;
      return [addAfter(text, initialize.body[behind], lines), addAfter(text, home, builder(service), 2)];
    },
  };
}

function methodOf(tree: Module, pluginSuffix: string, name: string): FunctionDef | AsyncFunctionDef | null {
  const plugin = classEnding(tree.body, pluginSuffix);
  return functionsOf(plugin?.body ?? []).find((method) => method.name === name) ?? null;
}

/** `container.register…("name", …)`, of any name or of one. */
function registers(statement: Stmt, name?: unknown): boolean {
  const found = statementCall(statement);
  if (!found || !/^container\.register(_factory)?$/.test(found.callee)) return false;
  return typeof name !== 'string' || (found.call.args.length > 0 && isLiteral(found.call.args[0], [name]));
}

function statements({ name, factory, state }: ServiceReference): string[] {
  return [
    `container.register_factory(${JSON.stringify(name)}, lambda: ${factory}(${CONFIG}))`,
    ...(state
      ? ['if hasattr(app, "state"):', `    app.state.${state} = container.resolve(${JSON.stringify(name)})`]
      : []),
  ];
}

function builder({ factory, description, module, builder: made, argument }: ServiceReference): string[] {
  return [
    `def ${factory}(${CONFIG}: Any) -> Any:`,
    `    """Make ${description}.`,
    '',
    '    Args:',
    `        ${CONFIG}: The settings.`,
    '',
    '    Returns:',
    '        The service.',
    '    """',
    `    from ${module} import ${made}`,
    '',
    `    return ${made}(${argument})`,
  ];
}
