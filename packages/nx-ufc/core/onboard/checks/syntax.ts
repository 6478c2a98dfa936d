import type { Check } from '../types';

/** Files that do not parse are kept byte for byte: nothing in them follows a move. */
export const syntax: Check = ({ source, analysis: { project } }) => {
  const broken = [...project.facts.values()].filter((facts) => facts.parseErrors.length > 0);
  const shown = broken.slice(0, 5).map((facts) => {
    const [error] = facts.parseErrors;
    return `${source}/${facts.path}:${error.line}:${error.column} ${error.message}`;
  });
  return broken.length === 0
    ? { status: 'ok', detail: `all ${project.facts.size} Python files`, remediation: '' }
    : {
        status: 'warn',
        detail: `${broken.length} of ${project.facts.size} files do not parse: ${shown.join('; ')}${broken.length > 5 ? '; …' : ''}`,
        remediation: 'Correct them, or leave them out in MIGRATION_MAP.yaml.',
      };
};
