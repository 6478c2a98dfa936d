import { definitionOf, finding } from '../rule';
import type { VerifyRule } from './types';
import { place } from './types';

/** Files that are not as the blueprint and the lock say, each with what is different. */
export const drift: VerifyRule = {
  ids: ['DRIFT'],
  check: ({ analysis, drift: found }) =>
    found.map(({ path, message, diff }) =>
      finding(
        analysis,
        definitionOf(analysis.blueprint, 'DRIFT'),
        path,
        place(1, 1, diff === '' ? message : `${message}\n${diff.trimEnd()}`),
      ),
    ),
};
