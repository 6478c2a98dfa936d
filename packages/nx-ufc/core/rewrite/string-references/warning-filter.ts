import { calleeLeaf } from '../../project/calls-named';
import { leadingText, type StringReferenceKind } from './kind';

/**
 * The category and the module of a warning filter: `"ignore::pkg.errors.PkgWarning"`, `"error:::pkg.mod"`,
 * `filterwarnings(…, module="pkg")` (https://docs.python.org/3/library/warnings.html#the-warnings-filter).
 */
export const warningFilter: StringReferenceKind = {
  id: 'warning-filter',
  match(reference) {
    const { string, call, moduleLength, position } = reference;
    if (moduleLength === 0 || string.role === 'docstring') return null;
    if (/^(error|ignore|default|always|all|module|once):[^:]*:([^:]*:)?$/.test(leadingText(reference)))
      return 'a warning filter';
    const isFilter = call !== null && calleeLeaf(call) === 'filterwarnings';
    // A filter in several literals: fields are told apart by colons, the message comes first.
    if (isFilter && position === 0 && leadingText(reference) === ':') return 'a field of a warning filter';
    return isFilter && string.name === 'module' ? 'module= of a warning filter' : null;
  },
};
