import { leadingText, previousItem, type StringReferenceKind } from './kind';

/** Options of command lines whose value is an import name: coverage's, pytest's, celery's, flask's, mypy's. */
const OPTION = /(^|\s)(--cov|--source|--pyargs|--package|--app|--module|--pdbcls|-p|-A)$/;
const OPTION_WITH_VALUE =
  /(^|\s)((--cov|--source|--package|--app|--module|--pdbcls)(=|\s+)|--pyargs\s+|-p\s*|-A\s+)$/;

/** `"--cov=pkg"`, `"--cov", "pkg"`, `"-p", "pkg.plugin"`: arguments of tools that import what they are given. */
export const toolOption: StringReferenceKind = {
  id: 'tool-option',
  inProgram: 'importing',
  match(reference) {
    const { string, path, moduleLength, whole } = reference;
    if (string.role === 'docstring' || moduleLength === 0 || moduleLength < path.parts.length - 1)
      return null;
    const inside = OPTION_WITH_VALUE.exec(leadingText(reference));
    if (inside) return `value of ${inside[2].trim().replace(/=$/, '')}`;
    const option = whole ? OPTION.exec(previousItem(reference) ?? '') : null;
    return option ? `value of ${option[2]}` : null;
  },
};
