/** The last Typer before it stopped using click, which the dump asks. */
const OLDER = ['typer==0.15.4', 'click==8.1.8'];

/** Command lines that are compared: where the command or application is, and whose functions are the program's own. */
export const PROGRAMS = [
  { name: 'black', sdist: 'black==25.1.0', target: 'black:main', own: 'black' },
  {
    name: 'cookiecutter',
    sdist: 'cookiecutter==2.6.0',
    target: 'cookiecutter.cli:main',
    own: 'cookiecutter',
  },
  { name: 'mkdocs', sdist: 'mkdocs==1.6.1', target: 'mkdocs.__main__:cli', own: 'mkdocs' },
  { name: 'sqlite-utils', sdist: 'sqlite-utils==3.38', target: 'sqlite_utils.cli:cli', own: 'sqlite_utils' },
  { name: 'towncrier', sdist: 'towncrier==24.8.0', target: 'towncrier._shell:cli', own: 'towncrier' },
  { name: 'datasette', sdist: 'datasette==0.65.1', target: 'datasette.cli:cli', own: 'datasette' },
  { name: 'cruft', requirements: OLDER, sdist: 'cruft==2.16.0', target: 'cruft._cli:app', own: 'cruft' },
  {
    name: 'fastapi-cli',
    requirements: OLDER,
    sdist: 'fastapi-cli==0.0.7',
    target: 'fastapi_cli.cli:app',
    own: 'fastapi_cli',
    program: 'fastapi',
  },
  {
    name: 'prefect',
    requirements: [...OLDER, 'importlib-metadata'],
    sdist: 'prefect==3.4.0',
    target: 'prefect.cli.root:app',
    own: 'prefect',
  },
  ...[
    { name: 'autoflake', sdist: 'autoflake==2.3.1', target: 'autoflake:main' },
    { name: 'build', sdist: 'build==1.3.0', target: 'build.__main__:entrypoint', program: 'pyproject-build' },
    { name: 'codespell', sdist: 'codespell==2.4.1', target: 'codespell_lib:_script_main' },
    { name: 'hatchling', sdist: 'hatchling==1.27.0', target: 'hatchling.cli:hatchling' },
    { name: 'isort', sdist: 'isort==6.0.1', target: 'isort.main:main' },
    { name: 'pre-commit', sdist: 'pre_commit==4.3.0', target: 'pre_commit.main:main' },
    { name: 'pyupgrade', sdist: 'pyupgrade==3.20.0', target: 'pyupgrade._main:main' },
    { name: 'vulture', sdist: 'vulture==2.14', target: 'vulture.core:main' },
    { name: 'wheel', sdist: 'wheel==0.45.1', target: 'wheel.cli:main' },
    { name: 'yamllint', sdist: 'yamllint==1.37.1', target: 'yamllint.cli:run' },
  ].map((one) => ({ ...one, dump: 'dump_argparse.py', own: '' })),
];
