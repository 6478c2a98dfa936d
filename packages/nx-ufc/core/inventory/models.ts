import type { ProjectFacts } from '../project/types';
import type { ClassFact, FileFacts } from '../python/facts/types';
import type { ModelEntry } from './types';

/** Data models by kind. Schemas of them come with the model extractor; until then `schema` says that there is none. */
export function listModels(project: ProjectFacts): ModelEntry[] {
  const models: ModelEntry[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path);
    if (info?.area !== 'shipped') continue;
    for (const definition of facts.classes) {
      const kind = kindOf(facts, definition);
      if (kind) models.push({ name: definition.qualname, module: info.name, kind, schema: null });
    }
  }
  return models;
}

function kindOf(facts: FileFacts, definition: ClassFact): ModelEntry['kind'] | null {
  const bases = definition.bases.map((base) => base.resolved ?? base.name);
  if (
    bases.some((base) =>
      /^pydantic(_settings)?\..*(BaseModel|RootModel|GenericModel|BaseSettings)$/.test(base),
    )
  )
    return 'pydantic';
  if (
    bases.some((base) => /^(sqlalchemy|sqlmodel)\./.test(base)) ||
    definition.fields.some((i) => facts.assignments[i].target === '__tablename__')
  )
    return 'sqlalchemy';
  const decorators = definition.decorators.map((decorator) => decorator.resolved ?? decorator.name);
  if (decorators.some((name) => /^dataclasses\.dataclass$/.test(name))) return 'dataclass';
  return decorators.some((name) => /^(attr|attrs)\./.test(name)) ? 'attrs' : null;
}
