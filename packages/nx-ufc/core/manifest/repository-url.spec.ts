import { repositoryUrl } from './repository-url';

const HUB = 'https://github.com/a/b';
test.each([
  ['a label', `[project.urls]\nHomepage = "https://a.org"\n"Source Code" = "${HUB}"\n`, HUB],
  ['poetry', `[tool.poetry]\nname = "b"\nhomepage = "https://a.org"\nrepository = "${HUB}"\n`, HUB],
  ['a home page that is one', `[project.urls]\nhomepage = "${HUB}"\nIssues = "${HUB}/issues"\n`, HUB],
  ['none', '[project.urls]\nHomepage = "https://a.org"\nIssues = "https://github.com/a/b/issues"\n', ''],
])('where a package is developed: %s', (_, text, expected) => expect(repositoryUrl(text)).toBe(expected));
