import { matchedEdits, type DocumentReferenceKind } from './kind';

/** `python -m pkg.cli`, `uvicorn pkg.app:app`: commands that readers type. */
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
  ],
};
