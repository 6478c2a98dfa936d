import { follow, relativeSegments } from '../../rewrite/locations/targets';
import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { folderOf } from './upward-path';

/** What has folders or a suffix. */
const PATH = /(?<![\w./@+-])[\w.@+-]*[./][\w./@+-]*\w/g;
/** A resource without a name of its own: its path is the name (https://doc.qt.io/qt-6/resources.html). */
const UNNAMED = /<file(?=>$)/;

/** Projects, forms and resources of Qt: paths from the folder of the file. Resources keep their names. */
export const qtProject: ConfigReferenceKind = {
  id: 'qt-project',
  files: /\.(pro|pri|qrc|ui)$/,
  find(text, names, file) {
    const [from, to] = [folderOf(file), folderOf(names.mapPath(file) ?? file)];
    const edits = [...text.matchAll(PATH)].flatMap(({ 0: named, index }): ConfigEdit[] => {
      const path = follow(from, named.split('/'));
      const target = path === null || path === from ? null : names.mapPath(path);
      const after = target === null ? named : relativeSegments(to, target).join('/');
      if (after === named || after === '') return [];
      const evidence = 'path of what moved';
      const begin = text.slice(Math.max(0, index - 6), index);
      const isUnnamed = file.endsWith('.qrc') && UNNAMED.test(begin);
      const name = isUnnamed
        ? [{ start: index - 1, end: index - 1, text: ` alias="${named}"`, evidence }]
        : [];
      return [...name, { start: index, end: index + named.length, text: after, evidence }];
    });
    return { edits, doubts: [] };
  },
};
