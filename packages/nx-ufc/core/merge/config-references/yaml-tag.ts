import type { ConfigEdit, MovedNames } from './kind';

const TAG = /!!python\/(?:name|object(?:\/\w+)?|module):([\w.]+)/g;

/** Tags of PyYAML that name a module or what one defines, in a file of any suffix (https://pyyaml.org/wiki/PyYAMLDocumentation). */
export function yamlTags(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(TAG)].flatMap((match) => {
    const target = names.knows(match[1]) ? names.mapModule(match[1]) : null;
    if (target === null || target === match[1]) return [];
    const start = match.index + match[0].length - match[1].length;
    return [{ start, end: start + match[1].length, text: target, evidence: 'tag of PyYAML' }];
  });
}
