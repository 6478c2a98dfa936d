import Ajv2020 from 'ajv/dist/2020';
import { buildProjectFacts } from '../project/project-facts';
import { readProjectMetadata } from '../metadata/read';
import { treeOf } from '../testing/project';
import { modelFiles } from './files';

const filesOf = (files: Record<string, string>) => {
  const tree = treeOf({ 'shop/__init__.py': '', ...files });
  return modelFiles({ project: buildProjectFacts('shop', tree), metadata: readProjectMetadata(tree) });
};

const files = filesOf({
  'shop/nodes.py': [
    'from __future__ import annotations',
    'from typing import Generic, Literal, TypeVar, Union, Annotated',
    'from pydantic import BaseModel, Field, RootModel',
    'from shop import leaves',
    'T = TypeVar("T")',
    'class Page(BaseModel, Generic[T]):',
    '    items: list[T]',
    'class Node(BaseModel):',
    '    children: list[Node] = []',
    '    leaf: leaves.Leaf | None = None',
    '    name: str = Field(pattern=r"(?P<first>\\w+)\\-\\Z")',
    'class Cat(BaseModel):',
    '    kind: Literal["cat"]',
    'class Dog(BaseModel):',
    '    kind: Literal["dog", "wolf"]',
    'class Pets(RootModel):',
    '    root: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]',
    'class Pages(BaseModel):',
    '    nodes: Page[Node]',
  ].join('\n'),
  'shop/leaves.py': [
    'from pydantic import BaseModel',
    'import shop.nodes',
    'class Leaf(BaseModel):',
    '    node: "shop.nodes.Node"',
    'class leaf(BaseModel):',
    '    pass',
    'from enum import Enum',
    'class Kind(Enum):',
    '    pass',
  ].join('\n'),
});
const schemaOf = (file: string) => files.find((one) => one.file === file)?.schema;

test('one file a model, unique also where case does not count', () =>
  expect(files.map((one) => one.file)).toEqual([
    'shop_leaves_Kind.json',
    'shop_leaves_Leaf.json',
    'shop_leaves_leaf_2.json',
    'shop_nodes_Cat.json',
    'shop_nodes_Dog.json',
    'shop_nodes_Node.json',
    'shop_nodes_Page.json',
    'shop_nodes_Page_Node_.json',
    'shop_nodes_Pages.json',
    'shop_nodes_Pets.json',
  ]));

test('references lead to other files, over cycles of modules; patterns are those of JSON Schema', () => {
  expect(schemaOf('shop_nodes_Node.json')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'shop_nodes_Node.json',
    properties: {
      children: { items: { $ref: 'shop_nodes_Node.json' } },
      leaf: { anyOf: [{ $ref: 'shop_leaves_Leaf.json' }, { type: 'null' }] },
      name: { pattern: '(?<first>\\w+)-$', 'x-ufc-python-pattern': '(?P<first>\\w+)\\-\\Z' },
    },
    'x-ufc-model': { module: 'shop.nodes', name: 'Node', kind: 'pydantic' },
    'x-ufc-source': 'shop/nodes.py:8',
  });
  expect(schemaOf('shop_nodes_Page_Node_.json')).toMatchObject({ title: 'Page[Node]' });
  expect(schemaOf('shop_nodes_Pets.json')).toMatchObject({
    type: 'array',
    items: {
      oneOf: [{ $ref: 'shop_nodes_Cat.json' }, { $ref: 'shop_nodes_Dog.json' }],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: 'shop_nodes_Cat.json', dog: 'shop_nodes_Dog.json', wolf: 'shop_nodes_Dog.json' },
      },
    },
  });
});

test('all files together are valid Draft 2020-12, and every reference resolves', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const { schema } of files) ajv.addSchema(schema);
  for (const { file } of files) expect(ajv.getSchema(file)).toBeInstanceOf(Function);
  expect(ajv.getSchema('shop_leaves_Kind.json')!('x')).toBe(false);
  const validate = ajv.getSchema('shop_nodes_Pages.json')!;
  expect(validate({ nodes: { items: [{ name: 'a-', children: [{ name: 'b-' }] }] } })).toBe(true);
  expect(validate({ nodes: { items: [{ name: 'a-', children: [{}] }] } })).toBe(false);
});
