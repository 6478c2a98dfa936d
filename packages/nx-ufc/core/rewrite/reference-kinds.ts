import { CONFIG_REFERENCE_KINDS } from '../merge/config-references';
import { documentLinks } from '../merge/config-references/document-links';
import { documentShell } from '../merge/config-references/document-shell';
import { DOCUMENT_REFERENCE_KINDS } from './document-references';
import { MYPY_CASE } from './mypy-cases';
import { STRING_REFERENCE_KINDS } from './string-references';

/**
 * Every kind of reference that `references: off:` in MIGRATION_MAP.yaml takes, each explained in docs/references.md. Import
 * statements and attribute chains are none of them: without those the code does not run.
 */
export const REFERENCE_KINDS: readonly string[] = [
  ...STRING_REFERENCE_KINDS.map((kind) => kind.id),
  'file-location',
  'path-string',
  'asset-spec',
  'command-string',
  'relative-import',
  'own-package',
  'lazy-table',
  'dynamic-import',
  'distribution-name',
  'pickle-global',
  'type-comment',
  'doctest',
  'docstring-code',
  'docstring-title',
  'code-in-string',
  'cython-source',
  'template',
  'document',
  'notebook',
  MYPY_CASE,
  ...DOCUMENT_REFERENCE_KINDS.map((kind) => kind.id),
  documentLinks.id,
  documentShell.id,
  ...CONFIG_REFERENCE_KINDS.map((kind) => kind.id),
];
