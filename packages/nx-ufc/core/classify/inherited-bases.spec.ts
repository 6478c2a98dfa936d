import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';

const blueprint = loadBlueprint();
const roleOf = (files: Record<string, string>, path: string) => {
  const found = analysisOf({ 'app/__init__.py': '', ...files }, blueprint, 'app').classifications.get(path)!;
  return `${found.layer}/${found.role}`;
};
const BASES = {
  'app/base/__init__.py': 'from .model import Own\n',
  'app/base/model.py':
    'from pydantic import BaseModel\nclass Middle(BaseModel): ...\nclass Own(Middle): ...\n',
};

test.each([
  ['re-exported', 'from app.base import Own\nclass User(Own):\n    name: str\n    age: int\n'],
  ['relative', 'from .base.model import Own\nclass User(Own):\n    name: str\n    age: int\n'],
  ['by its module', 'import app.base.model\nclass User(app.base.model.Own):\n    name: str\n'],
  ['by a star', 'from app.base.model import *\nclass User(Own):\n    name: str\n'],
])('a model of a base class of the project: %s', (_, code) =>
  expect(roleOf({ ...BASES, 'app/things.py': code }, 'app/things.py')).toBe('core/schema'),
);

test('tables have bases of the project, too', () => {
  const files = {
    'app/db.py': 'from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase): ...\n',
    'app/things.py': 'from app.db import Base\nclass User(Base):\n    name: str\n',
  };
  expect(roleOf(files, 'app/things.py')).toBe('core/model');
});

test('what implements a port is none, and bases in a circle end', () => {
  const files = {
    'app/ports.py': 'from typing import Protocol\nclass Store(Protocol):\n    def get(self): ...\n',
    'app/things.py':
      'from app.ports import Store\nclass Files(Store):\n    def get(self):\n        return open("x")\n',
    'app/a.py': 'from app.b import B\nclass A(B): ...\n',
    'app/b.py': 'from app.a import A\nclass B(A): ...\n',
  };
  expect(roleOf(files, 'app/things.py')).not.toBe('core/port');
  expect(roleOf(files, 'app/a.py')).toMatch(/^core\//);
});
