import { normaliseName } from '../../project/distributions';
import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';
import type { Word } from './line-words';

const INSTALLER = /(^|\/)(pip[\d.]*|uv|pipx|pdm|poetry)$/;
const COMMAND = /^(install|uninstall|add|remove|wheel|download)$/;
/** Options by which pip takes a distribution from a folder, not from an index (https://pip.pypa.io/en/stable/cli/pip_install). */
const LOCAL = /^(--no-index|--find-links|-f)$/;

/**
 * A distribution that a command installs by its former name. From a folder it can only be the one that is built here; from an index
 * it may be one that was published before, so it is proposed. A member of a workspace (`uv run --package`) is the one that is here.
 * @returns whether it is one, so that the word is nothing else, whatever module has the name (`ruamel.yaml`)
 */
export function installed(word: Word, { distribution }: MovedNames, found: ConfigFinding): boolean {
  const { from, to } = distribution;
  if (normaliseName(word.text) !== from || from === normaliseName(to)) return false;
  const program = word.line.findLastIndex((before) => INSTALLER.test(before));
  const command = word.line.findLastIndex((before) => COMMAND.test(before));
  const isMember = program >= 0 && word.previous === '--package';
  if (program < 0 || (command < program && !isMember)) return false;
  const edit: ConfigEdit = {
    start: word.start,
    end: word.start + word.text.length,
    text: to,
    evidence: 'the distribution has another name now',
  };
  const isCertain = isMember || word.line.some((before) => LOCAL.test(before));
  (isCertain ? found.edits : found.doubts).push(edit);
  return true;
}
