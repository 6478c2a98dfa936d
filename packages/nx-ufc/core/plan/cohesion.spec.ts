import fc from 'fast-check';
import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { proposeMap } from './propose';
import type { MapEntry } from './types';

const blueprint = loadBlueprint();
const { maxFolderFiles } = blueprint.classification;

const CONTENTS = [
  'class A:\n    def f(self): return 1\n    def g(self): return 2\n',
  'def f(x): return x\ndef g(x): return x\n',
  'from pydantic import BaseModel\nclass A(BaseModel):\n    x: int\nclass B(BaseModel):\n    x: int\n',
  'from fastapi import APIRouter\nr = APIRouter()\n@r.get("/")\ndef f(): return 1\n',
  'import typer\napp = typer.Typer()\n@app.command()\ndef f(): return 1\n',
  'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n',
  'from typing import Protocol\nclass P(Protocol):\n    def f(self) -> int: ...\n',
  'LIMIT = 1\n',
];
/** Names that slots and layers have too, and others. */
const FOLDERS = [
  'models',
  'utils',
  'api',
  'core',
  'services',
  'cli',
  'billing',
  'billing/api',
  'billing/utils',
  'users',
  'users/models',
  'util',
  '',
];

const folder = fc.record({
  name: fc.constantFrom(...FOLDERS),
  files: fc.integer({ min: 1, max: 45 }),
  contents: fc.array(fc.nat(CONTENTS.length - 1), { minLength: 1, maxLength: 3 }),
  init: fc.constantFrom('', 'X = 1\n'),
});
const tree = fc
  .uniqueArray(folder, { selector: ({ name }) => name, minLength: 2, maxLength: 5 })
  .chain((folders) =>
    fc.record({
      folders: fc.constant(folders),
      imports: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
    }),
  );

function filesOf({
  folders,
  imports,
}: {
  folders: { name: string; files: number; contents: number[]; init: string }[];
  imports: [number, number][];
}) {
  const files: Record<string, string> = { 'pkg/__init__.py': '' };
  for (const { name, files: count, contents, init } of folders) {
    const prefix = name ? `pkg/${name}/` : 'pkg/';
    if (name) files[`${prefix}__init__.py`] = init;
    for (let i = 0; i < count; i++) files[`${prefix}m${i}.py`] = CONTENTS[contents[i % contents.length]];
  }
  const paths = Object.keys(files);
  for (const [from, to] of imports) {
    const target = paths[to % paths.length].replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
    files[paths[from % paths.length]] += `import ${target}\n`;
  }
  return files;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const proposed = (files: Record<string, string>): MapEntry[] =>
  proposeMap(analysisOf(files, blueprint, 'pkg'), {
    package: 'au_sys_pkg',
    derivesMetadata: true,
  }).modules.filter(({ layer, target }) => layer !== null && target !== null);

test('no folder holds more files than the blueprint allows that were apart before', () =>
  fc.assert(
    fc.property(tree, (value) => {
      const folders = new Map<string, MapEntry[]>();
      for (const entry of proposed(filesOf(value)))
        folders.set(folderOf(entry.target!), [...(folders.get(folderOf(entry.target!)) ?? []), entry]);
      for (const entries of folders.values())
        if (new Set(entries.map(({ source }) => folderOf(source))).size > 1)
          expect(entries.length).toBeLessThanOrEqual(maxFolderFiles);
    }),
    { numRuns: 40 },
  ));

test('what is in one folder and one layer stays in one folder, below the folders that it was in', () =>
  fc.assert(
    fc.property(tree, (value) => {
      const homes = new Map<string, string>();
      for (const { source, target, layer } of proposed(filesOf(value))) {
        const inner = folderOf(source).slice('pkg/'.length);
        if (folderOf(source) === 'pkg') continue;
        const key = `${folderOf(source)} ${layer}`;
        expect(folderOf(target!)).toBe(homes.get(key) ?? folderOf(target!));
        homes.set(key, folderOf(target!));
        const [, ...below] = inner.split('/');
        expect(`${folderOf(target!)}/`).toContain(below.length > 0 ? `/${below.join('/')}/` : '/');
      }
    }),
    { numRuns: 40 },
  ));
