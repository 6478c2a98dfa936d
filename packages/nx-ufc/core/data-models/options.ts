import type { ProjectMetadata } from '../metadata/types';
import type { ModelOptions } from './models';

/** Tests of `sys.version_info` are decided for this version of Python. */
const PYTHON = [3, 12] as const;

/** Requirements that only a pydantic 1 meets: `<2`, `==1.10.2`, `~=1.9`, `^1.8`. */
const OLD = /<\s*2(\.0+)*(?![\d.])|(==|~=|\^)\s*1\./;

/** For which versions the models of a project are read: pydantic 1 when its metadata allows no other, else 2. */
export function modelOptions(metadata: ProjectMetadata): ModelOptions {
  const requirements = metadata.dependencies.filter((one) => one.name === 'pydantic');
  const main = requirements.find((one) => one.group === 'main') ?? requirements[0];
  return { pydantic: main && OLD.test(main.requirement) ? 1 : 2, python: PYTHON };
}
