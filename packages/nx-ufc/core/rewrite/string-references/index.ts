import { attributeError } from './attribute-error';
import { classRepr } from './class-repr';
import { djangoApp } from './django-app';
import { docstringField } from './docstring-field';
import { docstringRole } from './docstring-role';
import { dottedPath } from './dotted-path';
import { extensionModule } from './extension-module';
import { frameName } from './frame-name';
import { helpText } from './help-text';
import { importString } from './import-string';
import { importText } from './import-text';
import { ipythonExtension } from './ipython-extension';
import type { StringReferenceKind } from './kind';
import { logLine } from './log-line';
import { loggerName } from './logger-name';
import { mapperExpression } from './mapper-expression';
import { moduleAndName } from './module-and-name';
import { modulePrefix } from './module-prefix';
import { moduleTable } from './module-table';
import { nameCondition } from './name-condition';
import { objectModule } from './object-module';
import { ownSource } from './own-source';
import { packageArgument } from './package-argument';
import { patchTarget } from './patch-target';
import { pickleClass } from './pickle-class';
import { pythonM } from './python-m';
import { settingsList } from './settings-list';
import { sysModules } from './sys-modules';
import { toolOption } from './tool-option';
import { warningFilter } from './warning-filter';
import { yamlTag } from './yaml-tag';

/** Every kind of dotted path in a string literal; the first that is certain decides. */
export const STRING_REFERENCE_KINDS: readonly StringReferenceKind[] = [
  patchTarget,
  importString,
  extensionModule,
  loggerName,
  ipythonExtension,
  pythonM,
  toolOption,
  sysModules,
  nameCondition,
  docstringRole,
  docstringField,
  mapperExpression,
  dottedPath,
  modulePrefix,
  moduleTable,
  settingsList,
  djangoApp,
  objectModule,
  packageArgument,
  moduleAndName,
  warningFilter,
  pickleClass,
  classRepr,
  attributeError,
  helpText,
  importText,
  frameName,
  yamlTag,
  logLine,
  ownSource,
];
