import { textAt } from '../../metadata/tree-text';
import type { PlannedEdit } from '../../plan/types';
import { inTests } from '../../project/layout';
import { applyEdits } from '../../text/edits';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { isHistory } from '../history';
import { follow } from '../locations/targets';
import { namesPackage } from '../mapping';
import { inlineCode } from './inline-code';
import type { DocumentReferenceKind } from './kind';

const LINK = /\]\(([^()\s#<>]*)#([\w-]+)\)/dg;
const HEADING = /^ {0,3}#{1,6}[ \t]+([^\n]+?)[ \t]*#*[ \t]*$/gm;

/** `[text](page.md#using-pkgmod)`: where the heading that the link leads to names a module in code, its anchor changes with it. */
export const headingAnchor: DocumentReferenceKind = {
  id: 'heading-anchor',
  isProse: true,
  find: (context) => [...context.text.matchAll(LINK)].flatMap((match) => anchorEdit(context, match)),
};

function anchorEdit(
  context: RewriteContext,
  { 1: page, 2: anchor, indices }: RegExpExecArray,
): PlannedEdit[] {
  const { path } = context.info;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const target = page === '' ? path : follow(folder, page.split('/'));
  const text = page === '' ? context.text : target === null ? null : textAt(context.project.tree, target);
  if (target === null || text === null || !/\.(md|markdown|qmd)$/i.test(target)) return [];
  if (isHistory(target) || inTests(target, context.project.layout)) return [];
  const heading = [...text.matchAll(HEADING)]
    .map(([, title]) => title)
    .find((title) => slug(title) === anchor);
  if (heading === undefined || !namesPackage(context.mapping, heading)) return [];
  const next = slug(applyEdits(heading, inlineCode.find({ ...context, text: heading })));
  const [start, end] = indices![2]!;
  return next === anchor
    ? []
    : [plannedEdit(context, { start, end }, next, 'string', 'heading-anchor: what the heading says now')];
}

/** As GitHub, MyST and MkDocs make it (https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#anchor-slug-structure). */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
