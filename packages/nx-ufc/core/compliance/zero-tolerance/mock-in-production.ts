import type { FileRule } from '../rule';

/** Imports of mock libraries. */
export const mockInProduction: FileRule = {
  id: 'MOCK_IN_PRODUCTION',
  check({ facts, definition }) {
    const modules = definition.settings?.modules ?? [];
    return facts.imports.flatMap((fact) => {
      const names =
        fact.kind === 'from'
          ? fact.names.map((item) => `${fact.module}.${item.name}`)
          : fact.names.map((item) => item.name);
      const mock =
        fact.level === 0 &&
        names.find((name) => modules.some((module) => name === module || name.startsWith(`${module}.`)));
      return mock ? [{ line: fact.line, column: fact.column, message: `imports ${mock}` }] : [];
    });
  },
};
