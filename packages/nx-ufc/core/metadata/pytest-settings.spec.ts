import { treeOf } from '../testing/project';
import { readPytestSettings } from './pytest-settings';

test.each([
  [{ 'pytest.toml': '[pytest]\naddopts = ["-x"]\n', 'pytest.ini': '[pytest]\naddopts = -q\n' }, ['-x']],
  [{ 'pyproject.toml': '[tool.pytest]\naddopts = ["-x"]\n' }, ['-x']],
  [{ 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "-x"\n' }, '-x'],
  [{ '.pytest.toml': '[pytest\n', 'tox.ini': '[pytest]\naddopts = -q\n' }, '-q'],
])('%j', (files, addopts) =>
  expect(readPytestSettings(treeOf(files as Record<string, string>))).toEqual({ addopts }),
);
