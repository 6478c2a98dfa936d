import type { SourceTree } from '../project/types';
import { dependenciesOf, requirementName } from './requirement';
import { textAt } from './tree-text';
import type { Dependency } from './types';

/**
 * Requirements of a requirements file as pip reads it (https://pip.pypa.io/en/stable/reference/requirements-file-format/): `-r` files are
 * read too, lines that go on are joined, options of a line are dropped; constraints are no requirements. A URL counts by its `#egg=`, or
 * by the name of the wheel or source distribution that it leads to.
 * @param path the file, relative to the tree
 */
export function requirementsOf(tree: SourceTree, path: string, group: string): Dependency[] {
  return linesWithIncludes(tree, path).flatMap((line) => {
    const requirement = requirementIn(line.text);
    return requirement === null ? [] : dependenciesOf([requirement], path, group);
  });
}

/**
 * What a requirements file installs without saying which distribution that is: repositories without `#egg=`, folders and files by their path.
 * The project itself (`-e .`) is none.
 */
export function namelessRequirements(tree: SourceTree, path: string): { path: string; text: string }[] {
  return linesWithIncludes(tree, path).filter(({ text }) => {
    const requirement = requirementIn(text);
    const installed = requirement ?? /^(?:-e|--editable)[\s=]*(.+)/.exec(text)?.[1] ?? '';
    return (
      /[/\\]/.test(installed) && !/^\.[/\\]?(\[.*)?$/.test(installed) && requirementName(installed) === null
    );
  });
}

/** Logical lines of a file and of those that it includes, each with where it stands. */
function linesWithIncludes(
  tree: SourceTree,
  path: string,
  seen: readonly string[] = [],
): { path: string; text: string }[] {
  const text = textAt(tree, path);
  if (text === null || seen.includes(path)) return [];
  return logicalLines(text).flatMap((line) => {
    const include = /^(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
    return include === undefined
      ? [{ path, text: line }]
      : linesWithIncludes(tree, beside(path, include), [...seen, path]);
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

/** A URL that ends with the file name of a wheel or a source distribution (https://packaging.python.org/en/latest/specifications/binary-distribution-format/). */
const ARCHIVE =
  /^(?:https?|file):\/\/\S*\/([A-Za-z0-9][\w.]*(?:-[A-Za-z][\w.]*)*)-\d[\w.!+]*(?:(?:-\d\w*)?(?:-[\w.]+){3}\.whl|\.tar\.(?:gz|bz2|xz)|\.zip)(?:#\S*)?(?=\s|$)/;

function requirementIn(line: string): string | null {
  const url = line.replace(/^(-e|--editable)[\s=]*/, '');
  const egg = /#(?:.*&)?egg=([A-Za-z0-9._-]+)/.exec(url)?.[1];
  if (egg !== undefined && !/^[\w.-]+\s*(\[.*\])?\s*@/.test(url))
    return `${egg} @ ${url.replace(/#.*$/, '')}`;
  if (line.startsWith('-')) return null;
  const requirement = line.replace(/\s--?[a-z][\w-]*([\s=]\S+)?/g, '').trim();
  const archived = ARCHIVE.exec(requirement)?.[1];
  return archived === undefined ? requirement : `${archived} @ ${requirement}`;
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
