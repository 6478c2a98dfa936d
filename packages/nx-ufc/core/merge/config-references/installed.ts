import { normaliseName } from '../../project/distributions';
import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';
import type { Word } from './words';

const INSTALLER = /(^|\/)(pip[\d.]*|uv|pipx|pdm|poetry)$/;
const COMMAND = /^(install|uninstall|add|remove|wheel|download)$/;
/** Options by which pip takes a distribution from a folder, not from an index (https://pip.pypa.io/en/stable/cli/pip_install). */
const LOCAL = /^(--no-index|--find-links|-f)$/;

/**
 * A distribution that a command installs by its former name. From a folder it can only be the one that is built here; from an index
 * it may be one that was published before, so it is proposed.
 */
export function installed(word: Word, { distribution }: MovedNames, found: ConfigFinding): void {
  const { from, to } = distribution;
  if (normaliseName(word.text) !== from || from === normaliseName(to)) return;
  const program = word.line.findLastIndex((before) => INSTALLER.test(before));
  const command = word.line.findLastIndex((before) => COMMAND.test(before));
  if (program < 0 || command < program) return;
  const edit: ConfigEdit = {
    start: word.start,
    end: word.start + word.text.length,
    text: to,
    evidence: 'the distribution has another name now',
  };
  (word.line.some((before) => LOCAL.test(before)) ? found.edits : found.doubts).push(edit);
}
