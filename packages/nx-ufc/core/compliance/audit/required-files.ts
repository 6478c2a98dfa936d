import { isFileOfKind } from '../required-file';
import { remediationOf } from './remediation';
import type { AuditCheck } from './types';

/** Files that the standard asks for beside the six components. */
export const requiredFiles: AuditCheck = (input) =>
  input.analysis.blueprint.required
    .filter(
      (file) =>
        !input.has(input.fill(file.path)) && !input.paths.some((path) => isFileOfKind(path, file.path)),
    )
    .map((file) => ({
      component: 'required',
      severity: file.severity,
      required: `${input.fill(file.path)} — ${file.description}`,
      actual: 'missing',
      remediation: remediationOf(input, input.fill(file.path)),
    }));
