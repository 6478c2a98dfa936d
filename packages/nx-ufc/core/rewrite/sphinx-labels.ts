/** Roles that name no object of Python (https://www.sphinx-doc.org/en/master/usage/restructuredtext/roles.html), as alternatives of a pattern. */
export const LABELS =
  'ref|numref|doc|term|download|option|envvar|keyword|token|file|samp|program|command|kbd|guilabel|menuselection|mailheader|mimetype|makevar|manpage|newsgroup|regexp|abbr|dfn|math|pep|rfc|cve|cwe|issue|pr|user|source';
