import { readProjectMetadata } from '../metadata/read';
import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { commandsOf, type CliCommand } from '.';

const PROJECT =
  '[project]\nname = "shop"\ndependencies = ["click>=8.2"]\n[project.scripts]\nshop = "shop.cli:main"\n';
const commands = (files: Record<string, string>, project = PROJECT): CliCommand[] => {
  const tree = treeOf({ 'pyproject.toml': project, 'shop/__init__.py': '', ...files });
  return commandsOf(buildProjectFacts('shop', tree), readProjectMetadata(tree));
};
const said = (all: readonly CliCommand[]) =>
  all.map(({ programs, path, kind, handler, unresolved }) =>
    [`${[...programs, ...path].join(' ')}`, kind, handler, ...(unresolved ? [`(${unresolved})`] : [])].join(
      ' ',
    ),
  );
const parameters = (one: CliCommand) =>
  one.parameters.map((parameter) =>
    [
      parameter.flags.join('/') || parameter.name,
      parameter.type ?? '?',
      ...(parameter.choices ? [parameter.choices.join('|')] : []),
      ...(parameter.required ? ['required'] : []),
      ...(parameter.multiple ? ['multiple'] : []),
      ...(parameter.default === undefined ? [] : [`=${JSON.stringify(parameter.default)}`]),
    ].join(' '),
  );

test('click: groups over modules, names by its rules, commands that are added, the script that starts them', () => {
  const all = commands({
    'shop/db.py':
      'import click\n\n@click.group()\ndef db_group(): ...\n\n@db_group.command()\ndef init_db(): ...\n\n@click.command("up")\ndef upgrade(): ...\ndb_group.add_command(upgrade, name="upgrade")\n',
    'shop/cli.py':
      'import click\nfrom .db import db_group, upgrade\n\n@click.group(help="Shop.")\ndef cli():\n    """Not this."""\n\ncli.add_command(db_group)\nfor one in (upgrade,):\n    cli.add_command(one)\n\n@cli.command\ndef plain(): ...\n\ndef main():\n    cli()\n',
  });
  expect(said(all)).toEqual([
    'shop group cli',
    'shop plain command plain',
    'shop db group db_group',
    'shop db init-db command init_db',
    'shop db upgrade command upgrade',
    'shop up command upgrade',
  ]);
  expect(all[0].help).toBe('Shop.');
});

test('click: options and arguments, also through decorators of the project', () => {
  const [one] = commands({
    'shop/cli.py':
      'import click\n\ndef common(f):\n    f = click.option("--quiet", "-q", is_flag=True)(f)\n    return click.option("--level", type=click.Choice(["a", "b"]), default="a")(f)\n\nverbose = click.option("-v", "verbosity", count=True, help="More.")\n\ndef many(*options):\n    def wrap(f):\n        for option in options:\n            f = option(f)\n        return f\n    return wrap\n\n@click.command()\n@click.argument("src", nargs=-1, type=click.Path(dir_okay=False))\n@click.option("--shout/--no-shout", " /-S", default=True)\n@click.option("--n-times", type=int, required=True)\n@many(click.option("--ratio", default=0.5, multiple=True), verbose)\n@common\ndef main(**kwargs): ...\n',
  });
  expect(parameters(one)).toEqual([
    'src file multiple',
    '--shout/--no-shout/-S boolean =true',
    '--n-times integer required',
    '--ratio float multiple =0.5',
    '-v integer range',
    '--quiet/-q boolean',
    '--level choice a|b ="a"',
  ]);
});

test('click: what is only known at run time is marked; suffixes depend on the version', () => {
  const files = {
    'shop/cli.py':
      'import click\nfrom plugins import manager, extra\n\nclass Lazy(click.Group):\n    def list_commands(self, ctx): ...\n\n@click.group(cls=Lazy)\ndef main(): ...\n\nmanager.hook.register(cli=main)\nmain.add_command(extra)\n\n@main.command()\ndef run_cmd(): ...\n\ndef register(group):\n    @group.command()\n    @click.option("--x")\n    def late(): ...\n',
  };
  expect(said(commands(files, PROJECT.replace('click>=8.2', 'click>=8')))).toEqual([
    'shop group main (plugins add commands at run time (register); add_command() adds a command that is only known at run time; Lazy decides at run time which commands there are)',
    'shop run command run_cmd (click before 8.2 calls it run-cmd)',
    ' command register.late (its group is only known at run time)',
  ]);
  expect(said(commands(files, PROJECT.replace('click>=8.2', 'click<8.2')))[1]).toBe(
    'shop run-cmd command run_cmd',
  );
});

test('typer: sub-applications, callbacks, names, parameters by signature and Annotated', () => {
  const all = commands({
    'shop/users.py':
      'import typer\napp = typer.Typer(name="people", help="Users.")\n\n@app.command()\ndef add_user(name: str, admin: bool = False): ...\n',
    'shop/cli.py':
      'from enum import Enum\nfrom pathlib import Path\nfrom typing import Annotated, List, Optional\nimport typer\nfrom . import users\n\nclass Color(str, Enum):\n    RED = "red"\n    BLUE = "blue"\n\nclass Own(typer.Typer): ...\n\nmain = Own()\nmain.add_typer(users.app)\nmain.add_typer(users.app, name="again")\n\n@main.callback()\ndef setup(ctx: typer.Context, debug: bool = typer.Option(False, "--debug")):\n    """Everything."""\n\n@main.command("go")\ndef run(\n    file: Annotated[Path, typer.Argument(help="F.")],\n    color: Color = Color.RED,\n    tags: Annotated[Optional[List[str]], typer.Option("--tag", "-t")] = None,\n    size: int = typer.Option(..., min=1),\n): ...\n',
  });
  expect(said(all)).toEqual([
    'shop group setup',
    'shop go command run',
    'shop people group ',
    'shop people add-user command add_user',
    'shop again group ',
    'shop again add-user command add_user',
  ]);
  expect(all.map(parameters)).toEqual([
    ['--debug boolean =false'],
    [
      'file path required',
      '--color choice red|blue ="red"',
      '--tag/-t text multiple',
      '--size integer range required',
    ],
    [],
    ['name text required', '--admin/--no-admin boolean =false'],
    [],
    ['name text required', '--admin/--no-admin boolean =false'],
  ]);
  expect(all[0].help).toBe('Everything.');
});

test('typer: an application with one command is that command', () =>
  expect(
    said(
      commands({
        'shop/cli.py': 'import typer\nmain = typer.Typer()\n\n@main.command()\ndef only(name: str): ...\n',
      }),
    ),
  ).toEqual(['shop command only']));
