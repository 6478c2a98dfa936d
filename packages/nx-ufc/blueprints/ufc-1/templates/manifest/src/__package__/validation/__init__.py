"""Checks of an installation, each a module `validate_NN_*` with a function `validate`."""
