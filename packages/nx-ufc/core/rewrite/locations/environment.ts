import type { Expr } from '../../python/ast';
import { dottedText } from '../../python/facts/dotted';
import type { FileFacts } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isSetOnce } from './attributes';
import { homeOfName, type Constants } from './constants';
import { above } from './targets';
import type { Environment } from './types';

/** What names mean to the path expressions of a file. */
export function environmentOf(
  { facts, info, text, project }: Pick<RewriteContext, 'facts' | 'info' | 'text' | 'project'>,
  constants: Constants,
): Environment {
  const meaning = (node: Expr) =>
    facts.references.find(({ span }) => span.start === node.start && span.end === node.end)?.resolved ??
    undefined;
  /** The same of the beginning of a longer chain: `config.BASE_DIR` of `config.BASE_DIR.parent`. */
  const meaningOf = ({ start, end }: Expr) => {
    const found = facts.references.find(
      ({ span, partEnds }) => span.start === start && partEnds.includes(end),
    );
    const behind = found ? found.parts.length - 1 - found.partEnds.indexOf(end) : 0;
    const names = found?.resolved?.split('.') ?? [];
    return names.slice(0, names.length - behind).join('.') || null;
  };
  const fileOf = (node: Expr) => {
    const module = meaningOf(node)?.slice(0, -'.__file__'.length);
    return module === undefined ? null : (project.modules.get(module)?.path ?? null);
  };
  const moduleFile = (node: Expr) => project.modules.get(meaningOf(node) ?? '')?.path ?? null;
  const folderOf = (name: string | undefined) => {
    const path = name === undefined ? undefined : project.modules.get(name)?.path;
    return path?.endsWith('/__init__.py') ? { folder: above(path, 1) ?? '', own: false } : null;
  };
  const packageFolder = (node: Expr) => {
    const name = dottedText(node);
    if (name === '__package__' || (name === '__name__' && info.isPackage))
      return { folder: above(info.path, 1) ?? '', own: true };
    const literal = node.type === 'Constant' && node.value.kind === 'str' ? node.value.value : meaning(node);
    return folderOf(literal);
  };
  const pathFolder = (path: Expr) => {
    if (path.type !== 'Attribute')
      return info.isPackage ? { folder: above(info.path, 1) ?? '', own: true } : null;
    const { value } = path;
    const isKey = value.type === 'Subscript' && meaning(value.value) === 'sys.modules';
    return isKey ? packageFolder(value.slice) : folderOf(meaning(path)?.slice(0, -'.__path__'.length));
  };
  const names = localNames(facts, constants);
  const constant = (node: Expr) => {
    const name = node.type === 'Name' ? node.id : node.type === 'Attribute' ? node.attr : '';
    const resolved = names.has(name) ? meaningOf(node) : null;
    const home = resolved && homeOfName(project, info, resolved);
    return home ? constants.find(home.module, home.name) : null;
  };
  return {
    constantNames: names,
    constant,
    isSetOnce: (name) => isSetOnce(project, name),
    file: info.path,
    text,
    variables: new Map(),
    texts: new Map(),
    fileOf,
    moduleFile,
    packageFolder,
    pathFolder,
  };
}

/** The names, and those that they are imported by. */
function localNames({ imports }: Pick<FileFacts, 'imports'>, constants: Constants): ReadonlySet<string> {
  if (constants.names.size === 0) return constants.names;
  const others = imports.flatMap((fact) =>
    fact.names.flatMap(({ name, alias }) => (alias !== null && constants.names.has(name) ? [alias] : [])),
  );
  return new Set([...constants.names, ...others]);
}
