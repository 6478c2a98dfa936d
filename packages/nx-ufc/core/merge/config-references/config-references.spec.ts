import { applyEdits } from '../../text/edits';
import { dataReferences } from './data-file';
import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = {
  pkg: 'new',
  'pkg.a': 'new.core.a',
  'pkg.a.X': 'new.core.a.X',
  'pkg.app': 'new.interface.app',
  'pkg.pkg': 'new.pkg',
};
const PATHS: Record<string, string> = {
  pkg: 'src/new',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/migrations': 'src/new/core/migrations',
  'stays.txt': 'stays.txt',
};
const names: MovedNames = {
  oldRoots: ['pkg'],
  mapModule: (dotted) => MODULES[dotted] ?? null,
  mapPath: (path) => PATHS[path] ?? null,
  knows: (dotted) => dotted in MODULES,
  packageAt: () => ({ before: 'pkg', after: 'new.core' }),
  mapBelow: (path) => PATHS[path] ?? (path.startsWith('pkg/') ? `src/new/${path.slice(4)}` : null),
  newSearchPath: 'src',
  testsFolder: 'tests/unit',
  distribution: { from: 'pkg-dist', to: 'new' },
  programs: new Set(['manage.py', 'serve.py']),
  isInImage: false,
  reachesProject: () => false,
};

function changed(path: string, text: string): string {
  return applyEdits(text, configReferences(configKindOf(path)!, text, names, path).edits);
}

test.each([
  ['Makefile', 't:\n\tPYTHONPATH=. pytest\n', 't:\n\tPYTHONPATH=src:. pytest\n'],
  ['Makefile', 'export PYTHONPATH := $(CURDIR):lib\n', 'export PYTHONPATH := $(CURDIR)/src:$(CURDIR):lib\n'],
  ['.env', 'PYTHONPATH=lib:./\n', 'PYTHONPATH=lib:src:./\n'],
  [
    'Dockerfile',
    'WORKDIR /app\nCOPY . .\nENV PYTHONPATH=/app A=1\n',
    'WORKDIR /app\nCOPY . .\nENV PYTHONPATH=/app/src:/app A=1\n',
  ],
  [
    'Dockerfile',
    'COPY --chown=me . /srv\nENV PYTHONPATH "/srv/"\n',
    'COPY --chown=me . /srv\nENV PYTHONPATH "/srv/src:/srv/"\n',
  ],
  [
    'compose.yaml',
    'volumes:\n  - .:/app\nenvironment:\n  PYTHONPATH: /app\n',
    'volumes:\n  - .:/app\nenvironment:\n  PYTHONPATH: /app/src:/app\n',
  ],
  [
    '.github/workflows/ci.yml',
    'env:\n  PYTHONPATH: ${{ github.workspace }}\nrun: PYTHONPATH=$PWD pytest\n',
    'env:\n  PYTHONPATH: ${{ github.workspace }}/src:${{ github.workspace }}\nrun: PYTHONPATH=$PWD/src:$PWD pytest\n',
  ],
  [
    'tox.ini',
    '[testenv]\nset_env = PYTHONPATH = {toxinidir}\n[pytest]\npythonpath = .\n',
    '[testenv]\nset_env = PYTHONPATH = {toxinidir}/src:{toxinidir}\n[pytest]\npythonpath = . src\n',
  ],
  [
    '.vscode/settings.json',
    '{"python.analysis.extraPaths": [".", "lib"]}\n',
    '{"python.analysis.extraPaths": ["src", ".", "lib"]}\n',
  ],
  [
    'mkdocs.yml',
    'handlers:\n  python:\n    paths:\n      - .\n      - lib\n',
    'handlers:\n  python:\n    paths:\n      - src\n      - .\n      - lib\n',
  ],
])('where the folder of the project is on the search path, src goes before it: %s', (path, before, after) => {
  expect(changed(path, before)).toBe(after);
  expect(changed(path, after)).toBe(after);
});

test.each([
  [
    'Dockerfile',
    'COPY pkg /app/pkg\nWORKDIR /app\nENV PYTHONPATH=/app\n',
    'COPY src/new /app/new\nWORKDIR /app\nENV PYTHONPATH=/app\n',
  ],
  ['docs/Makefile', 'h:\n\tPYTHONPATH=. make\n', 'h:\n\tPYTHONPATH=. make\n'],
  ['Makefile', 't:\n\tPYTHONPATH=lib:/opt pytest .\n', 't:\n\tPYTHONPATH=lib:/opt pytest .\n'],
])('other folders on the search path stay: %s', (path, before, after) =>
  expect(changed(path, before)).toBe(after),
);

test.each([
  ['Dockerfile', 'CMD ["python", "-m", "pkg.a"]\n', 'CMD ["python", "-m", "new.core.a"]\n'],
  ['Dockerfile', 'CMD uvicorn pkg.app:app --port 80\n', 'CMD uvicorn new.interface.app:app --port 80\n'],
  ['Dockerfile', 'ENV FLASK_APP=pkg # pkg.a\n', 'ENV FLASK_APP=new # pkg.a\n'],
  ['Dockerfile', 'COPY pkg /app/pkg\n', 'COPY src/new /app/new\n'],
  ['Dockerfile', 'COPY --chown=me:me pkg/ ./pkg/\n', 'COPY --chown=me:me src/new/ ./new/\n'],
  ['Dockerfile', 'COPY --from=build pkg /app/pkg\n', 'COPY --from=build src/new /app/pkg\n'],
  ['docker/app.Dockerfile', 'RUN python pkg/a.py\n', 'RUN python src/new/core/a.py\n'],
  ['compose.yaml', 'command: celery -A pkg.app worker\n', 'command: celery -A new.interface.app worker\n'],
  ['docker-compose.yml', 'volumes:\n  - ./pkg:/srv/code\n', 'volumes:\n  - ./src/new:/srv/code\n'],
  ['.github/workflows/ci.yml', 'run: pytest --cov=pkg tests\n', 'run: pytest --cov=new tests\n'],
  ['.github/workflows/ci.yml', '# mypy pkg\nrun: mypy pkg tests\n', '# mypy pkg\nrun: mypy src/new tests\n'],
  ['.gitlab-ci.yml', 'script:\n  - python -m pkg.a\n', 'script:\n  - python -m new.core.a\n'],
  [
    'tests/deploy.ini',
    '[app:main]\nuse = pkg.app:make\nx = pkg.a\ny = pkg and\n',
    '[app:main]\nuse = new.interface.app:make\nx = new.core.a\ny = pkg and\n',
  ],
  ['Makefile', 'lint:\n\tflake8 pkg && mypy -p pkg\n', 'lint:\n\tflake8 src/new && mypy -p new\n'],
  [
    'Procfile',
    'web: gunicorn pkg.app:app\nother: node x\nworker: python manage.py work\n',
    'web: PYTHONPATH=src gunicorn new.interface.app:app\nother: node x\nworker: PYTHONPATH=src python manage.py work\n',
  ],
  ['Procfile', 'web: python manage.py run\n', 'web: PYTHONPATH=src python manage.py run\n'],
  ['Procfile', 'web: cd x && gunicorn pkg.app:app\n', 'web: cd x && gunicorn new.interface.app:app\n'],
  ['deploy/Procfile', 'web: gunicorn pkg.app:app\n', 'web: gunicorn new.interface.app:app\n'],
  [
    'Procfile',
    'web: chown pkg:pkg x && gunicorn pkg:pkg\n',
    'web: export PYTHONPATH=src && chown pkg:pkg x && gunicorn new:pkg\n',
  ],
  [
    'Procfile',
    'web: gunicorn pkg:made\nx: run pkg:pkg\n',
    'web: PYTHONPATH=src gunicorn new:made\nx: PYTHONPATH=src run new:pkg\n',
  ],
  ['.gitlab-ci.yml', 'script:\n  - python -mpkg.a -max\n', 'script:\n  - python -mnew.core.a -max\n'],
  ['deploy/x.service', 'ExecStart=/usr/bin/python -m pkg.a\n', 'ExecStart=/usr/bin/python -m new.core.a\n'],
  ['supervisord.conf', 'command=python -m pkg.a\n', 'command=python -m new.core.a\n'],
  ['.flaskenv', 'FLASK_APP=pkg.app:app\n', 'FLASK_APP=new.interface.app:app\n'],
  ['.pre-commit-config.yaml', 'files: ^pkg/a\\.py$\n', 'files: ^src/new/core/a\\.py$\n'],
  ['.pre-commit-config.yaml', 'files: ^pkg/(a|b)\\.py$\n', 'files: ^src/new/(core/a|b)\\.py$\n'],
  ['MANIFEST.in', 'include pkg/a.py\n', 'include src/new/core/a.py\n'],
  ['run.sh', 'exec python -m pkg.a "$@"\n', 'exec python -m new.core.a "$@"\n'],
  ['alembic.ini', 'script_location = pkg/migrations\n', 'script_location = src/new/core/migrations\n'],
  ['alembic.ini', 'script_location = pkg:migrations\n', 'script_location = new:core/migrations\n'],
  [
    'alembic.ini',
    'script_location = %(here)s/pkg/migrations\n[logger_x]\nqualname = pkg.a\n',
    'script_location = %(here)s/src/new/core/migrations\n[logger_x]\nqualname = new.core.a\n',
  ],
  [
    'log.ini',
    '[loggers]\nkeys=x\n[logger_x]\nqualname=pkg.a\n',
    '[loggers]\nkeys=x\n[logger_x]\nqualname=new.core.a\n',
  ],
  [
    'circus.ini',
    '[watcher:x]\ncmd = python -m pkg.a --x=pkg.a\nname = pkg.a and more\nurl = ../pkg/a.py\n',
    '[watcher:x]\ncmd = python -m new.core.a --x=new.core.a\nname = pkg.a and more\nurl = ../pkg/a.py\n',
  ],
  [
    'jupyter-config/pkg.json',
    '{"ServerApp": {"jpserver_extensions": {"other": true, "pkg": true}}, "x": {"pkg": true}}',
    '{"ServerApp": {"jpserver_extensions": {"other": true, "new": true}}, "x": {"pkg": true}}',
  ],
  [
    'run.sh',
    'jupyter server extension enable pkg\njupyter serverextension enable --py pkg\njupyter lab enable pkg\n',
    'jupyter server extension enable new\njupyter serverextension enable --py new\njupyter lab enable pkg\n',
  ],
  ['conf/model.yaml', 'model:\n  _target_: pkg.a.X # pkg.a\n', 'model:\n  _target_: new.core.a.X # pkg.a\n'],
  ['log.yaml', 'loggers:\n  pkg.a:\n    level: INFO\n', 'loggers:\n  new.core.a:\n    level: INFO\n'],
  [
    'mypy.ini',
    '[mypy]\nexplicit_package_bases = True\nstrict = True\n',
    '[mypy]\nexplicit_package_bases = True\nmypy_path = $MYPY_CONFIG_FILE_DIR/src\nstrict = True\n',
  ],
  [
    'setup.cfg',
    '[tool:pytest]\naddopts = -v pkg -p pkg --doctest-glob="*.x" pkg --cov pkg -W error::pkg.a.X\n  --doctest-modules\n  pkg\n',
    '[tool:pytest]\naddopts = -v src/new -p new --doctest-glob="*.x" src/new --cov new -W error::new.core.a.X\n  --doctest-modules\n  src/new\n',
  ],
  [
    'setup.cfg',
    '[tool:pytest]\ntestpaths = t/unit/ # none\n    pkg/a.py\nx = 1\n[pytest]\ntestpaths = t\n',
    '[tool:pytest]\ntestpaths = t/unit/ # none\n    src/new/core/a.py\n    tests/unit\nx = 1\n[pytest]\ntestpaths = t tests/unit\n',
  ],
  ['pytest.ini', '[pytest]\ntestpaths = t tests\n', '[pytest]\ntestpaths = t tests\n'],
  ['pytest.ini', '[pytest]\ntestpaths =\n', '[pytest]\ntestpaths =\n'],
  ['setup.cfg', '[other]\ntestpaths = t\n', '[other]\ntestpaths = t\n'],
  ['t/pytest.ini', '[pytest]\ntestpaths = t\n', '[pytest]\ntestpaths = t\n'],
  [
    'setup.cfg',
    '[egg_info]\negg_base = pkg\ntag_build = pkg\n',
    '[egg_info]\negg_base = src/new\ntag_build = pkg\n',
  ],
  ['setup.cfg', '[mypy]\nexplicit_package_bases = False\n', '[mypy]\nexplicit_package_bases = False\n'],
  [
    'pkg/configure.zcml',
    '<configure i18n_domain="pkg.a">\n  <include package="pkg"/>\n  <!-- <x for="pkg.a"/> -->\n',
    '<configure i18n_domain="pkg.a">\n  <include package="new"/>\n  <!-- <x for="pkg.a"/> -->\n',
  ],
  [
    'x.zcml',
    '<x for="pkg.a.X *\n  .a.X" by=\'.app\'/>\n',
    '<x for="new.core.a.X *\n  .a.X" by=\'new.interface.app\'/>\n',
  ],
  [
    'pkg/_fast.c',
    '#include "pkg/a.py"\n#include "fast.h"\nf("pkg", "pkg.a", "pkg.a.X", "pkg.a is", "pkgs.a");\nPyImport_ImportModule("pkg");\n',
    '#include "core/a.py"\n#include "fast.h"\nf("pkg", "new.core.a", "new.core.a.X", "pkg.a is", "pkgs.a");\nPyImport_ImportModule("new");\n',
  ],
  [
    'CMakeLists.txt',
    '# pkg/a.py\nset(A "${CMAKE_CURRENT_SOURCE_DIR}/pkg/a.py")\npython_add_library(pkg MODULE pkg/a.py "pkg/made.c" stays.txt)\nadd_subdirectory(pkg)\n',
    '# pkg/a.py\nset(A "${CMAKE_CURRENT_SOURCE_DIR}/src/new/core/a.py")\npython_add_library(pkg MODULE src/new/core/a.py "src/new/made.c" stays.txt)\nadd_subdirectory(src/new)\n',
  ],
  [
    'CMakeLists.txt',
    'set(WHERE pkg)\ninstall(TARGETS pkg DESTINATION ${WHERE})\ninstall(TARGETS x DESTINATION ${SKBUILD_PLATLIB_DIR}/pkg/a/)\ninstall(FILES pkg/a.py DESTINATION share/pkg)\n',
    'set(WHERE new)\ninstall(TARGETS pkg DESTINATION ${WHERE})\ninstall(TARGETS x DESTINATION ${SKBUILD_PLATLIB_DIR}/new/core/a/)\ninstall(FILES src/new/core/a.py DESTINATION share/pkg)\n',
  ],
  [
    'lib/CMakeLists.txt',
    'f(../pkg/a.py ${CMAKE_SOURCE_DIR}/pkg/a.py ../stays.txt)\n',
    'f(../src/new/core/a.py ${CMAKE_SOURCE_DIR}/src/new/core/a.py ../stays.txt)\n',
  ],
  ['CMakeLists.txt', 'f(pkg/a.py', 'f(pkg/a.py'],
  [
    'meson.build',
    "subdir('pkg')\nfs.read('pkg/a.py')\nx = 'pkg'\npy.extension_module('pkg', 'stays.txt', subdir: 'pkg/a')\nf(install_dir: py.get_install_dir() / 'pkg' / 'a')\n",
    "subdir('src/new')\nfs.read('src/new/core/a.py')\nx = 'pkg'\npy.extension_module('pkg', 'stays.txt', subdir: 'new/core/a')\nf(install_dir: py.get_install_dir() / 'new/core/a')\n",
  ],
  [
    'meson.build',
    "py.install_sources(['pkg/a.py'], subdir: 'pkg', pure: false)\npy.install_sources('pkg/a.py', subdir: 'pkg/a')\npy.install_sources('x', subdir: 'pkgs')\n",
    "install_subdir('src/new', install_dir: py.get_install_dir(pure: false) / 'new', strip_directory: true, exclude_files: ['meson.build'])\n\npy.install_sources('x', subdir: 'pkgs')\n",
  ],
  [
    'meson.build',
    "py.install_sources(\n  'x', # why\n  subdir: 'pkg')\n",
    "py.install_sources(\n  'x', # why\n  subdir: 'pkg')\n",
  ],
  ['x.zcml', '<x for=".b pkg.b other" package="."/>\n', '<x for=".b pkg.b other" package="new"/>\n'],
  ['x.yaml', 'x: !!python/name:pkg.a.X\n', 'x: !!python/name:new.core.a.X\n'],
  [
    'settings.json',
    '{"class": "pkg.a.X", "site": "pkg.org"}\n',
    '{"class": "new.core.a.X", "site": "pkg.org"}\n',
  ],
  ['ruff.toml', 'exclude = ["pkg/a.py"]\n', 'exclude = ["src/new/core/a.py"]\n'],
  ['mkdocs.yml', 'watch:\n  - pkg/migrations\n', 'watch:\n  - src/new/core/migrations\n'],
  [
    'pytest.ini',
    '[pytest]\nfilterwarnings =\n    error\n    ignore:pkg.a is gone now:pkg.a.X\n    error::UserWarning:pkg\\.a\n    once:::pkg.a\n',
    '[pytest]\nfilterwarnings =\n    error\n    ignore:pkg.a is gone now:new.core.a.X\n    error::UserWarning:new\\.core\\.a\n    once:::new.core.a\n',
  ],
  [
    'tox.ini',
    '[testenv]\ncommands = python -W error::pkg.a.X -Wignore:::pkg.a -m pkg\n',
    '[testenv]\ncommands = python -W error::new.core.a.X -Wignore:::new.core.a -m new\n',
  ],
  [
    'tox.ini',
    '[testenv]\ncommands = mypy {posargs:pkg/a.py}\n  flake8 {posargs:pkg tests}\n  x {env:Y:pkg/a.py}\n',
    '[testenv]\ncommands = mypy {posargs:src/new/core/a.py}\n  flake8 {posargs:src/new tests}\n  x {env:Y:src/new/core/a.py}\n',
  ],
  [
    'tox.ini',
    '[testenv]\ncommands =\n  lint: {posargs:ruff check pkg tests}\n  x: {posargs:python -m pkg}\n',
    '[testenv]\ncommands =\n  lint: {posargs:ruff check src/new tests}\n  x: {posargs:python -m new}\n',
  ],
  [
    '.tx/config',
    '[o:x]\nfile_filter = pkg/migrations/<lang>/x.po\nsource_file = pkg/a.py\ntype = pkg\n',
    '[o:x]\nfile_filter = src/new/core/migrations/<lang>/x.po\nsource_file = src/new/core/a.py\ntype = pkg\n',
  ],
  [
    'tox.ini',
    '[testenv]\ncommands =\n  bandit \\\n    -ll \\\n    --recursive pkg\n',
    '[testenv]\ncommands =\n  bandit \\\n    -ll \\\n    --recursive src/new\n',
  ],
  ['.flake8', '[flake8]\nexclude = .git,pkg\n', '[flake8]\nexclude = .git,src/new\n'],
  ['tox.ini', '[testenv]\ncommands = pytest --cov=pkg\n', '[testenv]\ncommands = pytest --cov=new\n'],
  ['tox.ini', '[testenv]\ncommands =\n  flake8 pkg\n', '[testenv]\ncommands =\n  flake8 src/new\n'],
  [
    'tox.ini',
    '[testenv]\nallowlist_externals = pkg\ncommands =\n  pkg --x pkg/a.py\n  - pkg y\n  py39: pkg z\n  A=1 uv run pkg a && pkg b\n  x --watch pkg --cov pkg\n',
    '[testenv]\nallowlist_externals = pkg\ncommands =\n  pkg --x src/new/core/a.py\n  - pkg y\n  py39: pkg z\n  A=1 uv run pkg a && pkg b\n  x --watch src/new --cov new\n',
  ],
  [
    'tox.ini',
    '[isort]\ncommands = pkg\n[testenv]\ncommands = py.test --cov pkg {posargs}\nsetenv = X_MODULE=pkg\n',
    '[isort]\ncommands = new\n[testenv]\ncommands = py.test --cov new {posargs}\nsetenv = X_MODULE=new\n',
  ],
  [
    'Dockerfile',
    'COPY pkg pkg\nRUN rm pkg/a.py\nRUN mkdir -p pkg\n',
    'COPY src/new new\nRUN rm new/core/a.py\nRUN mkdir -p pkg\n',
  ],
  ['run.sh', 'exec python3 -um pkg.a\n', 'exec python3 -um new.core.a\n'],
  ['Makefile', 't:\n\tpytest -p pkg tests\n', 't:\n\tpytest -p new tests\n'],
  [
    'Pipfile',
    '[packages]\n"pkg.a" = "*"\n[scripts]\nstart = "uvicorn pkg.app:app"\n',
    '[packages]\n"pkg.a" = "*"\n[scripts]\nstart = "uvicorn new.interface.app:app"\n',
  ],
  [
    'babel.cfg',
    '[python: pkg/**.py]\n[jinja2: ./pkg/migrations/**.html]\nextensions=a\n[python: **.py]\n',
    '[python: src/new/**.py]\n[jinja2: ./src/new/core/migrations/**.html]\nextensions=a\n[python: **.py]\n',
  ],
  [
    '.gitignore',
    '# pkg/a.py\n/pkg/a.py\npkg/made.py\n!pkg/x/*\npkg\nother/a.py\n',
    '# pkg/a.py\n/src/new/core/a.py\nsrc/new/made.py\n!src/new/x/*\npkg\nother/a.py\n',
  ],
  ['alembic.ini', '[alembic]\ndb = pkg.app:db\n', '[alembic]\ndb = new.interface.app:db\n'],
  [
    'fly.toml',
    '[processes]\nweb = "gunicorn -b :80 pkg.app:app"\nsay = "see pkg.app:app"\n',
    '[processes]\nweb = "gunicorn -b :80 new.interface.app:app"\nsay = "see pkg.app:app"\n',
  ],
  [
    '.vscode/launch.json',
    '{"module": "pkg", "program": "${workspaceFolder}/pkg/a.py", "x": "pkg"}\n',
    '{"module": "new", "program": "${workspaceFolder}/src/new/core/a.py", "x": "pkg"}\n',
  ],
  [
    'Procfile',
    'web: gunicorn -c python:pkg.a pkg.app:app\n',
    'web: PYTHONPATH=src gunicorn -c python:new.core.a new.interface.app:app\n',
  ],
  ['prod.env', 'FLASK_APP=pkg.app:app\n', 'FLASK_APP=new.interface.app:app\n'],
  [
    'Dockerfile',
    'RUN pip install --no-index -f /w pkg_dist[x]\n',
    'RUN pip install --no-index -f /w new[x]\n',
  ],
  ['docker/compose.yaml', 'x:\n  - ../pkg/a.py:/srv/a.py\n', 'x:\n  - ../src/new/core/a.py:/srv/a.py\n'],
  [
    '.travis.yml',
    'env:\n  REPO: ${MAIN}#${BRANCH}:pkg/a.py\n',
    'env:\n  REPO: ${MAIN}#${BRANCH}:src/new/core/a.py\n',
  ],
  ['Makefile', 't:\n\tmake -C pkg all && tool pkg/\n', 't:\n\tmake -C src/new all && tool src/new/\n'],
  ['compose.yaml', 'build: pkg\nservice: pkg\n', 'build: src/new\nservice: pkg\n'],
  [
    '.github/workflows/ci.yml',
    'paths:\n  - pkg/{a.py,migrations}\n  - "!pkg/a.py"\n  - "**/pkg/migrations/*"\nrun: ls pkg/{a,b}.py ${A}/{x,y}\nrun: x !pkg\n',
    'paths:\n  - src/new/core/{a.py,migrations}\n  - "!src/new/core/a.py"\n  - "**/src/new/core/migrations/*"\nrun: ls {src/new/core/a,pkg/b}.py ${A}/{x,y}\nrun: x !pkg\n',
  ],
  [
    '.coveragerc',
    '[run]\nsource = pkg\nomit = */pkg/a.py\n[paths]\nx =\n    pkg\n    */site-packages/pkg\n',
    '[run]\nsource = new\nomit = */new/core/a.py\n[paths]\nx =\n    src/new\n    */site-packages/new\n',
  ],
  ['codecov.yml', 'ignore:\n  - "**/pkg/a.py"\n', 'ignore:\n  - "**/new/core/a.py"\n'],
])('%s: %j', (path, before, after) => expect(changed(path, before)).toBe(after));

test.each([
  ['conf.yaml', 'description: about pkg.a and more\n'],
  ['conf.yaml', 'pkg: 1\nname: pkg\n'],
  ['.github/workflows/ci.yml', 'name: pkg\nurl: https://x.org/pkg/a.py\n'],
  ['.github/ISSUE_TEMPLATE/bug.yml', 'x: |\n  pip install pkg_dist\n  mypy pkg\n'],
  ['Makefile', 'image: pkg\n\tdocker build -t pkg .\n'],
  ['Dockerfile', 'RUN groupadd pkg && chown -R pkg:pkg /srv\nCOPY --chown=pkg:pkg . .\nUSER pkg:pkg\n'],
  ['Dockerfile', 'COPY --chown=pkg . /srv\n'],
  ['compose.yaml', 'user: pkg:pkg\nimage: pkg:latest\n'],
  ['compose.yaml', 'image: "pkg:pkg"\n'],
  ['Makefile', 't:\n\tdocker run --user pkg:pkg -t pkg:1 pkg:x\n'],
  ['k8s.yaml', 'image: pkg:pkg\nuser: "pkg:pkg"\nother: pkg:latest\n'],
])('%s: %j is left alone', (path, text) => expect(changed(path, text)).toBe(text));

test('the same path in another place is proposed', () =>
  expect(configReferences(configKindOf('Dockerfile')!, 'WORKDIR /app/pkg\n', names, 'x').doubts).toEqual([
    expect.objectContaining({ line: 1, before: 'pkg', text: 'new' }),
  ]));

test.each([
  ['Dockerfile', 'WORKDIR /srv/pkg\nCOPY . .\n', []],
  ['Dockerfile', 'WORKDIR /srv/pkg\nCOPY . .\nRUN ls /srv/pkg/pkg/a.py\n', ['src/new/core/a.py']],
  ['Dockerfile', 'ADD . /pkg\nRUN pip install /pkg\nCMD python -m pkg.a\n', []],
  ['Dockerfile', 'WORKDIR /srv\nCOPY . .\nRUN ls /srv/stays.txt\n', []],
  ['compose.yaml', 'volumes:\n  - ./src:/usr/pkg\nworking_dir: /usr/pkg\n', []],
  ['run.sh', 'docker run -v $(pwd):/home/pkg x\n', []],
  ['run.sh', 'cat /home/pkg/a.py > pkg/made.py\n', ['src/new/core/a.py', 'src/new/made.py']],
])('where the project lies in an image is no path of it: %s %j', (path, text, proposed) =>
  expect(
    configReferences(configKindOf(path)!, text, names, path)
      .doubts.map((doubt) => doubt.text)
      .filter((after) => after !== ''),
  ).toEqual(proposed),
);

test('a distribution from an index is proposed, as is a path upwards of what is not there', () => {
  const text = 'RUN pip install pkg-dist==1.0 && cat ../pkg/made.txt\nRUN echo pkg-dist\n';
  expect(configReferences(configKindOf('docker/x.sh')!, text, names, 'docker/x.sh')).toEqual({
    edits: [],
    doubts: [
      expect.objectContaining({ before: 'pkg-dist', text: 'new' }),
      expect.objectContaining({ before: '../pkg/made.txt', text: '../src/new/made.txt' }),
    ],
  });
});

test.each([
  [
    'requirements-dev.txt',
    '-r pkg/migrations  # x\n--constraint=./pkg/a.py\n-r stays.txt\n-r pkg/gone.txt\npkg/a.py\n',
    '-r src/new/core/migrations  # x\n--constraint=src/new/core/a.py\n-r stays.txt\n-r pkg/gone.txt\npkg/a.py\n',
  ],
  ['pkg/requirements.txt', '-r a.py\n-r gone.txt\n', '-r ../src/new/core/a.py\n-r gone.txt\n'],
])('what a file of requirements includes: %s', (path, text, after) =>
  expect(changed(path, text)).toBe(after),
);

test('what lies beside the project is found from its new place', () => {
  const inside = { ...names, places: { from: 'shop', to: 'capabilities/shop' } };
  const text = 'volumes:\n  - ../shared/x.py:/x\n  - ../../elsewhere/y:/y\n';
  const { edits, doubts } = configReferences(configKindOf('compose.yaml')!, text, inside, 'compose.yaml');
  expect(doubts).toEqual([]);
  expect(applyEdits(text, edits)).toBe(text.replace('../shared', '../../shared'));
});

test('behind a change of the folder a path that leads up is only proposed', () => {
  const text = 't:\n\tcd tmp && \\\n\ttar xf ../dist/x.tar\nu:\n\ttar xf ../dist/x.tar\n';
  const inside = { ...names, places: { from: 'shop', to: 'capabilities/shop' } };
  const { edits, doubts } = configReferences(configKindOf('Makefile')!, text, inside, 'Makefile');
  expect(applyEdits(text, edits)).toBe(text.replace('u:\n\ttar xf ..', 'u:\n\ttar xf ../..'));
  expect(doubts).toEqual([expect.objectContaining({ text: '../../dist/x.tar' })]);
});

test.each([
  [
    'requirements-dev.txt',
    '-e ../core[x]\n-r ./../base.txt  # see ../base\nlib @ file:../lib\n-r requirements/more.txt\nother @ https://x.org/../y\n',
    '-e ../../libs/core[x]\n-r ./../../libs/base.txt  # see ../base\nlib @ file:../../libs/lib\n-r requirements/more.txt\nother @ https://x.org/../y\n',
  ],
  [
    'requirements/dev.txt',
    '-r ../base.txt\n-e ../../core\n-e ..\n',
    '-r ../base.txt\n-e ../../../libs/core\n-e ..\n',
  ],
  [
    'Pipfile',
    '[packages]\ncore = {path = "../core", editable = true}\n[scripts]\nt = "pytest ../core/tests"\n',
    '[packages]\ncore = {path = "../../libs/core", editable = true}\n[scripts]\nt = "pytest ../../libs/core/tests"\n',
  ],
])('distributions that lie beside the project are found from its new place: %s', (path, text, after) => {
  const inside = { ...names, places: { from: 'libs/shop', to: 'capabilities/shop' } };
  expect(applyEdits(text, configReferences(configKindOf(path)!, text, inside, path).edits)).toBe(after);
});

test.each([
  ['.', 'src:.'],
  ['%(here)s, lib', '%(here)s/src:%(here)s, lib'],
  ['.\npath_separator = os', 'src:.\npath_separator = os'],
  ['. lib\npath_separator = space', 'src . lib\npath_separator = space'],
  ['./lib', './lib'],
  ['src:.', 'src:.'],
])('the folder that Alembic imports from: %j', (before, after) =>
  expect(changed('alembic.ini', `[alembic]\nprepend_sys_path = ${before}\n`)).toBe(
    `[alembic]\nprepend_sys_path = ${after}\n`,
  ),
);

test('a file in another folder may be read from anywhere', () => {
  const text = '[alembic]\nprepend_sys_path = .\n';
  const { edits, doubts } = configReferences(configKindOf('alembic.ini')!, text, names, 'db/alembic.ini');
  expect([edits, doubts]).toEqual([[], [expect.objectContaining({ text: 'src:' })]]);
});

test.each([
  ['deploy/Procfile', 'web: gunicorn pkg.app:app\n', 1],
  ['Procfile', 'web: gunicorn pkg.app:app\n', 0],
  ['Procfile', 'web: cd x && gunicorn pkg.app:app\n', 1],
  ['Procfile', 'web: gunicorn --chdir src pkg.app:app\n', 0],
  ['compose.yaml', 'command: celery -A pkg.app worker\n', 1],
  ['Dockerfile', 'COPY . .\nRUN pip install -r requirements.txt\nCMD python -m pkg.a\n', 1],
  ['Dockerfile', 'COPY . .\nRUN pip install -r x.txt \\\n  -e .\nCMD python -m pkg.a\n', 0],
  ['Dockerfile', 'COPY pkg pkg\nCMD python -m pkg.a\n', 0],
  ['Makefile', 't:\n\tpytest --cov=pkg\n', 0],
  ['Dockerfile', 'COPY . .\nCMD ["python", "manage.py", "run"]\n', 1],
  ['Dockerfile', 'COPY . .\nRUN pip install .\nCMD ["python", "manage.py", "run"]\n', 0],
  ['entrypoint.sh', 'cat manage.py\n./manage.py run\n./manage.py run\n', 1],
  ['Dockerfile', 'COPY . .\nENTRYPOINT ["python", "pkg/a.py"]\n', 1],
  ['Dockerfile', 'COPY . .\nRUN cat pkg/a.py\n', 0],
  ['supervisord.conf', 'command=gunicorn serve:app\n', 1],
  ['compose.yaml', 'command: celery -A serve.app worker\n', 1],
  ['Dockerfile', 'WORKDIR /code\nCOPY . /code/\nCMD ["gunicorn", "--bind", ":8000", "pkg.a"]\n', 1],
  ['supervisord.conf', 'command=arq pkg.a\n', 1],
  ['Makefile', 't:\n\tpylint pkg.a\n', 0],
  ['render.yaml', 'services:\n  - startCommand: "gunicorn serve:app"\n', 1],
  ['deploy/other.yaml', 'services:\n  - startCommand: "gunicorn serve:app"\n', 0],
  ['compose.yaml', 'command: python /code/manage.py run\nvolumes:\n  - .:/code\n', 1],
  ['compose.yaml', 'command: python /other/manage.py run\nvolumes:\n  - .:/code\n', 0],
  ['run.sh', 'python other.py\ngunicorn other:app\nserve manage\n', 0],
])('a command that runs from the folder of the project is listed once: %s %j', (path, text, count) =>
  expect(
    configReferences(configKindOf(path)!, text, names, path).doubts.filter(({ evidence }) =>
      evidence.includes('is not importable'),
    ),
  ).toHaveLength(count),
);

test('what runs in an image that installs the project finds it', () =>
  expect(
    ['compose.yaml', 'Makefile'].map((path) => {
      const kind = configKindOf(path)!;
      return kind.find('x: python -m pkg.a\n', { ...names, isInImage: true }, path).doubts.length;
    }),
  ).toEqual([0, 1]));

test('a function of AWS Lambda is not found in the folder that is uploaded, which is listed once', () => {
  const text = 'CodeUri: x/\nHandler: pkg.a.X\n---\nHandler: pkg.a.X\n';
  expect(changed('template.yaml', text)).toBe(text.replaceAll('pkg.a', 'new.core.a'));
  const { doubts } = configReferences(configKindOf('template.yaml')!, text, names, 'template.yaml');
  expect(doubts).toEqual([
    expect.objectContaining({ line: 2, text: '', evidence: expect.stringContaining('uploaded') as string }),
  ]);
});

test('a program of the shell without a suffix says so in its first line', () =>
  expect(
    ['#!/usr/bin/env bash\n', '#!/bin/sh\n', '#!/usr/bin/python\n'].map(
      (text) => configKindOf('bin/run', text)?.id,
    ),
  ).toEqual(['shell-script', 'shell-script', undefined]));

test('a checkout, a program and an image that are called like the package are no places of it', () => {
  const text = 'WORKDIR /pkg\nCMD ["/usr/local/bin/pkg"]\nFROM host.org/pkg/pkg\n';
  expect(configReferences(configKindOf('Dockerfile')!, text, names, 'x').doubts).toEqual([]);
});

test('a package that is run from the folder of the project is not found there any more', () => {
  const doubts = (text: string) => configReferences(configKindOf('Dockerfile')!, text, names, 'x').doubts;
  expect(doubts('COPY . .\nCMD python -m pkg.a\n')).toEqual([
    expect.objectContaining({ line: 2, evidence: expect.stringContaining('install the project') as string }),
  ]);
  expect(doubts('COPY . .\nRUN pip install .\nCMD python -m pkg.a\n')).toEqual([]);
});

test('files that programs write are no configuration', () =>
  expect(['package-lock.json', 'uv.lock', 'notes.txt'].map((path) => configKindOf(path))).toEqual([
    undefined,
    undefined,
    undefined,
  ]));

test('a folder of a wheel that is named by the distribution', () => {
  const text = 'install(TARGETS x DESTINATION ${SKBUILD_PROJECT_NAME}/a)\n';
  const kind = configKindOf('CMakeLists.txt')!;
  expect(configReferences(kind, text, names, 'CMakeLists.txt')).toMatchObject({
    edits: [],
    doubts: [{ text: '' }],
  });
  const own = { ...names, distribution: { from: 'pkg', to: 'new' } };
  const { edits, doubts } = configReferences(kind, text, own, 'CMakeLists.txt');
  expect(applyEdits(text, edits)).toBe(text.replace('/a', '/core/a'));
  expect(doubts).toEqual([]);
});

test('a list of sources that is not certain to be of the package is proposed to be the package', () => {
  const text = "py.install_sources('x', # why\n  subdir: 'pkg')\n";
  const { edits, doubts } = configReferences(configKindOf('meson.build')!, text, names, 'meson.build');
  expect([edits.length, doubts.length, doubts[0].text.startsWith("install_subdir('src/new'")]).toEqual([
    0,
    1,
    true,
  ]);
});

test.each([
  ['name,module\nx,pkg.a\n"y","pkg.a.X"\n', 'name,module\nx,new.core.a\n"y","new.core.a.X"\n'],
  ['pkg.a\tx\r\n', 'new.core.a\tx\r\n'],
  ['x,see pkg.a\npkg.gone,pkg,a.pkg.a\n', null],
])('cells of a table: %j', (before, after) =>
  expect(applyEdits(before, dataReferences(before, names, 'data.csv').edits)).toBe(after ?? before),
);

test.each([
  ['<p tal:define="X import:pkg.a.X; y 1">', '<p tal:define="X import:new.core.a.X; y 1">'],
  ['<p tal:define="X import: pkg.a.X">', '<p tal:define="X import: new.core.a.X">'],
  ['<p>reimport:pkg.a.X, import:pkg.a.gone, import:pkg/a</p>', null],
])('what a page template imports: %j', (before, after) =>
  expect(applyEdits(before, dataReferences(before, names, 'data.txt').edits)).toBe(after ?? before),
);

test.each([
  [
    'pkg/_complete',
    '#compdef -default-\nrun python -m pkg.a $1\n',
    '#compdef -default-\nrun python -m new.core.a $1\n',
  ],
  ['x.fish', 'python -m pkg.a\n', 'python -m new.core.a\n'],
])('completion of shells: %s', (path, before, after) =>
  expect(applyEdits(before, configReferences(configKindOf(path, before)!, before, names, path).edits)).toBe(
    after,
  ),
);

test('a path that leads to the folder of its own file', () => {
  const file = 'pkg/migrations/a.json';
  const mapPath = (path: string) =>
    path === file ? 'src/new/core/migrations/a.json' : (PATHS[path] ?? null);
  const text = '{"out": "../../pkg/migrations"}';
  const { edits } = configReferences(configKindOf(file)!, text, { ...names, mapPath }, file);
  expect(applyEdits(text, edits)).toBe('{"out": "."}');
});

describe('values of other configuration', () => {
  test.each([
    [
      'a.yml',
      'load:\n  - module: pkg.a\n  - x = pkg.a:X\n',
      'load:\n  - module: new.core.a\n  - x = new.core.a:X\n',
    ],
    ['a.json', '{"graph": "./pkg/a.py:X"}', '{"graph": "./src/new/core/a.py:X"}'],
    ['a.toml', 'files = ["pkg/a.py:__version__"]\n', 'files = ["src/new/core/a.py:__version__"]\n'],
    [
      'a.json',
      '{"start": "cd /app && PORT=1 uv run --no-dev uvicorn pkg.app:app"}',
      '{"start": "cd /app && PORT=1 uv run --no-dev uvicorn new.interface.app:app"}',
    ],
    [
      'ops/job.yaml',
      'spec:\n  - run: |\n      set -e\n      python -m pkg.a\n\n      echo pkg.a\n  args: >-\n    sh -c "exec gunicorn pkg.app:app"\n  text: |\n    See pkg.a\n',
      'spec:\n  - run: |\n      set -e\n      python -m new.core.a\n\n      echo pkg.a\n  args: >-\n    sh -c "exec gunicorn new.interface.app:app"\n  text: |\n    See pkg.a\n',
    ],
    ['fn/x/function.json', '{"scriptFile": "../../pkg/a.py"}', '{"scriptFile": "../../src/new/core/a.py"}'],
    [
      'infra/main.tf',
      'handler = "pkg.a.X"\nsource = "${path.module}/../pkg/a.py"\n',
      'handler = "new.core.a.X"\nsource = "${path.module}/../src/new/core/a.py"\n',
    ],
  ])('%s: %j', (path, before, after) => expect(changed(path, before)).toBe(after));
});

describe('settings of tools in files of their own', () => {
  test.each([
    [
      'ruff.toml',
      'src = ["."] # here\n[lint.isort]\nknown-first-party = ["pkg"]\n[lint.per-file-ignores]\n"pkg/a.py" = ["E501"]\n',
      'src = [".", "src"] # here\n[lint.isort]\nknown-first-party = ["new"]\n[lint.per-file-ignores]\n"src/new/core/a.py" = ["E501"]\n',
    ],
    [
      'tox.toml',
      '[env_run_base]\ncommands = [["pkg", "--cov", "pkg"], ["pytest", "--cov", "pkg", "pkg/a.py"]]\n',
      '[env_run_base]\ncommands = [["pkg", "--cov", "new"], ["pytest", "--cov", "new", "src/new/core/a.py"]]\n',
    ],
    [
      'hatch.toml',
      '[build.targets.wheel]\npackages = ["pkg"]\n[version]\npath = "pkg/a.py"\n[envs.x.scripts]\na = "python -m pkg.a"\n',
      '[build.targets.wheel]\npackages = ["src/new"]\n[version]\npath = "src/new/core/a.py"\n[envs.x.scripts]\na = "python -m new.core.a"\n',
    ],
    [
      'pyrightconfig.json',
      '{ "include": ["pkg"], "extraPaths": ["."] }\n',
      '{ "include": ["src/new"], "extraPaths": [".", "src"] }\n',
    ],
    ['pytest.toml', '[pytest]\naddopts = ["--cov=pkg"]\n', '[pytest]\naddopts = ["--cov=new"]\n'],
    [
      'towncrier.toml',
      '[towncrier]\npackage = "pkg"\nfilename = "NEWS"\n',
      '[towncrier]\npackage = "new"\nfilename = "NEWS"\npackage_dir = "src"\n',
    ],
    [
      '.cz.toml',
      '[tool.commitizen]\nversion_files = ["pkg/a.py:X"]\n',
      '[tool.commitizen]\nversion_files = ["src/new/core/a.py:X"]\n',
    ],
    [
      '.importlinter',
      '[importlinter]\nroot_package = pkg\n[importlinter:contract:1]\nlayers =\n    pkg.app\n    pkg.a\n',
      '[importlinter]\nroot_package = new\n[importlinter:contract:1]\nlayers =\n    new.interface.app\n    new.core.a\n',
    ],
    [
      '.bumpversion.cfg',
      '[bumpversion:file:pkg/a.py]\nsearch = x\n[bumpversion:file(two):pkg/a.py]\n',
      '[bumpversion:file:src/new/core/a.py]\nsearch = x\n[bumpversion:file(two):pkg/a.py]\n',
    ],
    [
      'setup.cfg',
      '[flake8]\nper-file-ignores =\n    pkg/a.py: E501\n    pkg/a.py:E1\n    pkg/migrations/*:E2\n',
      '[flake8]\nper-file-ignores =\n    src/new/core/a.py: E501\n    src/new/core/a.py:E1\n    src/new/core/migrations/*:E2\n',
    ],
    [
      'tox.ini',
      '[testenv]\ndeps =\n    pkg==1.0\n    pkg[x] >= 2\n    --cov=pkg\n',
      '[testenv]\ndeps =\n    pkg==1.0\n    pkg[x] >= 2\n    --cov=new\n',
    ],
    ['mypy.ini', '[mypy]\nmypy_path = .\n', '[mypy]\nmypy_path = .:src\n'],
    [
      'mypy.ini',
      '[mypy]\nmypy_path = $MYPY_CONFIG_FILE_DIR\n',
      '[mypy]\nmypy_path = $MYPY_CONFIG_FILE_DIR:$MYPY_CONFIG_FILE_DIR/src\n',
    ],
    ['ruff.toml', 'src = [\n', 'src = [\n'],
  ])('%s: %j', (path, before, after) => expect(changed(path, before)).toBe(after));
});

describe('files of programs that build, run and test', () => {
  test.each([
    [
      'BUILD.bazel',
      'srcs = ["pkg/a.py"],\nmain = "pkg/a.py",  # pkg/a.py\n',
      'srcs = ["src/new/core/a.py"],\nmain = "src/new/core/a.py",  # pkg/a.py\n',
    ],
    [
      'BUILD',
      'pex_binary(entry_point="pkg.app:app")\npex_binary(entry_point="pkg/a.py:X")\n',
      'pex_binary(entry_point="new.interface.app:app")\npex_binary(entry_point="src/new/core/a.py:X")\n',
    ],
    ['Earthfile', 'RUN python -m pkg.a\n', 'RUN python -m new.core.a\n'],
    [
      'default.nix',
      '{ pythonImportsCheck = [ "pkg.a" ]; checkPhase = "python -m pkg.a"; }\n',
      '{ pythonImportsCheck = [ "new.core.a" ]; checkPhase = "python -m new.core.a"; }\n',
    ],
    [
      'deploy/crontab',
      '*/5 * * * * root cd /x && python -m pkg.a >> /y\n',
      '*/5 * * * * root cd /x && python -m new.core.a >> /y\n',
    ],
    ['debian/rules', 'x:\n\tpython3 -m pkg.a\n', 'x:\n\tpython3 -m new.core.a\n'],
    ['x.desktop', 'Exec=python3 -m pkg.a\n', 'Exec=python3 -m new.core.a\n'],
    ['.envrc', 'export FLASK_APP=pkg.app:app\n', 'export FLASK_APP=new.interface.app:app\n'],
    [
      'robot/a.robot',
      'Library    pkg.a.X\nLibrary    ../pkg/a.py\n',
      'Library    new.core.a.X\nLibrary    ../src/new/core/a.py\n',
    ],
    [
      '.gitattributes',
      'pkg/migrations/*.sql filter=lfs -text\n',
      'src/new/core/migrations/*.sql filter=lfs -text\n',
    ],
    [
      'recipe/meta.yaml',
      'build:\n  entry_points:\n    - x = pkg.a:X\ntest:\n  imports:\n    - pkg\n    - pkg.a\n  commands:\n    - pkg --help\n',
      'build:\n  entry_points:\n    - x = new.core.a:X\ntest:\n  imports:\n    - new\n    - new.core.a\n  commands:\n    - pkg --help\n',
    ],
    [
      'x.spec',
      "a = Analysis(['pkg/a.py'], hiddenimports=['pkg.a'], datas=[('pkg/migrations', 'pkg/migrations')])\n",
      "a = Analysis(['src/new/core/a.py'], hiddenimports=['new.core.a'], datas=[('src/new/core/migrations', 'new/core/migrations')])\n",
    ],
    [
      'x.spec',
      'Name: pkg\n%files\n%{python3_sitelib}/pkg/a.py\n',
      'Name: pkg\n%files\n%{python3_sitelib}/pkg/a.py\n',
    ],
    [
      'sonar-project.properties',
      'sonar.projectKey=pkg\nsonar.sources=docs,pkg\n',
      'sonar.projectKey=pkg\nsonar.sources=docs,src/new\n',
    ],
    [
      'mkdocs.yml',
      'watch:\n  - pkg\n  - docs\nplugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [.]\nnav:\n  - A: pkg/a.py\n',
      'watch:\n  - src/new\n  - docs\nplugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [src, .]\nnav:\n  - A: pkg/a.py\n',
    ],
    [
      'log.yaml',
      'loggers:\n  pkg:\n    level: INFO\n  pkg.a: {}\npkg: 1\n',
      'loggers:\n  new:\n    level: INFO\n  new.core.a: {}\npkg: 1\n',
    ],
    [
      'log.json',
      '{"loggers":{"pkg":{},"pkg.a":{}},"pkg":1}',
      '{"loggers":{"new":{},"new.core.a":{}},"pkg":1}',
    ],
    ['log.toml', '[x.loggers.pkg]\nlevel = 1\n', '[x.loggers.new]\nlevel = 1\n'],
    [
      'app.ini',
      '[a]\nplugins = pkg.a, other.b\ntext = the pkg.a, that\n',
      '[a]\nplugins = new.core.a, other.b\ntext = the pkg.a, that\n',
    ],
    [
      'deno.jsonc',
      '{"tasks": {"run": "python -m pkg.a"}} // pkg.a\n',
      '{"tasks": {"run": "python -m new.core.a"}} // pkg.a\n',
    ],
    ['.replit', 'entrypoint = "pkg/a.py"\n', 'entrypoint = "src/new/core/a.py"\n'],
  ])('%s: %j', (path, before, after) => expect(changed(path, before)).toBe(after));

  const doubts = (path: string, text: string) =>
    configReferences(configKindOf(path)!, text, names, path).doubts.map(({ before, text: after }) => [
      before,
      after,
    ]);

  test('where packages are imported from is proposed', () => {
    expect(doubts('BUILD', 'py_library(imports = ["."])\n')).toEqual([['.', 'src']]);
    expect(doubts('x.spec', "Analysis([], pathex=['.'])\n")).toEqual([["'.'", "'src'"]]);
  });

  test('a file of Bazel in the package takes the modules beside it', () =>
    expect(doubts('pkg/BUILD', 'python_sources(name="x")\n')).toEqual([['', '']]));

  test('paths in it begin there', () => {
    const moved = {
      ...names,
      mapPath: (path: string) => (path === 'pkg/BUILD' ? 'src/new/BUILD' : (PATHS[path] ?? null)),
    };
    const { edits } = configReferences(
      configKindOf('pkg/BUILD')!,
      'srcs = ["a.py", "b.py"]\n',
      moved,
      'pkg/BUILD',
    );
    expect(edits.map(({ before, text }) => [before, text])).toEqual([['a.py', 'core/a.py']]);
  });
});

describe('pipelines of data and models', () => {
  test.each([
    [
      'k8s.yaml',
      'command: ["celery", "-I", "pkg.a,pkg.app", "pkg.a,x.y"]\n',
      'command: ["celery", "-I", "new.core.a,new.interface.app", "new.core.a,x.y"]\n',
    ],
    ['conf/a.yaml', 'path: ${oc.env:X,pkg.a.X}\n', 'path: ${oc.env:X,new.core.a.X}\n'],
    ['conf/a.yaml', 'SETTINGS: ${X:-pkg.a} # pkg.a\n', 'SETTINGS: ${X:-new.core.a} # pkg.a\n'],
    ['compose.yaml', 'SETTINGS: ${X:-pkg.a}\n', 'SETTINGS: ${X:-new.core.a}\n'],
    [
      'run.sh',
      'gunicorn "${APP_MODULE:-pkg:made}" ${X-pkg.a} ${Y:=y}\n',
      'gunicorn "${APP_MODULE:-new:made}" ${X-new.core.a} ${Y:=y}\n',
    ],
    ['Makefile', 'x:\n\trun model._target_=pkg.a.X\n', 'x:\n\trun model._target_=new.core.a.X\n'],
    [
      'MLproject',
      'entry_points:\n  main:\n    command: "python -m pkg.a --model {model}"\n',
      'entry_points:\n  main:\n    command: "python -m new.core.a --model {model}"\n',
    ],
    [
      'conf/x.gin',
      "# pkg.a\nimport pkg.a\ntrain/pkg.a.X.size = 4  # of pkg.a\nx.y = @pkg.a.X()\nz = 'nopkg.a'\n",
      "# pkg.a\nimport new.core.a\ntrain/new.core.a.X.size = 4  # of new.core.a\nx.y = @new.core.a.X()\nz = 'nopkg.a'\n",
    ],
    [
      'Snakefile',
      'from pkg.a import X\nimport pkg.a\n\nrule x:\n    input: "pkg/a.py"\n    params: pkg.a.X\n    shell: "python -m pkg.a {input} > {output}"\n',
      'from new.core.a import X\nimport new.core.a\n\nrule x:\n    input: "src/new/core/a.py"\n    params: new.core.a.X\n    shell: "python -m new.core.a {input} > {output}"\n',
    ],
  ])('%s: %j', (path, before, after) => expect(changed(path, before)).toBe(after));
});

test.each([
  [
    'x.pro',
    'SOURCES += pkg/a.py \\\n  stays.txt\nTARGET = pkg\n',
    'SOURCES += src/new/core/a.py \\\n  stays.txt\nTARGET = pkg\n',
  ],
  [
    'x.qrc',
    '<qresource><file>pkg/a.py</file><file alias="b">pkg/a.py</file><file>stays.txt</file></qresource>',
    '<qresource><file alias="pkg/a.py">src/new/core/a.py</file><file alias="b">src/new/core/a.py</file><file>stays.txt</file></qresource>',
  ],
  ['ui/x.ui', '<include location="../pkg/a.py"/>', '<include location="../src/new/core/a.py"/>'],
])('paths of Qt begin at the folder of the file: %s', (path, before, after) =>
  expect(changed(path, before)).toBe(after),
);
