import { readProjectMetadata } from '../../metadata/read';
import { buildProjectFacts } from '../../project/project-facts';
import { treeOf } from '../../testing/project';
import { commandsOf } from '..';

const PROJECT = '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.cli:main"\n';
const commands = (cli: string, files: Record<string, string> = {}) => {
  const tree = treeOf({ 'pyproject.toml': PROJECT, 'shop/__init__.py': '', 'shop/cli.py': cli, ...files });
  return commandsOf(buildProjectFacts('shop', tree), readProjectMetadata(tree)).map((one) => ({
    title: [...one.programs, ...one.path, one.kind, one.handler, one.unresolved && `(${one.unresolved})`]
      .filter(Boolean)
      .join(' '),
    parameters: one.parameters.map((parameter) =>
      [
        parameter.flags.join('/') || parameter.name,
        parameter.flags.length > 0 ? parameter.name : '',
        parameter.type ?? '?',
        parameter.choices?.join('|'),
        parameter.required && 'required',
        parameter.multiple && 'multiple',
        parameter.default === undefined ? '' : `=${JSON.stringify(parameter.default)}`,
        parameter.unresolved && `(${parameter.unresolved})`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  }));
};

test('arguments and options: names, types, choices, actions, how often', () =>
  expect(
    commands(
      'import argparse\nfrom pathlib import Path\nLEVELS = ("low", "high")\n\ndef number(text): ...\n\ndef main():\n    parser = argparse.ArgumentParser(description="Shop.")\n    parser.add_argument("files", nargs="*", type=Path)\n    parser.add_argument("--level", "-l", choices=LEVELS, default="low")\n    parser.add_argument("-n", "--max-count", type=int, required=True)\n    parser.add_argument("--quiet", action="store_true")\n    parser.add_argument("--color", action=argparse.BooleanOptionalAction)\n    parser.add_argument("-v", action="count", dest="verbosity", default=0)\n    parser.add_argument("--add", action="append")\n    parser.add_argument("--version", action="version", version="1")\n    parser.add_argument("--own", type=number)\n    group = parser.add_mutually_exclusive_group()\n    group.add_argument("--port", type=int, choices=range(1, 3))\n    if make():\n        parser.add_argument("--late")\n    parser.add_argument("rest", nargs=argparse.REMAINDER)\n    parser.parse_args()\n',
    ),
  ).toEqual([
    {
      title: 'shop command',
      parameters: [
        'files path multiple',
        '--level/-l level choice low|high ="low"',
        '-n/--max-count max_count integer required',
        '--quiet quiet boolean =false',
        '--color/--no-color color boolean',
        '-v verbosity integer =0',
        '--add add text multiple',
        '--version version boolean',
        '--own own ?',
        '--port port choice 1|2',
        '--late late text (a condition decides whether it is there)',
        'rest text multiple',
      ],
    },
  ]));

test('commands: nested, by functions that are given a parser, with parents, one name for several parsers', () =>
  expect(
    commands(
      'import argparse\nfrom .common import add_common, base\n\ndef run(args): ...\ndef show(args): ...\n\ndef add_run(commands):\n    parser = commands.add_parser("run", aliases=["r"])\n    add_common(parser, "--fast")\n    parser.set_defaults(func=run)\n\ndef add_db(sub):\n    p = sub.add_parser("db")\n    sub = p.add_subparsers()\n    for name in ("up", "down"):\n        q = sub.add_parser(name)\n        q.add_argument("--to")\n\ndef build():\n    parser = argparse.ArgumentParser(parents=[base])\n    sub = parser.add_subparsers(dest="command")\n    add_run(sub)\n    p = sub.add_parser("show")\n    p.add_argument("what")\n    p.set_defaults(func=show)\n    add_db(sub)\n    return parser\n\ndef main():\n    args = build().parse_args()\n',
      {
        'shop/common.py':
          'import argparse\nbase = argparse.ArgumentParser(add_help=False)\nbase.add_argument("--config")\n\ndef add_common(parser, flag):\n    parser.add_argument(flag, action="store_true")\n',
      },
    ),
  ).toEqual([
    { title: 'shop group', parameters: ['--config config text'] },
    { title: 'shop run command run', parameters: ['--fast fast boolean =false'] },
    { title: 'shop r command run', parameters: ['--fast fast boolean =false'] },
    { title: 'shop db group', parameters: [] },
    { title: 'shop db up command', parameters: ['--to to text'] },
    { title: 'shop db down command', parameters: ['--to to text'] },
    { title: 'shop show command show', parameters: ['what text required'] },
  ]));

test('a partial of the class, defaults that are set later', () =>
  expect(
    commands(
      'import argparse\nfrom functools import partial\n\ndef main():\n    make = partial(argparse.ArgumentParser, add_help=False)\n    parser = make()\n    parser.set_defaults(c=find(), d=5)\n    parser.add_argument("--c", action="store_true")\n    parser.add_argument("--d")\n    parser.add_argument("--a", default=1, type=int)\n    parser.add_argument("--b", default="x")\n    parser.set_defaults(a=2)\n    if windows():\n        parser.set_defaults(b="y")\n    parser.parse_args()\n',
    ),
  ).toEqual([
    {
      title: 'shop command',
      parameters: ['--c c boolean', '--d d text =5', '--a a integer =2', '--b b text'],
    },
  ]));

test('what is only known at run time is marked', () =>
  expect(
    commands(
      'import argparse\n\ndef options(parser):\n    parser.add_argument("--x")\n\ndef main():\n    parser = argparse.ArgumentParser()\n    sub = parser.add_subparsers()\n    for one in plugins():\n        sub.add_parser(one.name)\n    parser.add_argument(*names())\n',
    ).map((one) => one.title),
  ).toEqual([
    'shop group (the names of an argument are only known at run time)',
    'shop ? command (its name is only known at run time)',
    'command (parser is a parameter of options: which parser it is is not known)',
  ]));

const only = (body: string) =>
  commands(`import argparse\ndef main():\n${body.replace(/^/gm, '    ')}\n    parser.parse_args()\n`)[0]
    .parameters;

test('defaults that the parser says for all arguments', () => {
  const options =
    'parser.add_argument("--a", action="store_true")\nparser.add_argument("--b", default=3)\nparser.add_argument("c", nargs="?")';
  expect(only(`parser = argparse.ArgumentParser(argument_default=argparse.SUPPRESS)\n${options}`)).toEqual([
    '--a a boolean',
    '--b b text =3',
    'c text',
  ]);
  expect(only(`parser = argparse.ArgumentParser(argument_default="x")\n${options}`)).toEqual([
    '--a a boolean ="x"',
    '--b b text =3',
    'c text ="x"',
  ]);
  expect(only(`parser = argparse.ArgumentParser(argument_default=None)\n${options}`)).toEqual([
    '--a a boolean =false',
    '--b b text =3',
    'c text',
  ]);
  expect(only(`parser = argparse.ArgumentParser(argument_default=compute())\n${options}`)[0]).toBe(
    '--a a boolean',
  );
});

test('a group has the default of its parser, or its own; what set_defaults said before counts first', () =>
  expect(
    only(
      'parser = argparse.ArgumentParser(argument_default=1)\nparser.set_defaults(d=4)\none = parser.add_argument_group("one")\none.add_argument("--a")\ntwo = parser.add_argument_group("two", argument_default=2)\ntwo.add_mutually_exclusive_group().add_argument("--b")\ntwo.add_argument("--d")\nparser.add_argument("--e")\nparser.set_defaults(e=5)',
    ),
  ).toEqual(['--a a text =1', '--b b text =2', '--d d text =4', '--e e text =5']));

test('parents hand their defaults on, a child may set others, and argument_default stays with the parser', () =>
  expect(
    only(
      'base = argparse.ArgumentParser(add_help=False, argument_default=7)\nbase.add_argument("--p")\nbase.add_argument("--q")\nbase.set_defaults(q=9, later=1)\nparser = argparse.ArgumentParser(parents=[base])\nparser.add_argument("--later")\nparser.add_argument("--own")\nparser.set_defaults(p=3)',
    ),
  ).toEqual(['--p p text =3', '--q q text =9', '--later later text =1', '--own own text']));

test('a parameter that is asked for again and again, and handed on, is asked about once for each test', () => {
  const depth = 3;
  const tests = '    if a is None:\n        a = "x"\n'.repeat(20);
  const step = (i: number, then: string) => `def step${i}(parser, a=None):\n${tests}    ${then}\n`;
  const steps = Array.from({ length: depth }, (_, i) => step(i, `step${i + 1}(parser, a)`));
  const last = step(depth, 'parser.add_argument("--deep", default=a)');
  const main = 'import argparse\ndef main():\n    step0(argparse.ArgumentParser(), "y")\n';
  expect(commands(`${main}${steps.join('')}${last}`)[0].parameters).toEqual(['--deep deep text ="y"']);
});
