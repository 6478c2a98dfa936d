import type { Check } from '../types';

/** Programs that later phases start. Without them analysis and migration still work. */
export const prerequisites: Check = ({ tools }) => {
  const missing = tools.filter((tool) => !tool.there);
  const found = tools.filter((tool) => tool.there).map((tool) => tool.tool);
  return missing.length === 0
    ? { status: 'ok', detail: `found ${found.join(', ')}`, remediation: '' }
    : {
        status: 'warn',
        detail: `found ${found.join(', ') || 'nothing'}; not found: ${missing.map((tool) => tool.tool).join(', ')}`,
        remediation: missing.map((tool) => `Install ${tool.tool} for ${tool.neededFor}.`).join(' '),
      };
};
