/** Calls that import what their first argument names. */
export const IMPORTER =
  /(^|\.)(import_module|__import__|find_spec|importorskip|resolve_name|run_module|import_(string|item|object|class|attr|attribute|from_string)|load_(class|object))$/;

/** Calls that replace what their first argument names. */
export const PATCHER = /(^|\.)(patch|multiple|setattr|delattr|patch_object)$/;
