/** Calls that import what their first argument names. */
export const IMPORTER =
  /(^|\.)(import_module|import_fresh_module|__import__|find_spec|importorskip|resolve_name|run_module|import_(string|item|object|class|attr|attribute|from_string)|load_(class|object))$/;

/** Calls that replace what their first argument names: of mock, pytest, and the fixtures of testtools (https://github.com/testing-cabal/fixtures). */
export const PATCHER =
  /(^|\.)(patch|patch\.dict|multiple|setattr|delattr|patch_object|MockPatch|MockPatchMultiple|MonkeyPatch|stub_out)$/;
