import { calleeLeaf, leadingText, type StringReferenceKind } from './kind';

/**
 * The category and the module of a warning filter: `"ignore::pkg.errors.PkgWarning"`, `"error:::pkg.mod"`,
 * `filterwarnings(…, module="pkg")` (https://docs.python.org/3/library/warnings.html#the-warnings-filter).
 */
export const warningFilter: StringReferenceKind = {
  id: 'warning-filter',
  match(reference) {
    const { string, call, moduleLength } = reference;
    if (moduleLength === 0 || string.role === 'docstring') return null;
    if (/^(error|ignore|default|always|all|module|once):[^:]*:([^:]*:)?$/.test(leadingText(reference)))
      return 'a warning filter';
    return call && string.name === 'module' && calleeLeaf(call) === 'filterwarnings'
      ? 'module= of a warning filter'
      : null;
  },
};
