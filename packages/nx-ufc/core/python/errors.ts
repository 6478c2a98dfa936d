/** Raised inside of the lexer and parser only; `parseModule` turns it into a value. */
export class SyntaxFailure extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
