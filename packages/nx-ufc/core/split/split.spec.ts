import fc from 'fast-check';
import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { assembleMigrationPlan } from '../plan/assemble';
import { proposeMap } from '../plan/propose';
import { analysisOf } from '../testing/project';
import { buildMoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { applyEdits } from '../text/edits';
import { carryOutSplits, splitTree } from './carry-out';
import { choicesOf, proposeSplits } from './propose';
import { splitByMap } from './split-map';

const blueprint = loadBlueprint();
const SHOP = `"""A shop."""
from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING

from flask import Flask, jsonify
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger(__name__)
app = Flask(__name__)
VAT = Decimal("0.19")


# What customers send.
class OrderIn(BaseModel):
    sku: str
    amount: int
    price: Decimal
    name: str
    street: str
    town: str
    country: str
    telephone: str
    mail: str
    remark: str
    voucher: str
    express: bool
    gift: bool
    paid: bool


class Catalogue:  # all of it
    def __init__(self) -> None:
        self.items: dict[str, Decimal] = {}

    def add(self, order: OrderIn) -> Decimal:
        log.info("add %s", order.sku)
        self.items[order.sku] = order.price
        return total(order)

    def remove(self, sku: str) -> None:
        del self.items[sku]

    def many(self, orders: Iterable[OrderIn]) -> list[Decimal]:
        return [self.add(order) for order in orders]


def total(order: OrderIn) -> Decimal:
    return order.price * order.amount * (1 + VAT)


CATALOGUE = Catalogue()


@app.route("/orders", methods=["POST"])
def create():
    return jsonify(CATALOGUE.add(OrderIn()))
`;
const shop = (text = SHOP, more: Record<string, string> = {}) =>
  analysisOf({ 'shop/__init__.py': '', 'shop/app.py': text, ...more }, blueprint, 'shop');
const proposed = (text?: string, more?: Record<string, string>) => proposeSplits(shop(text, more));
const carried = (text = SHOP, more: Record<string, string> = {}) => {
  const analysis = shop(text, more);
  const chosen = proposeSplits(analysis).map((one) => [one.source, choicesOf(one)] as const);
  const { project } = carryOutSplits(analysis, new Map(chosen)).analysis;
  return (path: string) => project.sources.get(path)?.text ?? null;
};
const names = (text?: string, more?: Record<string, string>) =>
  proposed(text, more).flatMap(({ parts }) =>
    parts.map(({ role, definitions }) => `${role}: ${definitions.map((one) => one.name).join(' ')}`),
  );

test('what others wrote is not taken apart', () => {
  const paths = proposed('', { 'shop/plants/app.py': SHOP, 'shop/_vendor/app.py': SHOP }).map(
    ({ source }) => source,
  );
  expect(paths).toEqual(['shop/plants/app.py']);
});

test('a file with routes, services and schemas is proposed to be split, with lines and what is cut', () => {
  const [{ parts, stays, cuts, pinned }] = proposed();
  expect(parts.map(({ source, layer, role }) => [source, layer, role])).toEqual([
    ['shop/app_services.py', 'core', 'service'],
    ['shop/app_schemas.py', 'core', 'schema'],
  ]);
  expect(parts[1].definitions).toEqual([{ name: 'OrderIn', kind: 'class', line: 20, endLine: 34 }]);
  expect(stays.definitions.map((one) => one.name)).toEqual(['log', 'app', 'CATALOGUE', 'create']);
  expect(cuts).toContainEqual({ from: 'create', to: 'OrderIn', line: 62 });
  expect(pinned).toEqual([]);
});

test('definitions move byte for byte with comments and the imports that they need; the old module has their names', () => {
  const text = carried();
  expect(text('shop/app.py')).toBe(`"""A shop."""
from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import Flask, jsonify

if TYPE_CHECKING:
    from collections.abc import Iterable

from .app_services import Catalogue, VAT as VAT, total as total
from .app_schemas import OrderIn

log = logging.getLogger(__name__)
app = Flask(__name__)


CATALOGUE = Catalogue()


@app.route("/orders", methods=["POST"])
def create():
    return jsonify(CATALOGUE.add(OrderIn()))
`);
  const services = text('shop/app_services.py')!;
  expect(services).toContain(SHOP.slice(SHOP.indexOf('class Catalogue'), SHOP.indexOf('CATALOGUE =')).trim());
  expect(services.slice(0, services.indexOf('VAT ='))).toBe(`"""Service definitions of app."""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING
from .app_schemas import OrderIn

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger(__name__)

`);
  expect(text('shop/app_schemas.py')).toContain('\n# What customers send.\nclass OrderIn(BaseModel):\n');
});

test.each([
  [
    'a name that a test replaces keeps its readers',
    'from shop import app\ndef test(monkeypatch):\n    monkeypatch.setattr(app, "VAT", 1)\n',
  ],
  [
    'a patch target too, that code reads from the module when it runs',
    'import shop.app\n@patch("shop.app.VAT", 1)\ndef test(_):\n    shop.app.VAT\n',
  ],
  ['several that are patched at once', '@patch.multiple("shop.app", VAT=1)\ndef test(_): ...\n'],
  ['and an assignment', 'import shop.app\ndef test():\n    shop.app.VAT = 1\n'],
])('%s', (_, test) => {
  expect(names(SHOP, { 'tests/test_app.py': test })).toEqual(['schema: OrderIn']);
  const [{ pinned }] = proposed(SHOP, { 'tests/test_app.py': test });
  expect(pinned.find((one) => one.name === 'total')!.reason).toMatch(
    /^reads VAT, which tests\/test_app\.py:\d+ replaces/,
  );
  expect(pinned.find((one) => one.name === 'Catalogue')!.reason).toBe('needs total, which stays');
});

test.each([
  [
    'state that a function rebinds',
    SHOP.replace('return order.price', 'global VAT\n    VAT = 2\n    return order.price'),
  ],
  ['a name with two definitions', SHOP.replace('VAT = Decimal("0.19")', 'VAT = Decimal("0.19")\nVAT += 1')],
  ['the name of the module', SHOP.replace('return order.price', 'print(__name__)\n    return order.price')],
  ['the framework of the layer', SHOP.replace('return order.price', 'jsonify(1)\n    return order.price')],
  [
    'what a block imports that asks for what stays',
    SHOP.replace(
      'VAT = ',
      'FAST = True\nif FAST:\n    try:\n        import json as codec\n    except ImportError:\n        FAST = False\nVAT = ',
    ).replace('return order.price', 'codec.dumps(1)\n    return order.price'),
  ],
  ['what stays', SHOP.replace('return order.price', 'create()\n    return order.price')],
  [
    'examples that run in the module',
    SHOP.replace('return order.price', '""">>> total(1)"""\n    return order.price'),
  ],
])('a definition that reads %s stays, and what needs it', (_, text) => {
  expect(names(text)).toEqual(['schema: OrderIn']);
});

test('helpers and files of one role are not torn apart', () => {
  const service = SHOP.replace(/^app = .*$/m, '').replace(/^@app[\s\S]*$/m, '');
  expect(names(service)).toEqual([]);
  expect(names(service + 'def one():\n    return 1\n'.repeat(3))).toEqual([]);
});

test('a split that a person edited is carried out, or refused with every reason', () => {
  const split = (definitions: string[], layer: 'core' | 'manifest' = 'core') => {
    const choice = { source: 'shop/orders.py', layer, role: 'model', definitions };
    const { refused, splits } = carryOutSplits(shop(), new Map([['shop/app.py', [choice]]]));
    return splits.length > 0 ? splits[0].parts[0].module : refused.map((one) => one.reason);
  };
  expect(split(['OrderIn'])).toBe('shop.orders');
  expect(split(['OrderIn', 'total'])).toEqual(['total cannot leave: it needs VAT, which stays']);
  expect(split(['create', 'Nothing'])).toEqual([
    'it does not define Nothing',
    'create cannot leave: it needs flask',
  ]);
  expect(split([])).toEqual(['shop/orders.py is to hold nothing']);
});

test('parts that would import one another are refused', () => {
  const choices = [
    { source: 'shop/a.py', layer: 'core' as const, role: 'util', definitions: ['Catalogue'] },
    {
      source: 'shop/b.py',
      layer: 'core' as const,
      role: 'util',
      definitions: ['total', 'VAT', 'OrderIn', 'loop'],
    },
  ];
  const text = SHOP.replace('CATALOGUE =', 'def loop():\n    return Catalogue()\n\n\nCATALOGUE =');
  const { refused } = carryOutSplits(shop(text), new Map([['shop/app.py', choices]]));
  expect(refused.map((one) => one.reason)).toEqual(['shop/a.py, shop/b.py would import one another']);
});

test('a new module that would close a circle of imports is refused', () => {
  const text = SHOP.replace('from pydantic', 'from .tax import rate\nfrom pydantic').replace(
    '(1 + VAT)',
    'rate()',
  );
  const tax = 'def rate():\n    from .app import OrderIn\n    return OrderIn and 1\n';
  expect(names(text, { 'shop/tax.py': tax })).toEqual(['schema: OrderIn', 'service: Catalogue total']);
  const eager = 'from . import app\ndef rate():\n    return app.VAT\n';
  expect(names(text, { 'shop/tax.py': eager })).toEqual([]);
});

test('the plan moves the parts to their layers, redirects imports and leaves the rest of the project alone', () => {
  const analysis = shop(SHOP, {
    'shop/mail.py': 'from .app import OrderIn, create\n\n\ndef send(order: OrderIn):\n    return create\n',
    'tests/test_app.py':
      'from shop import app\nfrom shop.app import Catalogue\n\n\ndef test():\n    assert app.Catalogue is Catalogue\n',
  });
  const options = { package: 'au_sys_shop', derivesMetadata: false };
  const after = splitByMap(analysis, proposeMap(analysis, options), options);
  const plan = assembleMigrationPlan({
    analysis: after.analysis,
    splits: after.splits,
    refusedSplits: after.refused,
    map: after.map,
    names: capabilityNames('shop', blueprint),
    domain: 'core',
    date: '2026-01-01',
    existing: new Set(),
    compatTemplates: null,
    manifestTemplates: readTemplates(blueprint.id, 'manifest'),
  });
  expect(plan.conflicts).toEqual([]);
  const moved = (source: string) => {
    const file = plan.files.find((one) => one.source === source)!;
    return {
      target: file.target,
      text: applyEdits(after.analysis.project.sources.get(source)!.text, file.edits),
    };
  };
  expect(moved('shop/app_schemas.py').target).toBe('src/au_sys_shop/core/schemas/app_schemas.py');
  expect(moved('shop/app_services.py').text).toContain('from ..schemas.app_schemas import OrderIn\n');
  expect(moved('shop/app.py').target).toBe('src/au_sys_shop/interface/api/app.py');
  expect(moved('shop/app.py').text).toContain('from ...core.schemas.app_schemas import OrderIn\n');
  expect(moved('shop/mail.py').text).toContain(
    'from .app import create\nfrom ...core.schemas.app_schemas import OrderIn\n',
  );
  expect(moved('tests/test_app.py').text).toBe(
    'from au_sys_shop.interface.api import app\nfrom au_sys_shop.core.services.app_services import Catalogue\n\n\ndef test():\n    assert app.Catalogue is Catalogue\n',
  );
  expect(JSON.parse(JSON.stringify(plan.splits))).toEqual(plan.splits);
});

describe('what tests patch by strings', () => {
  const patches = (target: string) =>
    `from unittest.mock import patch\n@patch("${target}")\ndef test(_): ...\n`;
  const planned = (test: string, text = SHOP) => {
    const analysis = shop(text, { 'tests/test_app.py': test });
    const options = { package: 'au_sys_shop', derivesMetadata: false };
    const { analysis: after, map } = splitByMap(analysis, proposeMap(analysis, options), options);
    const mapping = buildMoveMapping(after.project, map.modules, 'src', { from: 'shop', to: 'au-sys-shop' });
    const info = after.project.modulesByPath.get('tests/test_app.py')!;
    return applyEdits(test, rewriteModule(after.project, mapping, info).edits);
  };

  test('follows the code that reads it', () => {
    const services = 'au_sys_shop.core.services.app_services';
    expect(planned(patches('shop.app.VAT'))).toBe(patches(`${services}.VAT`));
    expect(planned(patches('shop.app.total'))).toBe(patches(`${services}.total`));
    expect(planned(patches('shop.app.CATALOGUE'))).toBe(patches('au_sys_shop.interface.api.app.CATALOGUE'));
  });

  test('and is reached where it was when something of it is patched', () => {
    expect(names(SHOP, { 'tests/test_app.py': patches('shop.app.log.info') })).toEqual(names());
    expect(planned(patches('shop.app.log.info'))).toBe(patches('au_sys_shop.interface.api.app.log.info'));
  });

  test('keeps its readers together', () => {
    const text = SHOP.replace('jsonify(', 'jsonify(VAT, ');
    expect(names(text, { 'tests/test_app.py': patches('shop.app.VAT') })).toEqual(['schema: OrderIn']);
    const choice = {
      source: 'shop/b.py',
      layer: 'core' as const,
      role: 'util',
      definitions: ['total', 'VAT', 'OrderIn'],
    };
    const analysis = shop(text, { 'tests/test_app.py': patches('shop.app.VAT') });
    expect(carryOutSplits(analysis, new Map([['shop/app.py', [choice]]])).refused).toEqual([
      {
        source: 'shop/app.py',
        reason: 'the readers of VAT, which tests/test_app.py:2 replaces, would be torn apart',
      },
    ]);
  });
});

test('without line ends at the end, with CRLF and with comments behind, all bytes of definitions are kept', () => {
  const crlf = SHOP.trimEnd().replaceAll('\n', '\r\n');
  const text = carried(crlf);
  expect(text('shop/app.py')!.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text('shop/app_services.py')!.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text('shop/app_services.py')).toContain('class Catalogue:  # all of it\r\n');
});

test('every definition is found once, and byte for byte, whatever the order of the file', () => {
  const blocks = SHOP.slice(SHOP.indexOf('# What')).split('\n\n\n');
  const head = SHOP.slice(0, SHOP.indexOf('\n\n\n# What'));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(blocks, { minLength: 2 }),
      fc.constantFrom('\n', '\n\n', '\n\n\n'),
      (chosen, gap) => {
        const text = [head, ...chosen.map((block) => block.trimEnd())].join(gap) + '\n';
        const analysis = shop(text);
        const found = proposeSplits(analysis);
        const { splits } = carryOutSplits(
          analysis,
          new Map(found.map((one) => [one.source, choicesOf(one)])),
        );
        const files = splitTree(analysis, splits).files.filter(({ path }) => path.startsWith('shop/app'));
        const all = files.map(({ bytes }) => Buffer.from(bytes).toString());
        for (const block of chosen) {
          const homes = all.filter((one) => one.includes(block.trimEnd()));
          expect(homes).toHaveLength(1);
        }
      },
    ),
    { numRuns: 40 },
  );
});
