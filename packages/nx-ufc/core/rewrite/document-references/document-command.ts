import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { matchedEdits, type DocumentReferenceKind } from './kind';

/** `python -m pkg.cli`, `uvicorn pkg.app:app`, `FLASK_APP=pkg/app.py`: commands that readers type. */
export const documentCommand: DocumentReferenceKind = {
  id: 'document-command',
  isProse: true,
  find: (context) => [
    ...matchedEdits(
      context,
      'document-command',
      /\b(?:py|pypy3?|python[\d.]*)(?: -[A-Za-ln-z]\w*)* -m[ \t]+([A-Za-z_]\w*(?:\.\w+)*)(?![\w./:-])/g,
      false,
    ),
    ...matchedEdits(
      context,
      'document-command',
      /\b(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|celery -A|flask --app)[ \t]+(?:--?[\w=.:-]+[ \t]+)*([A-Za-z_]\w*(?:\.\w+)*)(?=:\w|[ \t\n])/g,
      false,
    ),
    ...matchedEdits(
      context,
      'document-command',
      /\b(?:uvicorn|gunicorn|hypercorn|granian|celery|arq|dramatiq|rq|taskiq)(?:[ \t]+[^\s`]+){1,8}?[ \t]+([A-Za-z_]\w*(?:\.\w+)+)(?=:\w|[\s`])/g,
      true,
    ),
    ...matchedEdits(
      context,
      'document-command',
      /\b(?:(?:FLASK_APP|DJANGO_SETTINGS_MODULE)=["']?|(?:django-admin(?:\.py)?|manage\.py)\b[^\n`]*? --settings[= ])([A-Za-z_]\w*(?:\.\w+)*)(?=["':\s`]|$)/g,
      true,
    ),
    // Two words may be the name of a file: `LOG=pkg.log`.
    ...matchedEdits(
      context,
      'document-command',
      /(?:\$|\bexport|\bset|\bENV)[ \t]+[A-Z][A-Z\d_]*=["']?([A-Za-z_]\w*(?:\.\w+){2,20})(?=["':\s`]|$)/g,
      true,
    ),
    ...[...context.text.matchAll(/\bFLASK_APP=["']?(?:\.\/)?([\w.-]+(?:\/[\w.-]+)+)/g)].flatMap((match) =>
      movedPath(context, match[1], match.index + match[0].length),
    ),
    ...programs(context),
  ],
};

/** `python run.py`, where the document lies at the top and no folder has another one that readers may have gone to. */
function programs(context: RewriteContext): PlannedEdit[] {
  if (context.info.path.includes('/')) return [];
  const run = /\bpython[\d.]*(?:[ \t]+-[A-Za-ln-z]\w*)*[ \t]+(?:\.\/)?([\w-]+(?:\/[\w.-]+)*\.py)(?![\w./-])/g;
  const isOther = (path: string) => context.project.tree.files.some((file) => file.path.endsWith(`/${path}`));
  return [...context.text.matchAll(run)]
    .filter(([, path]) => !isOther(path))
    .flatMap((match) => movedPath(context, match[1], match.index + match[0].length));
}

function movedPath(context: RewriteContext, path: string, end: number): PlannedEdit[] {
  const target = context.mapping.paths.get(path);
  const span = { start: end - path.length, end };
  const evidence = 'document-command: path of what moved';
  return target && target !== path ? [plannedEdit(context, span, target, 'string', evidence)] : [];
}
