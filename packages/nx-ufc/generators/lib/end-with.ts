/** Let the command end with an exit code although it did what it does: Nx calls `process.exit(0)`, so it is set at the very end. */
export function endWith(exitCode: number): void {
  process.once('exit', () => {
    process.exitCode = exitCode;
  });
}
