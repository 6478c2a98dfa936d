"""Python runs this first when the folder is on its path: packages are hidden from the project, not from what is installed.

UFC_HIDDEN holds their names, separated by commas. Where a library that the tests need requires the package as it was published, code of
the project that was forgotten would find that copy, and the tests would say nothing.
"""

import builtins
import importlib
import os
import sys

HIDDEN = os.environ["UFC_HIDDEN"].split(",")
STANDARD = os.path.dirname(os.path.realpath(os.__file__)) + os.sep
INSTALLED = os.path.realpath(sys.prefix) + os.sep
# They import what a test names.
ON_BEHALF = frozenset(["_pytest.monkeypatch", "_pytest.outcomes", "pytest_mock.plugin"])
_import = builtins.__import__
_import_module = importlib.import_module


def _is_between(frame):
    path = frame.f_code.co_filename
    if path.startswith("<frozen ") or frame.f_globals.get("__name__") in ON_BEHALF:
        return True
    return path.startswith(STANDARD) and "site-packages" not in path


def _is_hidden(name):
    return any(name == hidden or name.startswith(hidden + ".") for hidden in HIDDEN)


def _check(name):
    if not _is_hidden(name):
        return
    frame = sys._getframe(2)
    while frame is not None and _is_between(frame):
        frame = frame.f_back
    if frame is None or not os.path.realpath(frame.f_code.co_filename).startswith(INSTALLED):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _checked_import(name, globals=None, locals=None, fromlist=(), level=0):
    if level == 0:
        _check(name)
        for member in fromlist or ():
            _check(f"{name}.{member}")
    return _import(name, globals, locals, fromlist, level)


def _checked_import_module(name, package=None):
    _check(name)
    return _import_module(name, package)


for _function in (_checked_import, _checked_import_module):
    # Warnings count the frames of imports, and leave those out that are called so.
    _function.__code__ = _function.__code__.replace(co_filename="<frozen importlib._bootstrap>")
builtins.__import__ = _checked_import
importlib.import_module = _checked_import_module
