import type { ProjectFacts } from '../project/types';
import type { CallFact, FileFacts } from '../python/facts/types';
import type { Endpoint } from './types';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']);

/**
 * Routes declared by decorators with a literal path, with the prefix of a router or blueprint of the same module.
 * Prefixes given elsewhere (`include_router` of another module) are not added; a path that is no literal is left out.
 */
export function detectEndpoints(project: ProjectFacts): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    for (const definition of facts.functions) {
      for (const decorator of definition.decorators) {
        if (decorator.call < 0) continue;
        const [owner, verb] = splitLast(decorator.name);
        const router = routerOf(facts, owner);
        const route = literalArgument(facts.calls[decorator.call], 0, ['path', 'rule']);
        if (!router || route === null) continue;
        for (const method of methodsOf(verb, facts.calls[decorator.call])) {
          endpoints.push({
            method,
            path: join(router.prefix, route),
            handler: definition.qualname,
            file: path,
            line: decorator.line,
            framework: router.framework,
          });
        }
      }
    }
  }
  return endpoints;
}

function splitLast(dotted: string): [string, string] {
  const at = dotted.lastIndexOf('.');
  return [dotted.slice(0, Math.max(at, 0)), dotted.slice(at + 1)];
}

function routerOf(facts: FileFacts, name: string): { prefix: string; framework: string } | null {
  for (const assignment of facts.assignments) {
    if (assignment.target !== name || assignment.value?.kind !== 'call') continue;
    const call = facts.calls[assignment.value.call];
    const framework = /^(fastapi|starlette|flask)\b/.exec(call.resolved ?? '')?.[1];
    if (framework) return { framework, prefix: literalArgument(call, -1, ['prefix', 'url_prefix']) ?? '' };
  }
  return null;
}

function methodsOf(verb: string, call: CallFact): string[] {
  if (METHODS.has(verb)) return [verb.toUpperCase()];
  if (verb === 'websocket') return ['WEBSOCKET'];
  if (verb !== 'route' && verb !== 'api_route') return [];
  const methods = call.arguments.find((argument) => argument.keyword === 'methods')?.value.text;
  if (methods === undefined) return ['GET'];
  return [...methods.matchAll(/["'](\w+)["']/g)].map((match) => match[1].toUpperCase());
}

function literalArgument(call: CallFact, position: number, keywords: string[]): string | null {
  const byName = call.arguments.find(
    (argument) => argument.keyword !== null && keywords.includes(argument.keyword),
  );
  const argument =
    byName ??
    (position >= 0 && call.arguments[position]?.keyword === null ? call.arguments[position] : undefined);
  return argument?.value.kind === 'literal' && typeof argument.value.value === 'string'
    ? argument.value.value
    : null;
}

function join(prefix: string, path: string): string {
  return prefix + path || '/';
}
