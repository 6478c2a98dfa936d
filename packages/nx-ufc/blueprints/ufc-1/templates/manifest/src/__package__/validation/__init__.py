"""Checks of an installation: modules `validate_NN_*`, run in order by the module `runner`."""
