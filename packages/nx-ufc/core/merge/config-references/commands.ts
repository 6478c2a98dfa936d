import type { ConfigReferenceKind } from './kind';
import { airflowFolders } from './airflow-folders';
import { leftFolder } from './left-folder';
import { hookArguments } from './hook-arguments';
import { leftPackaging } from './left-packaging';
import { PROCFILE, processSearchPaths } from './procfile';
import { unreachable } from './unreachable';
import { commandReferences } from './words';

/** Files that hold commands, settings of environments and lists of paths, by who reads them. */
export const COMMAND_FILES: readonly ConfigReferenceKind[] = [
  kind('compose', /(^|\/)([a-z]+[-_])?compose[\w.-]*\.ya?ml$/),
  kind(
    'ci',
    // Forms of issues and discussions are prose for people.
    /(^|\/)\.(github|circleci|woodpecker|buildkite|forgejo|gitea)\/(?!(issue|discussion)_template\/).*\.ya?ml$|(^|\/)(\.gitlab-ci|\.travis|\.?appveyor|azure-pipelines[\w.-]*|bitbucket-pipelines|\.drone|cloudbuild|\.cirrus|\.?readthedocs|\.?codecov)\.ya?ml$|(^|\/)(Jenkinsfile|sonar-project\.properties)$/i,
  ),
  kind(
    'makefile',
    /(^|\/)(GNU)?makefile([.-]\w+)?$|(^|\/)debian\/rules$|\.mk$|(^|\/)\.?justfile$|(^|\/)taskfile\.ya?ml$/i,
  ),
  kind(
    'process-manager',
    /(^|\/)Procfile([.-]\w+)?$|\.service$|(^|\/)supervisord?[\w.-]*\.(conf|ini)$|(^|\/)supervisord?\/.*\.(conf|ini)$|(^|\/)uwsgi[\w.-]*\.ini$|(^|\/)crontab([.-]\w+)?$|\.cron(tab)?$|(^|\/)cron\.(d|hourly|daily|weekly|monthly)\/[^/]+$|\.desktop$|(^|\/)(apache2?|httpd|nginx|wsgi)[\w.-]*\.conf$|(^|\/)(apache2?|httpd|nginx|sites-(available|enabled)|conf\.d)\/[^/]*\.conf$|(^|\/)(\.envrc|\.flaskenv|[\w-]*\.env([.-]\w+)*)$/,
  ),
  kind('pre-commit', /(^|\/)\.pre-commit-(config|hooks)\.ya?ml$/),
  kind('shell-script', /\.(sh|bash|zsh|fish|bat|cmd|ps1)$/),
  kind('robot', /\.(robot|resource)$/),
  kind('manifest-in', /(^|\/)MANIFEST\.in$/),
];

/** Files that are lists of paths: one that is not there is passed over. */
const LISTS = /^(pre-commit|manifest-in)$/;

/** What mostly runs in an image of the project. */
const RUN_IN_IMAGES = /^(compose|shell-script|process-manager)$/;

function kind(id: string, files: RegExp): ConfigReferenceKind {
  return {
    id,
    files,
    find(text, names, path) {
      const { edits, doubts } = commandReferences(text, names, path);
      doubts.push(...leftFolder(text, names, path, [...edits, ...doubts]));
      if (!LISTS.test(id)) doubts.push(...leftPackaging(text, names));
      if (id === 'pre-commit') doubts.push(...hookArguments(text, names, [...edits, ...doubts]));
      if (id === 'compose') doubts.push(...airflowFolders(text, names));
      const told = PROCFILE.test(path) ? processSearchPaths(text, edits, names) : [];
      if (told.length > 0) return { edits: [...edits, ...told], doubts };
      const inImage = names.isInImage && RUN_IN_IMAGES.test(id);
      return { edits, doubts: inImage ? doubts : [...doubts, ...unreachable(text, edits, names)] };
    },
  };
}
