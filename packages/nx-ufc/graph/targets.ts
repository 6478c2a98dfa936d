import type { TargetConfiguration } from '@nx/devkit';

/** Executors that a project gets as targets; the target names are plugin options. */
export const CAPABILITY_TARGETS = [
  'audit',
  'inventory',
  'verify',
  'zero-tolerance',
  'lint',
  'typecheck',
  'test',
  'build',
  'prove',
] as const;
export const LEGACY_TARGETS = ['audit', 'inventory'] as const;
export const HOST_TARGETS = ['inventory', 'lint', 'typecheck', 'test'] as const;
const USES_PYTHON = new Set(['lint', 'typecheck', 'test', 'build', 'prove']);

/** What an executor writes, all of it below dist/ufc/<projectRoot>. Several targets share the folder, so files are named. */
const OUTPUTS: Record<(typeof CAPABILITY_TARGETS)[number], string[]> = {
  audit: ['AUDIT_REPORT.md', 'audit.json'],
  inventory: ['CODE_INVENTORY.json', 'inventory', 'openapi.json', 'inventory.html'],
  verify: ['verify.json'],
  'zero-tolerance': ['zero-tolerance.json', 'COMPLIANCE_CERTIFICATE.json'],
  lint: ['lint.json'],
  typecheck: ['typecheck.json'],
  test: ['TEST_REPORT.xml', 'test.json'],
  build: ['build.json', '*.whl', '*.tar.gz'],
  prove: ['MIGRATION_PROOF.json'],
};

export type TargetNames = Partial<Record<(typeof CAPABILITY_TARGETS)[number], string>>;

/** Targets of a project, with sorted names: the same project always infers the same text. */
export function targetsFor(
  executors: readonly (typeof CAPABILITY_TARGETS)[number][],
  project: string,
  names: TargetNames,
): Record<string, TargetConfiguration> {
  const targets: Record<string, TargetConfiguration> = {};
  for (const executor of [...executors].sort()) {
    targets[names[executor] ?? executor] = {
      executor: `@au/nx-ufc:${executor}`,
      cache: true,
      inputs: [
        'default',
        '^default',
        `{workspaceRoot}/.ufc/baseline/${project}/**/*`,
        ...(USES_PYTHON.has(executor) ? [{ runtime: 'python3 --version || echo none' }] : []),
      ],
      outputs: OUTPUTS[executor].map((file) => `{workspaceRoot}/dist/ufc/{projectRoot}/${file}`),
      options: {},
    };
  }
  return targets;
}
