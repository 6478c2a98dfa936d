import { createRequire } from 'node:module';
import { join } from 'node:path';
import { must, repository } from './scratch.mjs';

/** Build the plugin; @returns what loads one of its modules: `load('core/endpoints/index.js')` */
export function builtPlugin() {
  must(process.execPath, ['scripts/build-package.mjs'], repository);
  const require = createRequire(import.meta.url);
  return (path) => require(join(repository, 'dist/packages/nx-ufc', path));
}
