import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { nestedProjects, nestedToReview } from './nested-projects';

const NAMED = '[project]\nname = "x"\n';
const review = (files: Record<string, string>) =>
  nestedToReview(buildProjectFacts('pkg', treeOf(files))).map(({ path }) => path);

test('a project in a deeper folder is told from settings of tools and from examples', () =>
  expect(
    nestedProjects(
      treeOf({
        'pyproject.toml': NAMED,
        'a/pyproject.toml': NAMED,
        'b/pyproject.toml': '[tool.poetry]\nname = "b"\n',
        'c/pyproject.toml': '[tool.ruff]\n',
        'd/setup.py': 'from setuptools import setup\nsetup(name="d")\n',
        'e/setup.py': 'def configure(): ...\n',
        'g/setup.py': '# calls setup() some day\ndef setup(): ...\n',
        'f/pyproject.toml': '[project',
        'examples/x/pyproject.toml': NAMED,
      }),
    ).sort(),
  ).toEqual(['a/pyproject.toml', 'b/pyproject.toml', 'd/setup.py']));

test('it is listed where its code would move as a part of another project', () => {
  const files = { 'web/pyproject.toml': NAMED, 'web/app/a.py': 'X = 1\n', 'web/app/b.py': 'import app.a\n' };
  expect(review(files)).toEqual(['web/pyproject.toml']);
  expect(review({ ...files, 'pyproject.toml': NAMED })).toEqual([]);
  expect(review({ 'pkg/__init__.py': '', 'lib/pyproject.toml': NAMED })).toEqual([]);
});
