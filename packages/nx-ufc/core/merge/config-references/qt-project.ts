import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { fromFolder } from './upward-path';

/** What has folders or a suffix. */
const PATH = /(?<![\w./@+-])[\w.@+-]*[./][\w./@+-]*\w/g;
/** A resource without a name of its own: its path is the name (https://doc.qt.io/qt-6/resources.html). */
const UNNAMED = /<file(?=>$)/;

/** Projects, forms and resources of Qt: paths from the folder of the file. Resources keep their names. */
export const qtProject: ConfigReferenceKind = {
  id: 'qt-project',
  files: /\.(pro|pri|qrc|ui)$/,
  find(text, names, file) {
    const edits = [...text.matchAll(PATH)].flatMap(({ 0: named, index }): ConfigEdit[] => {
      const after = fromFolder(named, names, file);
      if (after === null) return [];
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
