import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { buildInventory } from '../packages/nx-ufc/core/inventory/build';
import { inventoryPage } from '../packages/nx-ufc/core/inventory/html/page';
import type { InventoryView } from '../packages/nx-ufc/core/inventory/html/types';
import { inventoryView } from '../packages/nx-ufc/core/inventory/html/view';
import { analyseTree } from '../packages/nx-ufc/core/project/analysis';
import { loadBlueprint } from '../packages/nx-ufc/platform/blueprint';
import { inventoryPageParts } from '../packages/nx-ufc/platform/inventory-page';
import { readSourceTree } from '../packages/nx-ufc/platform/source-tree';

const HOSTILE = '<img src=x onerror="document.title=1">';
const folder = mkdtempSync(join(tmpdir(), 'nx-ufc-page-'));
let browser: Browser;
let page: Page;
let view: InventoryView;
const problems: string[] = [];

/** A browser from PATH: the page is tested in a real one or the test fails. */
function browserPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((part) => names.map((name) => join(part, name)))
    .find(existsSync);
  if (!found) throw new Error(`no browser on PATH (looked for ${names.join(', ')}); install chromium`);
  return found;
}

beforeAll(async () => {
  const blueprint = loadBlueprint();
  const root = 'examples/orders';
  const analysis = analyseTree('orders', readSourceTree(join(__dirname, '..', root), root), blueprint);
  view = inventoryView(buildInventory(analysis), blueprint);
  view.endpoints.push({ ...view.endpoints[0], path: HOSTILE, handler: `${HOSTILE}</script>` });
  writeFileSync(join(folder, 'inventory.html'), inventoryPage(view, inventoryPageParts()));
  browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`asks for ${request.url()}`);
  });
  await page.goto(`file://${join(folder, 'inventory.html')}`);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('shows every module, edge, endpoint, model and review item of the inventory', async () => {
  expect(await page.locator('#graph .node').count()).toBe(view.modules.length);
  expect(await page.locator('#graph .edge').count()).toBe(view.edges.length);
  expect(await page.locator('#chart circle').count()).toBe(
    view.modules.filter((one) => one.lines > 0).length,
  );
  expect(await page.locator('#endpoints tbody tr').count()).toBe(view.endpoints.length);
  expect(await page.locator('#models tbody tr').count()).toBe(view.models.length);
  expect(await page.locator('#review tbody tr').count()).toBe(view.review.length);
  expect(await page.locator('h1').textContent()).toBe('orders');
});

test('modules lie inside of the picture and not on top of each other', async () => {
  const boxes = await page.locator('#graph .node').evaluateAll((circles) =>
    circles.map((circle) => {
      const { x, y, width } = circle.getBoundingClientRect();
      return { x: x + width / 2, y: y + width / 2, r: width / 2 };
    }),
  );
  const frame = (await page.locator('#graph').boundingBox())!;
  for (const [index, a] of boxes.entries()) {
    expect(a.x).toBeGreaterThan(frame.x);
    expect(a.x).toBeLessThan(frame.x + frame.width);
    expect(a.y).toBeGreaterThan(frame.y);
    expect(a.y).toBeLessThan(frame.y + frame.height);
    for (const b of boxes.slice(index + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r - 1);
  }
});

test('a click on a module shows what is known of it, and what it is tied to', async () => {
  const routes = view.modules.find((module) => module.name === 'orders.api.routes')!;
  await page.locator('#graph .node').nth(routes.index).click();
  expect(await page.locator('#details h3').textContent()).toBe('orders.api.routes');
  const near = new Set(
    view.edges
      .filter((edge) => edge[0] === routes.index || edge[1] === routes.index)
      .flatMap(([a, b]) => [a, b]),
  );
  expect(await page.locator('#graph .node.on').count()).toBe(near.size);
  await page.locator('#details li a').first().click();
  expect(await page.locator('#details h3').textContent()).not.toBe('orders.api.routes');
});

test('the search narrows every table, headings sort', async () => {
  await page.fill('#find', 'health');
  const seen = page.locator('#endpoints tbody tr:visible');
  expect(await seen.count()).toBe(
    view.endpoints.filter((one) => JSON.stringify(one).includes('health')).length,
  );
  await page.fill('#find', '');
  await page.locator('#models th', { hasText: 'name' }).click();
  const names = await page.locator('#models tbody tr td:first-child').allTextContents();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});

test('code under analysis is shown as text', async () => {
  expect(await page.locator('#endpoints td', { hasText: 'onerror' }).count()).toBe(2);
  expect(await page.locator('#endpoints img').count()).toBe(0);
  expect(await page.title()).toBe('Inventory of orders');
});

test('no script failed, nothing was fetched', () => expect(problems).toEqual([]));
