import { prepareTemplate } from './support/workspace';

export default function setup(): void {
  process.env.NX_UFC_E2E_TEMPLATE = prepareTemplate();
}
