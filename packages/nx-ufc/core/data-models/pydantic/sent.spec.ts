import type { JsonObject } from '../json';
import { schemasOf } from '../../testing/models';

/** What pydantic 2.12.5 says of these classes with `mode="serialization"` stands in the expectations. */
const HEAD = [
  'from decimal import Decimal',
  'from typing import Annotated, Optional',
  'from pydantic import AliasGenerator, BaseModel, BeforeValidator, ByteSize, ConfigDict, Field, Json, PlainSerializer, PlainValidator, RootModel',
  'from pydantic import computed_field, field_serializer, model_serializer',
  'from pydantic.alias_generators import to_camel',
  'def as_text(value) -> str: ...',
];
const sent = (...lines: string[]) =>
  schemasOf({ 'm.py': [...HEAD, ...lines] }, 2, 'serialization')['shop.m.M'] as JsonObject;
const DECIMAL = '^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$';

test('types that are sent as something else: decimals, JSON in texts, sizes, what validators take', () =>
  expect(
    sent(
      'class M(BaseModel):',
      '    amount: Decimal = Field(gt=0)',
      '    raw: Json[list[int]] = Field(alias="rawJson")',
      '    size: ByteSize',
      '    before: Annotated[int, BeforeValidator(int, json_schema_input_type=str)]',
      '    plain: Annotated[int, PlainValidator(int)]',
    ),
  ).toEqual({
    type: 'object',
    title: 'M',
    properties: {
      amount: { type: 'string', pattern: DECIMAL, title: 'Amount' },
      rawJson: { type: 'array', items: { type: 'integer' }, title: 'Rawjson' },
      size: { type: 'integer', minimum: 0, title: 'Size' },
      before: { type: 'integer', title: 'Before' },
      plain: { type: 'integer', title: 'Plain' },
    },
    required: ['amount', 'rawJson', 'size', 'before', 'plain'],
  }));

test('names: serialization_alias, excluded fields, validation_alias is for input', () => {
  const { properties, required } = sent(
    'class M(BaseModel):',
    '    hidden: int = Field(1, exclude=True)',
    '    shown: int = Field(1, exclude=False)',
    '    sometimes: int = Field(exclude_if=lambda v: v == 1)',
    '    sent: int = Field(serialization_alias="sentAs")',
    '    taken: int = Field(validation_alias="takenAs")',
  );
  expect(Object.keys(properties as JsonObject)).toEqual(['shown', 'sometimes', 'sentAs', 'taken']);
  expect(required).toEqual(['sentAs', 'taken']);
});

test('alias generators, and defaults that are always there', () => {
  const schema = sent(
    'class M(BaseModel):',
    '    model_config = ConfigDict(alias_generator=to_camel, json_schema_serialization_defaults_required=True)',
    '    first_name: str = ""',
    '    last_name: str = Field("", serialization_alias="x")',
    '    other_name: str = Field("", validation_alias="y")',
    '    @computed_field',
    '    @property',
    '    def full_name(self) -> str: ...',
  );
  const names = ['firstName', 'x', 'otherName', 'fullName'];
  expect(Object.keys(schema.properties as JsonObject)).toEqual(names);
  expect(schema.required).toEqual(names);
});

test('an AliasGenerator has a function for what is sent', () =>
  expect(
    sent(
      'class M(BaseModel):',
      '    model_config = ConfigDict(alias_generator=AliasGenerator(validation_alias=to_camel, serialization_alias=to_camel))',
      '    first_name: str',
    ).required,
  ).toEqual(['firstName']));

test('serializers of fields: in the annotation, by decorator, without a known result', () =>
  expect(
    sent(
      'class M(BaseModel):',
      '    a: Annotated[int, PlainSerializer(as_text)] = 3',
      '    b: Annotated[Optional[int], PlainSerializer(as_text, when_used="unless-none")] = None',
      '    c: Annotated[int, PlainSerializer(lambda v: v, return_type=list[str])]',
      '    d: Annotated[int, PlainSerializer(lambda v: v)] = 1',
      '    e: Annotated[int, Field(gt=3), PlainSerializer(as_text), Field(description="x")]',
      '    f: int = 1',
      '    g: int = 1',
      '    @field_serializer("f")',
      '    def one(self, value) -> str: ...',
      '    @field_serializer("g")',
      '    def two(self, value): ...',
    ),
  ).toEqual({
    type: 'object',
    title: 'M',
    properties: {
      a: { type: 'string', title: 'A', 'x-ufc-unresolved': 'default: a serializer writes it' },
      b: { anyOf: [{ type: 'null' }, { type: 'string' }], default: null, title: 'B' },
      c: { type: 'array', items: { type: 'string' }, title: 'C' },
      d: { type: 'integer', default: 1, title: 'D' },
      e: { type: 'string', description: 'x', title: 'E' },
      f: { type: 'string', title: 'F' },
      g: { type: 'integer', default: 1, title: 'G' },
    },
    required: ['c', 'e'],
  }));

test('computed fields are there, and are read only', () =>
  expect(
    sent(
      'class M(BaseModel):',
      '    a: int = 1',
      '    @computed_field',
      '    @property',
      '    def double(self) -> Decimal:',
      '        """Twice."""',
      '    @computed_field(alias="tripleAs", title="Three", description="d", return_type=int)',
      '    def triple(self): ...',
    ),
  ).toEqual({
    type: 'object',
    title: 'M',
    properties: {
      a: { type: 'integer', default: 1, title: 'A' },
      double: {
        type: 'string',
        pattern: DECIMAL,
        readOnly: true,
        description: 'Twice.',
        title: 'Double',
      },
      tripleAs: { type: 'integer', readOnly: true, title: 'Three', description: 'd' },
    },
    required: ['double', 'tripleAs'],
  }));

test('serializers of models, inherited ones too; one that does not say what it gives changes nothing', () => {
  const base = 'class Base(BaseModel):';
  const said = [base, '    a: int', '    @model_serializer', '    def ser(self) -> dict[str, int]: ...'];
  expect(sent(...said, 'class M(Base):', '    b: int')).toEqual({
    type: 'object',
    additionalProperties: { type: 'integer' },
  });
  expect(
    sent(
      'class M(BaseModel):',
      '    a: int',
      '    @model_serializer(mode="wrap")',
      '    def ser(self, handler): ...',
    ),
  ).toMatchObject({ title: 'M', required: ['a'] });
});

test('nothing of it shows in what is accepted', () => {
  const lines = [
    'class M(BaseModel):',
    '    a: int = Field(exclude=True, serialization_alias="x")',
    '    @computed_field',
    '    @property',
    '    def b(self) -> int: ...',
    '    @field_serializer("a")',
    '    def one(self, value) -> str: ...',
    '    @model_serializer',
    '    def two(self) -> int: ...',
  ];
  expect(schemasOf({ 'm.py': [...HEAD, ...lines] })['shop.m.M']).toEqual({
    type: 'object',
    title: 'M',
    properties: { a: { type: 'integer', title: 'A' } },
    required: ['a'],
  });
});
