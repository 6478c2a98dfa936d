import type { InventoryView } from './types';

/** The parts of the page as they ship: a frame with places, a style, and scripts in their order. */
export interface PageParts {
  frame: string;
  style: string;
  scripts: readonly string[];
}

/** inventory.html: one file without any reference to another place. */
export function inventoryPage(view: InventoryView, { frame, style, scripts }: PageParts): string {
  const filled = new Map([
    ['style', style],
    ['data', JSON.stringify(view).replaceAll('<', '\\u003c')],
    ['scripts', scripts.map((script) => `<script>\n${script.trim()}\n</script>`).join('\n')],
  ]);
  return frame.replace(/<!--(style|data|scripts)-->/g, (_, name: string) => filled.get(name)!);
}
