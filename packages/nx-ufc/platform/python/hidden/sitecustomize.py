"""Python runs this first when the folder is on its path: packages are hidden from the project, not from what is installed.

UFC_HIDDEN holds their names, separated by commas. Where a library that the tests need requires the package as it was published, code of
the project that was forgotten would find that copy, and the tests would say nothing. What the copy offers as entry points is hidden in the same way.
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
# They load the plugins of whoever asks.
LOADERS = frozenset(["importlib_metadata", "pluggy", "stevedore"])
# Looking them up at the start would import what a program may never need.
UNSEEN_METADATA = {"importlib.metadata", "importlib_metadata"}
_import = builtins.__import__
_import_module = importlib.import_module


def _is_between(frame):
    path, name = frame.f_code.co_filename, frame.f_globals.get("__name__") or ""
    if path.startswith("<frozen ") or name in ON_BEHALF or name.partition(".")[0] in LOADERS:
        return True
    return path.startswith(STANDARD) and "site-packages" not in path


def _is_hidden(name):
    return any(name == hidden or name.startswith(hidden + ".") for hidden in HIDDEN)


def _is_for_installed(frame):
    while frame is not None and _is_between(frame):
        frame = frame.f_back
    return frame is not None and os.path.realpath(frame.f_code.co_filename).startswith(INSTALLED)


def _check(name):
    if _is_hidden(name) and not _is_for_installed(sys._getframe(2)):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _hide_entry_points():
    for name in list(UNSEEN_METADATA):
        distribution = getattr(sys.modules.get(name), "Distribution", None)
        if distribution is not None:
            UNSEEN_METADATA.discard(name)
            distribution.entry_points = property(_visible(distribution.entry_points.fget))


def _visible(all_of):
    def entry_points(self):
        found = all_of(self)
        if _is_for_installed(sys._getframe(1)):
            return found
        return type(found)(point for point in found if not _is_hidden(point.value.split(":")[0].strip()))

    return entry_points


def _checked_import(name, globals=None, locals=None, fromlist=(), level=0):
    if level == 0:
        _check(name)
        for member in fromlist or ():
            _check(f"{name}.{member}")
    module = _import(name, globals, locals, fromlist, level)
    _hide_entry_points()
    return module


def _checked_import_module(name, package=None):
    _check(name)
    module = _import_module(name, package)
    _hide_entry_points()
    return module


for _function in (_checked_import, _checked_import_module):
    # Warnings count the frames of imports, and leave those out that are called so.
    _function.__code__ = _function.__code__.replace(co_filename="<frozen importlib._bootstrap>")
builtins.__import__ = _checked_import
importlib.import_module = _checked_import_module
