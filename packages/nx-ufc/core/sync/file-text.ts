/** The text of a file as it is compared with templates: lines end in `\n`. */
export interface FileText {
  text: string;
  /** What its lines end in; templates are written in it. */
  newline: '\n' | '\r\n';
  bom: boolean;
}

/** Null when the bytes are no UTF-8 text, or their lines end in different ways: such a file is not merged. */
export function readText(bytes: Uint8Array): FileText | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const bom = text.startsWith('\ufeff');
  if (bom) text = text.slice(1);
  if (!text.includes('\r')) return { text, newline: '\n', bom };
  const plain = text.replaceAll('\r\n', '\n');
  const uniform = !plain.includes('\r') && text.split('\n').length - 1 === text.split('\r\n').length - 1;
  return uniform ? { text: plain, newline: '\r\n', bom } : null;
}

/** A text in the form that a file had. */
export function writeText(text: string, form: Pick<FileText, 'newline' | 'bom'>): string {
  return (form.bom ? '\ufeff' : '') + (form.newline === '\n' ? text : text.replaceAll('\n', '\r\n'));
}
