/** What describes a project, a program that installs it, or what the image needs of its own: none of the code. */
const NO_SOURCE =
  /(^|\/)([\w.-]+\.(lock|txt|toml|cfg|in|ini|md|rst|sh|ya?ml)|setup\.py|Pipfile|(LICENSE|README)[\w.-]*|\.python-version|uvx?)\*?$/i;
const FROM = /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?/gim;
const COPIED = /^[ \t]*(?:COPY|ADD)[ \t]+([^\n]+)/gim;
const BOUND = /--mount=type=bind,(\S+)/g;

/**
 * Is the code of the project in an image where a command runs: copied, bound or cloned before it, in its stage or one that it goes on from? In what is no
 * Dockerfile it is.
 * @param lines of the Dockerfile, each instruction on one
 */
export function hasSources(lines: string, at: number): boolean {
  const stages = [...lines.matchAll(FROM)];
  if (stages.length === 0) return true;
  const line = lines.slice(lines.lastIndexOf('\n', at) + 1, at);
  return (
    isCopied(stages, lines, at) || [...line.matchAll(BOUND)].some(([, options]) => isSource(bound(options)))
  );
}

function isCopied(stages: readonly RegExpExecArray[], lines: string, at: number): boolean {
  const own = stages.findLastIndex(({ index }) => index <= at);
  if (own < 0) return true;
  const text = lines.slice(stages[own].index, at);
  if (/\bgit[ \t]+clone\b/.test(text)) return true;
  if ([...text.matchAll(COPIED)].some(([, rest]) => sources(rest).some(isSource))) return true;
  const base = stages.findIndex(
    ([, , name], index) => index < own && name?.toLowerCase() === stages[own][1].toLowerCase(),
  );
  return base >= 0 && isCopied(stages.slice(0, own), lines, stages[base + 1].index - 1);
}

function sources(rest: string): string[] {
  const words = rest
    .replace(/[[\]",]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('--'));
  return words.slice(0, -1);
}

/** What is bound of the context: all of it where nothing is said (https://docs.docker.com/reference/dockerfile/#run---mounttypebind). */
function bound(options: string): string {
  return /(?:^|,)(?:source|src)=([^,]+)/.exec(options)?.[1] ?? '.';
}

function isSource(path: string): boolean {
  return !NO_SOURCE.test(path);
}
