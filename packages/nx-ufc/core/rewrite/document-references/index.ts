import { documentCommand } from './document-command';
import { documentTitle } from './document-title';
import { headingAnchor } from './heading-anchor';
import { inlineCode } from './inline-code';
import type { DocumentReferenceKind } from './kind';
import { mkdocstrings } from './mkdocstrings';
import { sphinxDirective } from './sphinx-directive';
import { sphinxRole } from './sphinx-role';

/** Every kind of reference in the prose of documents. */
export const DOCUMENT_REFERENCE_KINDS: readonly DocumentReferenceKind[] = [
  documentTitle,
  sphinxDirective,
  sphinxRole,
  mkdocstrings,
  inlineCode,
  headingAnchor,
  documentCommand,
];
