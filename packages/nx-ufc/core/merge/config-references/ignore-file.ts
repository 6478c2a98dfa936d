import type { ConfigEdit, ConfigReferenceKind } from './kind';

/**
 * A pattern with a slash is a path from the folder of the file (https://git-scm.com/docs/gitignore#_pattern_format). In CODEOWNERS owners stand
 * behind it (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners).
 */
const PATTERN =
  /^(!?\/?)([\w.@-]+(?:\/[\w.@-]+)*)((?:\/|\/?[\w.-]*[*?[][^\s]*)?)(?:[ \t]+[\w.-]*@[^\r\n]*)?[ \t]*\r?$/gm;

/** Paths in `.gitignore` and its like, and in CODEOWNERS: what they name may be there at run time only, below a folder that moved. */
export const ignoreFile: ConfigReferenceKind = {
  id: 'ignore-file',
  files:
    /^\.(git|docker|slug|gcloud|eb|vercel|prettier|eslint|helm)ignore$|^(\.git(hub|lab)\/|docs\/)?CODEOWNERS$/,
  find(text, names) {
    const edits: ConfigEdit[] = [];
    for (const { 0: all, 1: lead, 2: path, 3: rest, index } of text.matchAll(PATTERN)) {
      const isPath = path.includes('/') || lead.endsWith('/');
      const target = isPath ? names.mapBelow(path) : null;
      if (target === null || all.startsWith('#')) continue;
      const start = index + lead.length;
      const end = start + path.length;
      edits.push({ start, end, text: target, evidence: `path${rest ? ' in a pattern' : ''} of what moved` });
    }
    return { edits, doubts: [] };
  },
};
