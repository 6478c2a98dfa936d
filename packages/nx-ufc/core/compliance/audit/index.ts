import { missingParts } from './components';
import { duplicateModules } from './duplicate-modules';
import { hollowLayer } from './hollow-layer';
import { identity } from './identity';
import { layerLookalike } from './layer-lookalike';
import { layerTwice } from './layer-twice';
import { outsideLayers } from './outside-layers';
import { requiredFiles } from './required-files';
import type { AuditCheck } from './types';

/** Everything that an audit looks at, in the order of the report. */
export const AUDIT_CHECKS: readonly AuditCheck[] = [
  missingParts,
  identity,
  layerTwice,
  layerLookalike,
  hollowLayer,
  requiredFiles,
  outsideLayers,
  duplicateModules,
];
