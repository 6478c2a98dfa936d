import type { ConfigEdit, MovedNames } from './kind';

/** What stands before the name in a tag of PyYAML, in its short form and in full (https://pyyaml.org/wiki/PyYAMLDocumentation). */
export const TAG = /(?:!!|tag:yaml\.org,2002:)python\/(?:name|object(?:\/\w+)?|module):/;
const TAGGED = new RegExp(`${TAG.source}([\\w.]+)`, 'g');

/** Tags of PyYAML that name a module or what one defines, in a file of any suffix. */
export function yamlTags(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(TAGGED)].flatMap((match) => {
    const target = names.knows(match[1]) ? names.mapModule(match[1]) : null;
    if (target === null || target === match[1]) return [];
    const start = match.index + match[0].length - match[1].length;
    return [{ start, end: start + match[1].length, text: target, evidence: 'tag of PyYAML' }];
  });
}
