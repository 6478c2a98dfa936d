/**
 * Wrong use or unusable input: one clear message for people, exit code 2, nothing changed. Everything else that is
 * thrown is a defect of ours.
 */
export class UsageError extends Error {
  readonly exitCode = 2;
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
