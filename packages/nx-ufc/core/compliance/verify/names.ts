import { recordedNames } from '../../plan/former-names';
import { normaliseName } from '../../project/distributions';
import { definitionOf, finding } from '../rule';
import type { VerifyRule } from './types';
import { place } from './types';

/** Distribution and import package have one name, which has the blueprint's form. */
export const names: VerifyRule = {
  ids: ['NAMES_DISAGREE'],
  check({ analysis, package: name, text }) {
    const definition = definitionOf(analysis.blueprint, 'NAMES_DISAGREE');
    const { metadata, project, blueprint } = analysis;
    const say = (message: string) => finding(analysis, definition, 'pyproject.toml', place(1, 1, message));
    const findings = [];
    if (normaliseName(metadata.name ?? '') !== normaliseName(name))
      findings.push(say(`the distribution is called "${metadata.name}", the import package "${name}"`));
    if (!new RegExp(blueprint.naming.packagePattern).test(name))
      findings.push(say(`"${name}" does not match ${blueprint.naming.packagePattern}`));
    const former = formerRoots(text('pyproject.toml'));
    const others = project.layout.roots.filter((root) => root.name !== name && !former.includes(root.name));
    findings.push(...others.map((root) => say(`${root.path} is a second top-level package`)));
    return findings;
  },
};

/** Top-level names that the package had before it was migrated; they may stay as aliases. */
function formerRoots(pyproject: string | null): string[] {
  return recordedNames(pyproject ?? '').map((name) => name.split('.')[0]);
}
