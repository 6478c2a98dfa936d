import type { Expr } from '../../python/ast';
import { dottedText } from '../../python/facts/dotted';
import type { RewriteContext } from '../context';
import { above } from './targets';
import type { Environment } from './types';

/** What names mean to the path expressions of a file. */
export function environmentOf({
  facts,
  info,
  text,
  project,
}: Pick<RewriteContext, 'facts' | 'info' | 'text' | 'project'>): Environment {
  const meaning = (node: Expr) =>
    facts.references.find(({ span }) => span.start === node.start && span.end === node.end)?.resolved ??
    undefined;
  const fileOf = (node: Expr) => {
    const module = meaning(node)?.slice(0, -'.__file__'.length);
    return module === undefined ? null : (project.modules.get(module)?.path ?? null);
  };
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
  return { file: info.path, text, variables: new Map(), texts: new Map(), fileOf, packageFolder, pathFolder };
}
