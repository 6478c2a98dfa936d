"""Checks of an installation: modules `validate_NN_*`, run in order by `python -m <%= pkg %>.validation.runner`."""
