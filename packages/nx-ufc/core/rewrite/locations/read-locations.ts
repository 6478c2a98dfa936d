import { parseModule } from '../../python';
import type { RewriteContext } from '../context';
import { collectLocations, type Collected } from './collect';
import { NO_CONSTANTS, type Constants } from './constants';
import { environmentOf } from './environment';

/** What path expressions are read from. */
export type ReadModule = Pick<RewriteContext, 'project' | 'info' | 'facts' | 'text'>;

/** Every path expression of a module; null when it does not parse, or is nested deeper than can be followed. */
export function readLocations(
  module: ReadModule,
  constants: Constants = NO_CONSTANTS,
): { locations: Collected | null; isTooDeep: boolean } {
  const parsed = parseModule(module.text);
  if (!parsed.ok) return { locations: null, isTooDeep: false };
  try {
    return { locations: collectLocations(parsed.module, environmentOf(module, constants)), isTooDeep: false };
  } catch (error) {
    if (error instanceof RangeError) return { locations: null, isTooDeep: true };
    throw error;
  }
}
