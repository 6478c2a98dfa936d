import type { SourceTree } from '../project/types';
import { dependenciesOf } from './read';
import { textAt } from './tree-text';
import type { Dependency } from './types';

/**
 * Requirements of a requirements file as pip reads it (https://pip.pypa.io/en/stable/reference/requirements-file-format/): `-r` files are
 * read too, lines that go on are joined, options of a line are dropped; constraints are no requirements. A URL counts by its `#egg=`.
 * @param path the file, relative to the tree
 */
export function requirementsOf(
  tree: SourceTree,
  path: string,
  group: string,
  seen: string[] = [],
): Dependency[] {
  const text = textAt(tree, path);
  if (text === null || seen.includes(path)) return [];
  return logicalLines(text).flatMap((line) => {
    const include = /^(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
    if (include !== undefined) return requirementsOf(tree, beside(path, include), group, [...seen, path]);
    const requirement = requirementIn(line);
    return requirement === null ? [] : dependenciesOf([requirement], path, group);
  });
}

/** `#` begins a comment at the start of a line and after a space. */
export function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, '').trim();
}

function logicalLines(text: string): string[] {
  return text
    .replace(/\\\r?\n/g, '')
    .split(/\r?\n/)
    .map(withoutComment)
    .filter((line) => line !== '');
}

function requirementIn(line: string): string | null {
  const url = line.replace(/^(-e|--editable)[\s=]*/, '');
  const egg = /#(?:.*&)?egg=([A-Za-z0-9._-]+)/.exec(url)?.[1];
  if (egg !== undefined && !/^[\w.-]+\s*(\[.*\])?\s*@/.test(url))
    return `${egg} @ ${url.replace(/#.*$/, '')}`;
  if (line.startsWith('-')) return null;
  return line.replace(/\s--?[a-z][\w-]*([\s=]\S+)?/g, '').trim();
}

/** A path named in a file, relative to the tree. */
function beside(path: string, named: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of named.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
