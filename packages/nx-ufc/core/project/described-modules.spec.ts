import { treeOf } from '../testing/project';
import { describedFolderOf } from './described-modules';
import { buildProjectFacts } from './project-facts';

const FILES = {
  'setup.py': 'from setuptools import setup\nsetup(name="bot", packages=["bot", "bot.plugins"])\n',
  'bot/__init__.py': '',
  'bot/main.py': '',
  'bot/plugins/__init__.py': '',
  'bot/plugins/help.py': '',
  'bot/plugins/help.plug': '',
  'bot/plugins/acl.py': '',
  'bot/plugins/acl.plug': '',
  'bot/plugins/more.py': '',
};
const of = (path: string, more: Record<string, string> = {}) =>
  describedFolderOf(buildProjectFacts('bot', treeOf({ ...FILES, ...more })), path);

test('modules that are described beside them stay together, with what lies below', () => {
  expect(of('bot/plugins/more.py')).toBe('bot/plugins');
  expect(of('bot/plugins/templates/a.md', { 'bot/plugins/templates/a.md': '' })).toBe('bot/plugins');
  expect(of('bot/main.py')).toBeNull();
});

test.each<Record<string, string>>([
  { 'bot/plugins/a.py': '', 'bot/plugins/b.py': '', 'bot/plugins/c.py': '' },
  { 'bot/main.json': '', 'bot/plugins/acl.plug': '' },
])('not where most have no description: %j', (more) => {
  const files: Record<string, string> = { ...FILES, ...more };
  if ('bot/main.json' in more) delete files['bot/plugins/help.plug'];
  expect(describedFolderOf(buildProjectFacts('bot', treeOf(files)), 'bot/plugins/more.py')).toBeNull();
});
