import type { ConfigEdit, ConfigReferenceKind } from './kind';

/**
 * A pattern with a slash is a path from the folder of the file (https://git-scm.com/docs/gitignore#_pattern_format). In CODEOWNERS owners stand
 * behind it (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners), in `.gitattributes` attributes.
 */
const PATTERN = String.raw`^(!?\/?)([\w.@-]+(?:\/[\w.@-]+)*)((?:\/|\/?[\w.-]*[*?[][^\s]*)?)`;
const WITH_OWNERS = new RegExp(String.raw`${PATTERN}(?:[ \t]+[\w.-]*@[^\r\n]*)?[ \t]*\r?$`, 'gm');
const WITH_ATTRIBUTES = new RegExp(String.raw`${PATTERN}[ \t]+[^\r\n]*\r?$`, 'gm');

/** Paths in `.gitignore` and its like, and in CODEOWNERS: what they name may be there at run time only, below a folder that moved. */
export const ignoreFile: ConfigReferenceKind = {
  id: 'ignore-file',
  files:
    /^\.(git|docker|slug|gcloud|eb|vercel|prettier|eslint|helm)ignore$|^\.gitattributes$|^(\.git(hub|lab)\/|docs\/)?CODEOWNERS$/,
  find(text, names, file) {
    const edits: ConfigEdit[] = [];
    const pattern = file === '.gitattributes' ? WITH_ATTRIBUTES : WITH_OWNERS;
    for (const { 0: all, 1: lead, 2: path, 3: rest, index } of text.matchAll(pattern)) {
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
