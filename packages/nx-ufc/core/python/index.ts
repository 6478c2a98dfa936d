export type * from './ast';
export { decodeSource, encodeSource } from './decode';
export { buildLineIndex, lineOf, utf8Column, type LineIndex } from './line-index';
export { parseExpressionText, parseModule, type ParseResult } from './parser';
export type { Position, PythonSource, PythonSyntaxError } from './source';
