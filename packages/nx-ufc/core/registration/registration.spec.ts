import fc from 'fast-check';
import { parseModule } from '../python';
import { includedRouter } from './included-router';
import { listedElement } from './listed-element';
import { listedName } from './listed-name';
import { providedName } from './provided-name';
import type { Registration } from './register';
import { register } from './register';
import { registeredService } from './registered-service';
import { settingField } from './setting-field';

const router = listedElement('r', 'ROUTERS', ['a.routes', 'router']);
const service = registeredService(
  {
    name: 'shop.invoice',
    factory: 'make_invoice',
    description: 'the invoices',
    module: 'au_sys_shop.core.invoice',
    builder: 'open_invoices',
    argument: 'config.invoice_file',
    state: 'shop_invoice',
  },
  'Plugin',
);
const setting = settingField(
  {
    field: 'invoice_file',
    env: 'AU_SYS_SHOP_INVOICE_FILE',
    type: 'str',
    pythonDefault: '"x.json"',
    yamlDefault: '"x.json"',
    description: 'File of the invoices.',
  },
  'Config',
);

/** The edit is made once; a second run finds nothing to do. */
function edited(text: string, registration: Registration): string {
  const first = register(text, [registration]);
  expect(first.proposals).toEqual([]);
  expect(register(first.text, [registration])).toMatchObject({ text: first.text, added: [], proposals: [] });
  return first.text;
}

describe('an element of a display', () => {
  test.each([
    ['ROUTERS = ()\n', 'ROUTERS = (("a.routes", "router"),)\n'],
    ['ROUTERS = []\n', 'ROUTERS = [("a.routes", "router")]\n'],
    ['ROUTERS = [x]  # why\n', 'ROUTERS = [x, ("a.routes", "router")]  # why\n'],
    ['ROUTERS = (x,)\n', 'ROUTERS = (x, ("a.routes", "router"),)\n'],
    ['ROUTERS = [(x)]\n', 'ROUTERS = [(x), ("a.routes", "router")]\n'],
    [
      'ROUTERS: tuple[T, ...] = (\n    x,\n)\n',
      'ROUTERS: tuple[T, ...] = (\n    x,\n    ("a.routes", "router"),\n)\n',
    ],
    ['ROUTERS = [\n    x\n]\n', 'ROUTERS = [\n    x,\n    ("a.routes", "router"),\n]\n'],
    [
      'ROUTERS = (\n    x,  # one, two\n    # end\n)\n',
      'ROUTERS = (\n    x,  # one, two\n    ("a.routes", "router"),\n    # end\n)\n',
    ],
    [
      'ROUTERS = [\n    x  # one, two\n]\n',
      'ROUTERS = [\n    x,  # one, two\n    ("a.routes", "router"),\n]\n',
    ],
    ['ROUTERS = [\n    # none\n]\n', 'ROUTERS = [\n    # none\n    ("a.routes", "router"),\n]\n'],
    ['ROUTERS = (\r\n    x,\r\n)\r\n', 'ROUTERS = (\r\n    x,\r\n    ("a.routes", "router"),\r\n)\r\n'],
  ])('%j', (before, after) => expect(edited(before, router)).toBe(after));

  test.each(['ROUTERS = make()\n', 'OTHERS = []\n', 'x = (\n', 'ROUTERS = a, b\n'])(
    'where there is none, it is proposed: %j',
    (text) => expect(register(text, [router])).toMatchObject({ text, added: [], proposals: [{ what: 'r' }] }),
  );

  test('whatever the layout, the text parses, the element is the last, and nothing else changes', () => {
    const space = fc.constantFrom('', ' ', '\n', ' # c, (\n', '\n    ', '\n# ]\n  ');
    const item = fc.constantFrom('x', '"]"', '(y)', '[1, (2)]', 'f("#,")');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(space, item, space), { maxLength: 4 }),
        fc.boolean(),
        space,
        fc.constantFrom('[]', '()'),
        (items, comma, tail, [open, close]) => {
          const inner = items.map(([a, b, c]) => a + b + c).join(',');
          const trailing =
            items.length > 0 && (comma || (open === '(' && items.length === 1)) ? `,${tail}` : '';
          const text = `ROUTERS = ${open}${inner}${trailing}${close}\nz = 1\n`;
          fc.pre(parseModule(text).ok);
          const after = edited(text, router);
          const parsed = parseModule(after);
          if (!parsed.ok) throw new Error(after);
          const [assign] = parsed.module.body;
          const value = assign.type === 'Assign' ? assign.value : null;
          expect(value && 'elts' in value && value.elts.length).toBe(items.length + 1);
          let at = 0;
          for (const character of text) {
            at = after.indexOf(character, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a name that is listed and imported', () => {
  const command = listedName('c', 'COMMANDS', 'au_sys_a.interface.cli.m', 'add_m');
  test('the import goes to its sorted place', () => {
    const text =
      'import sys\n\nfrom au_sys_a.core.x import X\nfrom au_sys_a.interface.z import (\n    Z,\n)\n\nCOMMANDS = (Z,)\n';
    expect(edited(text, command)).toBe(
      'import sys\n\nfrom au_sys_a.core.x import X\nfrom au_sys_a.interface.cli.m import add_m\nfrom au_sys_a.interface.z import (\n    Z,\n)\n\nCOMMANDS = (Z, add_m,)\n',
    );
  });
  test('without imports it goes behind the docstring', () =>
    expect(edited('"""Doc."""\n\nCOMMANDS = []\n', command)).toBe(
      '"""Doc."""\n\nfrom au_sys_a.interface.cli.m import add_m\n\nCOMMANDS = [add_m]\n',
    ));
});

test('a router is included behind the others of the application', () => {
  const text =
    'from fastapi import FastAPI\nfrom a.b import router\n\n\ndef create():\n    app = FastAPI()\n    app.include_router(router, prefix="/x")  # first\n    return app\n';
  expect(edited(text, includedRouter('r', 'a.c', 'other'))).toBe(
    'from fastapi import FastAPI\nfrom a.b import router\nfrom a.c import other\n\n\ndef create():\n    app = FastAPI()\n    app.include_router(router, prefix="/x")  # first\n    app.include_router(other)\n    return app\n',
  );
  expect(register('x = 1\n', [includedRouter('r', 'a.c', 'other')]).proposals).toHaveLength(1);
});

const PLUGIN = `from typing import Any


class ShopPlugin:
    def __init__(self):
        self.provides: list[str] = ["shop"]  # ours

    async def initialize(self, app, container, logger, observability, **kwargs):
        config = load()
        container.register("shop.config", config)
        return {}
`;

test('a plugin that a person wrote gets the service and the name', () => {
  expect(edited(PLUGIN, providedName('shop.invoice', 'Plugin'))).toContain(
    'self.provides: list[str] = ["shop", "shop.invoice"]  # ours\n',
  );
  const after = edited(PLUGIN, service);
  expect(after).toContain(
    '        container.register("shop.config", config)\n        container.register_factory("shop.invoice", lambda: make_invoice(config))\n        if hasattr(app, "state"):\n            app.state.shop_invoice = container.resolve("shop.invoice")\n        return {}\n',
  );
  expect(after.endsWith('    return open_invoices(config.invoice_file)\n')).toBe(true);
});

test('a plugin whose settings go by another name gets a proposal', () =>
  expect(
    register(PLUGIN.replaceAll('config = load', 'settings = load'), [service]).proposals[0].snippet,
  ).toContain('def make_invoice(config: Any) -> Any:'));

test('a setting becomes a field and an environment variable', () => {
  const text =
    'from pydantic import BaseModel, Field\n\nENVIRONMENT: dict[str, str] = {\n    "a": "A",\n}\n\n\nclass ShopConfig(BaseModel):\n    a: str = Field(\n        default="x",\n    )\n\n    def m(self): ...\n';
  expect(edited(text, setting)).toBe(
    'from pydantic import BaseModel, Field\n\nENVIRONMENT: dict[str, str] = {\n    "a": "A",\n    "invoice_file": "AU_SYS_SHOP_INVOICE_FILE",\n}\n\n\nclass ShopConfig(BaseModel):\n    a: str = Field(\n        default="x",\n    )\n    invoice_file: str = Field(\n        default="x.json",\n        description="File of the invoices.",\n    )\n\n    def m(self): ...\n',
  );
  expect(register(text.replace(', Field', ''), [setting]).proposals).toHaveLength(1);
});
