import { importsRoot } from '../../project/imports-root';
import type { CallFact, FileFacts } from '../../python/facts/types';
import type { RewriteContext } from '../context';

/** What reads a path that begins at the working folder, which is that of the project for tests and tools. */
export const READERS =
  /(^|\.)(open|Path|PurePath|PosixPath|exists|isfile|isdir|listdir|scandir|walk|glob|iglob|copy2?|copyfile|copytree|abspath|realpath|run|run_always|main|call|check_call|check_output|Popen|spec_from_file_location|run_path|load_source|py_compile\.compile|compileall\.compile_(dir|file)|discover|[Cc]overage|st\.Page|switch_page|page_link|from_file|use_cassette|Jinja2Templates|StaticFiles|FileSystemLoader|load_dotenv)$/;
/** What runs in the folder of the project: builds (https://peps.python.org/pep-0517/#build-environment), nox. */
const AT_ROOT = /^(setup|hatch_build|pdm_build|build|noxfile)\.py$/;

/** Does a file run in the folder of the project, or help setup.py, beside which it lies? */
export function runsAtRoot({ info, project }: RewriteContext): boolean {
  if (info.path.includes('/')) return false;
  const setup = project.facts.get('setup.py');
  return (
    AT_ROOT.test(info.path) || (setup !== undefined && importsRoot(setup, info.path.slice(0, -'.py'.length)))
  );
}

/** Is a call an argument of one of these? */
export function isCalled({ calls }: FileFacts, inner: CallFact, callees: RegExp): boolean {
  return calls.some(
    ({ callee, arguments: given }) =>
      callees.test(callee) &&
      given.some(({ span }) => span.start === inner.span.start && span.end === inner.span.end),
  );
}
