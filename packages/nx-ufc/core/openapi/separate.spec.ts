import { detectRoutes } from '../endpoints';
import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { buildOpenApi } from './document';

const MODELS = `from decimal import Decimal
from fastapi import FastAPI
from pydantic import BaseModel
class Same(BaseModel):
    a: int
class Price(BaseModel):
    amount: Decimal
class Order(BaseModel):
    price: Price
    same: Same
class OnlySent(BaseModel):
    amount: Decimal
`;

function componentsOf(body: string, application = '') {
  const text = `${MODELS}app = FastAPI(${application})\n${body}`;
  const project = buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', 'shop/main.py': text }));
  const options = { pydantic: 2, python: [3, 12] } as const;
  const made = buildOpenApi(detectRoutes(project), { title: 'shop', version: null, options });
  const names = Object.keys(made.components.schemas).filter((name) => !name.includes('Validation'));
  const refs = [...JSON.stringify(made.paths).matchAll(/schemas\/([A-Za-z-]+)"/g)].map(([, name]) => name);
  const inner = [...JSON.stringify(made.components).matchAll(/schemas\/([A-Za-z-]+)"/g)].map(
    ([, name]) => name,
  );
  return {
    names,
    refs: refs.filter((name) => !name.includes('Validation')),
    inner: inner.filter((name) => !name.includes('Validation')),
  };
}

test('a model that is sent otherwise than it is accepted is two components, and so is what refers to it', () =>
  expect(componentsOf('@app.post("/o")\ndef post(order: Order) -> Order: ...\n')).toEqual({
    names: ['Order-Input', 'Order-Output', 'Price-Input', 'Price-Output', 'Same'],
    refs: ['Order-Input', 'Order-Output'],
    inner: ['Price-Input', 'Same', 'Price-Output', 'Same'],
  }));

test('a model that is only sent, or only accepted, keeps its name', () =>
  expect(componentsOf('@app.post("/o")\ndef post(price: Price) -> list[OnlySent]: ...\n').names).toEqual([
    'OnlySent',
    'Price',
  ]));

test('responses that are declared beside it are sent too', () =>
  expect(
    componentsOf('@app.post("/o", responses={404: {"model": Price}})\ndef post(price: Price): ...\n').names,
  ).toEqual(['Price-Input', 'Price-Output']));

test('an application may have one schema for both', () =>
  expect(
    componentsOf(
      '@app.post("/o")\ndef post(order: Order) -> Order: ...\n',
      'separate_input_output_schemas=False',
    ).names,
  ).toEqual(['Order', 'Price', 'Same']));
