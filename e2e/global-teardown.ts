import { rmSync } from 'node:fs';

export default function teardown(): void {
  if (process.env.NX_UFC_E2E_TEMPLATE)
    rmSync(process.env.NX_UFC_E2E_TEMPLATE, { recursive: true, force: true });
}
