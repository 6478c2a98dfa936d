import { TAG } from '../../merge/config-references/yaml-tag';
import { leadingText, type StringReferenceKind } from './kind';

const AT_END = new RegExp(`${TAG.source}$`);

/** `"!!python/object:pkg.mod.X"`: PyYAML imports what its tags name. */
export const yamlTag: StringReferenceKind = {
  id: 'yaml-tag',
  match: (reference) =>
    reference.moduleLength > 0 && AT_END.test(leadingText(reference).slice(-60)) ? 'tag of PyYAML' : null,
};
