"""The old name of ``<%= pkg %>``: every module found under it is the module of the new name.

Taken away again by ``nx g @au/nx-ufc:compat --project <%= project %> --remove``.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, ModuleType

OLD = "<%= root %>"
NEW = "<%= target %>"
MODULES = {
    OLD: NEW,
<% for (const [from, to] of modules) { -%>
    "<%= from %>": "<%= to %>",
<% } -%>
}


def current_name(name: str) -> str:
    """Give the name that a module has today.

    Args:
        name: Dotted name of a module below the old package.

    Returns:
        Its dotted name below the new package.
    """
    known = name
    while known not in MODULES:
        known = known.rpartition(".")[0]
    end = len(known)
    return MODULES[known] + name[end:]


def adopt(old: str, module: ModuleType) -> None:
    """Let a package find what was below its old name, as attributes too.

    Args:
        old: Dotted name that the package had.
        module: The package as it is today.
    """
    children = {name for name in MODULES if name.rpartition(".")[0] == old}
    if children:
        fall_back(
            module,
            lambda attribute: (
                importlib.import_module(f"{old}.{attribute}")
                if f"{old}.{attribute}" in children
                else None
            ),
        )


def share(old: str) -> None:
    """Let an attribute of the package lead to two modules that are called so.

    A module ``core`` of the old package and the layer ``core`` of the new one are both ``NEW.core``: it
    is the module, and finds what the layer holds.

    Args:
        old: Dotted name that the module had.
    """
    layer = f"{NEW}.{old.rpartition('.')[2]}"
    if layer not in sys.modules or layer == MODULES[old]:
        return
    try:
        module = importlib.import_module(old)
    except ImportError:
        return
    setattr(sys.modules[NEW], old.rpartition(".")[2], module)
    fall_back(module, lambda attribute: sys.modules.get(f"{layer}.{attribute}"))


def fall_back(module: ModuleType, look: Callable[[str], object | None]) -> None:
    """Give a module another place to look for attributes that it does not have.

    Args:
        module: The module.
        look: Gives the attribute, or None.
    """
    inherited: Callable[[str], object] | None = vars(module).get("__getattr__")

    def find(attribute: str) -> object:
        found = look(attribute)
        if found is not None:
            return found
        if inherited is not None:
            return inherited(attribute)
        raise AttributeError(f"module {module.__name__!r} has no attribute {attribute!r}")

    vars(module)["__getattr__"] = find


class RenamedModules(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds modules by their old names; what it loads is the module of the new name itself."""

    def __init__(self) -> None:
        """Start without any module loaded."""
        self._specs: dict[str, importlib.machinery.ModuleSpec | None] = {}

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module by its old name."""
        if not fullname.startswith(f"{OLD}."):
            return None
        actual = importlib.util.find_spec(current_name(fullname))
        if actual is None:
            return None
        is_package = actual.submodule_search_locations is not None
        return importlib.machinery.ModuleSpec(
            fullname, self, origin=actual.origin, is_package=is_package
        )

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Import the module by its new name."""
        module = importlib.import_module(current_name(spec.name))
        self._specs[spec.name] = module.__spec__
        adopt(spec.name, module)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Give the module back the specification that importing it by another name replaced."""
        alias = module.__spec__
        if alias is not None:
            module.__spec__ = self._specs.pop(alias.name, alias)

    def get_code(self, fullname: str) -> CodeType | None:
        """Give the code of a module, for ``python -m``."""
        loader, name = self._actual(fullname)
        return loader.get_code(name)

    def get_source(self, fullname: str) -> str | None:
        """Give the source of a module."""
        loader, name = self._actual(fullname)
        return loader.get_source(name)

    def is_package(self, fullname: str) -> bool:
        """Say whether a name is that of a package."""
        loader, name = self._actual(fullname)
        return loader.is_package(name)

    @staticmethod
    def _actual(fullname: str) -> tuple[importlib.abc.InspectLoader, str]:
        spec = importlib.util.find_spec(current_name(fullname))
        if spec is None or not isinstance(spec.loader, importlib.abc.InspectLoader):
            raise ImportError(f"no source for {fullname}", name=fullname)
        return spec.loader, spec.name


warnings.warn(f"{OLD} is now {NEW}", DeprecationWarning, stacklevel=2)
sys.meta_path.insert(0, RenamedModules())
sys.modules[OLD] = importlib.import_module(NEW)
# While ``python -m`` looks for its module, a module that is loaded already would be taken for it as it is.
_IS_LOOKING = sys.argv[:1] == ["-m"]
for _old, _new in MODULES.items():
    if _new in sys.modules:
        adopt(_old, sys.modules[_new])
        if not _IS_LOOKING:
            sys.modules.setdefault(_old, sys.modules[_new])
if not _IS_LOOKING:
    for _old in MODULES:
        if _old.count(".") == 1:
            share(_old)
