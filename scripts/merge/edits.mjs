/** The edits of the merge suite: each from the data of a document to one operation; null where it has no place. */

const NEW = 'zz-needed>=1.2';

const hasProject = (data) => typeof data.project === 'object';
const isPoetry = (data) => typeof data.tool?.poetry === 'object' && !hasProject(data);

export const EDITS = {
  'append dependency': (data) =>
    isPoetry(data)
      ? { op: 'set', path: ['tool', 'poetry', 'dependencies', 'zz-needed'], value: '>=1.2' }
      : { op: 'append', path: ['project', 'dependencies'], value: NEW },
  'change dependency': (data) => {
    const lists = [
      ['project', 'dependencies'],
      ['build-system', 'requires'],
    ];
    const path = lists.find(([table, key]) => data[table]?.[key]?.length > 0);
    if (!path) return null;
    const items = data[path[0]][path[1]];
    const last = items.length - 1;
    return { op: 'set', path: [...path, last], value: `${items[last]},!=0.0.1 ; os_name != 'none'` };
  },
  'entry-point table': (data) => ({
    op: 'set',
    path: [
      ...(isPoetry(data) ? ['tool', 'poetry', 'plugins'] : ['project', 'entry-points']),
      'au_sys_plugins',
      'demo',
    ],
    value: 'au_sys_demo.manifest.plugin:DemoPlugin',
  }),
  'ruff option': (data) => ({
    op: 'set',
    path: ['tool', 'ruff', 'line-length'],
    value: data.tool?.ruff?.['line-length'] === 99 ? 98 : 99,
  }),
  'dependency group': () => ({ op: 'append', path: ['dependency-groups', 'test'], value: NEW }),
  'inline Poetry dependency': () => ({
    op: 'set',
    path: ['tool', 'poetry', 'dependencies', 'zz-inline'],
    value: { version: '^1.2', extras: ['x'], optional: true },
  }),
  'uv source': () => ({
    op: 'set',
    path: ['tool', 'uv', 'sources', 'zz-needed'],
    value: { workspace: true },
  }),
  'array of tables': () => ({
    op: 'append',
    path: ['tool', 'uv', 'index'],
    value: { name: 'zz-inner', url: 'https://example.org/simple', explicit: true },
  }),
};

/** What the data must be, without the plugin's own notion of it. */
export function expectedData(data, { op, path, value }) {
  const copy = clone(data);
  let holder = copy;
  for (const part of path.slice(0, -1)) holder = holder[part] ??= {};
  const last = path[path.length - 1];
  if (op === 'append') (holder[last] ??= []).push(value);
  else holder[last] = value;
  return copy;
}

function clone(value) {
  if (Array.isArray(value)) return value.map(clone);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)]));
}
