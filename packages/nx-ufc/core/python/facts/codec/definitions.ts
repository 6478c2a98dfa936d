import type {
  AssignmentFact,
  BaseFact,
  BindingFact,
  ClassFact,
  DecoratorFact,
  FunctionFact,
  ImportedName,
  ImportFact,
  ParameterFact,
  ScopeFact,
  Span,
} from '../types';
import { bool, dictionary, int, list, nullable, oneOf, record, string, uint } from './codecs';
import { name, run, span, value } from './common';

export const scope = record<ScopeFact>({
  kind: oneOf('module', 'class', 'function', 'lambda', 'comprehension', 'type_params'),
  parent: int,
  name: string,
  span,
  bindings: dictionary(
    list(
      record<BindingFact>({
        kind: oneOf('import', 'class', 'function', 'assignment', 'parameter', 'global', 'nonlocal', 'other'),
        index: int,
        sub: int,
        span,
        line: uint,
      }),
    ),
  ),
});

export const importFact = record<ImportFact>({
  kind: oneOf('import', 'from'),
  module: string,
  level: uint,
  moduleSpan: nullable(span),
  names: list(record<ImportedName>({ name: string, alias: name, span, nameSpan: span })),
  span,
  line: uint,
  column: uint,
  scope: run,
  scopeId: uint,
  guarded: bool,
});

const decorator = record<DecoratorFact>({ name: string, resolved: name, call: int, line: uint, span });

export const classFact = record<ClassFact>({
  name: string,
  qualname: string,
  bases: list(record<BaseFact>({ name: string, resolved: name, span })),
  keywords: list(record<{ name: string; text: string }>({ name: string, text: string })),
  decorators: list(decorator),
  docstring: bool,
  line: uint,
  defLine: uint,
  endLine: uint,
  column: uint,
  span,
  nameSpan: span,
  parentScope: uint,
  scopeId: uint,
  run,
  methods: list(uint),
  fields: list(uint),
});

export const functionFact = record<FunctionFact>({
  name: string,
  qualname: string,
  async: bool,
  class: int,
  decorators: list(decorator),
  parameters: list(
    record<ParameterFact>({
      name: string,
      kind: oneOf(
        'positional_only',
        'positional_or_keyword',
        'var_positional',
        'keyword_only',
        'var_keyword',
      ),
      annotation: name,
      default: name,
      span,
    }),
  ),
  returns: name,
  docstring: bool,
  body: oneOf('normal', 'empty', 'not_implemented'),
  yields: bool,
  complexity: uint,
  line: uint,
  defLine: uint,
  endLine: uint,
  column: uint,
  span,
  nameSpan: span,
  parentScope: uint,
  scopeId: uint,
  run,
  unusedParameters: list(string),
});

export const assignment = record<AssignmentFact>({
  target: string,
  annotation: nullable(record<{ text: string; span: Span }>({ text: string, span })),
  value: nullable(value),
  scopeId: uint,
  class: int,
  run,
  line: uint,
  column: uint,
  span,
});
