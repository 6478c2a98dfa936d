import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageParts } from '../core/inventory/html/page';

const FOLDER = join(__dirname, '../reports/inventory');
/** In the order in which they need each other. */
const LIBRARIES = ['d3-dispatch', 'd3-quadtree', 'd3-timer', 'd3-force'];
const SCRIPTS = ['base', 'head', 'graph', 'chart', 'details', 'tables'];

/** The parts of inventory.html from the files that ship with the plugin. */
export function inventoryPageParts(): PageParts {
  const own = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  const library = (name: string) =>
    readFileSync(join(dirname(require.resolve(name)), `${name}.min.js`), 'utf8');
  return {
    frame: own('page.html'),
    style: own('page.css'),
    scripts: [...LIBRARIES.map(library), ...SCRIPTS.map((name) => own(`${name}.js`))],
  };
}
