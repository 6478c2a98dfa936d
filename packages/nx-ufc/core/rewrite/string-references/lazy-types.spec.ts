import { moved } from '../../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/api/__init__.py': 'src/new/interface/api/__init__.py',
  'pkg/api/posts.py': 'src/new/interface/api/posts.py',
  'pkg/api/users.py': 'src/new/core/users.py',
};

test('types that strawberry imports when it needs them, from the package of the module', () => {
  const text = (lazy: string) => `import strawberry\nX = Annotated["User", ${lazy}]\n`;
  const files = {
    'pkg/__init__.py': '',
    'pkg/api/__init__.py': '',
    'pkg/api/users.py': '',
    'pkg/api/posts.py': text('strawberry.lazy(".users")'),
  };
  expect(moved(files, MOVES)['pkg/api/posts.py']).toBe(text('strawberry.lazy("...core.users")'));
});
