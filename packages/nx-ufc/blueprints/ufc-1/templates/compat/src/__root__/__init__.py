"""The old name of ``<%= pkg %>``: every module found under it is the module of the new name.

Taken away again by ``nx g @au/nx-ufc:compat --project <%= project %> --remove``.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import re
import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import CodeType

OLD = "<%= root %>"
NEW = "<%= target %>"
MODULES = {
    OLD: NEW,
<% for (const [from, to] of modules) { -%>
    "<%= from %>": "<%= to %>",
<% } -%>
}
# Distributions by their old names and their new ones.
DISTRIBUTIONS = {<% if (distribution) { %>"<%= distribution %>": "<%= pkg %>"<% } %>}
# Modules that are called like something else in the new package, as ``core``, by the names of that.
NAMESAKES = {
    f"{NEW}.{old.rpartition('.')[2]}": old
    for old, new in MODULES.items()
    if old.rpartition(".")[0] == OLD and new != f"{NEW}.{old.rpartition('.')[2]}"
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
    """Let a module be found by its old name, and what was loaded below that name as its attributes.

    Args:
        old: Dotted name that the module had.
        module: The module as it is today.
    """
    loader = getattr(module.__spec__, "loader", None)
    if isinstance(loader, importlib.abc.FileLoader):
        # A loader of Python takes no other name than its own; ``runpy`` asks by the old one.
        path = loader.path
        vars(loader)["get_filename"] = lambda _name=None: path
    same = f"{NEW}.{old.rpartition('.')[2]}"
    if NAMESAKES.get(same) == old and importlib.util.find_spec(same) is not None:
        fall_back(module, lambda attribute, _: sys.modules.get(f"{same}.{attribute}"))
    if any(name.rpartition(".")[0] == old for name in MODULES):
        fall_back(module, lambda attribute, is_import: module_below(old, attribute, is_import))


def module_below(old: str, attribute: str, is_import: bool) -> ModuleType | None:
    """Give a module by the package that it was in.

    Args:
        old: Dotted name that the package had.
        attribute: Name of the module in it.
        is_import: Whether to load it.

    Returns:
        The module as it is today.
    """
    name = f"{old}.{attribute}"
    if name not in MODULES:
        return None
    namesake = sys.modules.get(f"{NEW}.{attribute}") if old == OLD else None
    if namesake is None:
        return importlib.import_module(name) if is_import else sys.modules.get(MODULES[name])
    try:
        return importlib.import_module(name)
    except ImportError:
        return namesake


def part_namesakes() -> None:
    """Let attributes of the package lead to its old modules where the new package has others called so.

    A module ``core`` of the old package and the layer ``core`` of the new one are both ``NEW.core``: it
    is the module, and finds what the layer holds.
    """
    if sys.modules.get(OLD) is not sys.modules.get(NEW):
        return
    package = vars(sys.modules[NEW])
    for new, old in NAMESAKES.items():
        leaf = old.rpartition(".")[2]
        if new in sys.modules and package.get(leaf) is sys.modules[new]:
            del package[leaf]
            if MODULES[old] in sys.modules:
                package[leaf] = sys.modules[MODULES[old]]


def fall_back(module: ModuleType, look: Callable[[str, bool], object | None]) -> None:
    """Give a module another place to look for attributes that it does not have.

    Args:
        module: The module.
        look: Gives the attribute, or None; it is told whether an import statement asks.
    """
    inherited: Callable[[str], object] | None = vars(module).get("__getattr__")

    def find(attribute: str) -> object:
        # ``from old import module`` asks there whether the module is loaded.
        found = look(attribute, sys._getframe(1).f_code.co_name == "_handle_fromlist")
        if found is not None:
            return found
        if inherited is not None:
            return inherited(attribute)
        raise AttributeError(f"module {module.__name__!r} has no attribute {attribute!r}")

    vars(module)["__getattr__"] = find


class RenamedSpec(importlib.machinery.ModuleSpec):
    """Where a module is, by its old name."""

    home: str | None = None

    @property
    def parent(self) -> str | None:
        """Give the package that relative imports start at when ``python -m`` runs the module."""
        return self.home


class KeepingPackage(ModuleType):
    """A package for the moment in which the import system would bind a module to it a second time."""

    def __setattr__(self, name: str, value: object) -> None:
        """Leave that out: the package may have called something else so since."""
        super().__setattr__("__class__", ModuleType)
        if not isinstance(value, ModuleType):
            super().__setattr__(name, value)


class RenamedModules(importlib.metadata.DistributionFinder, importlib.abc.InspectLoader):
    """Finds modules by their old names; what it loads is the module of the new name itself."""

    def __init__(self) -> None:
        """Start without any module loaded."""
        self._specs: dict[str, importlib.machinery.ModuleSpec | None] = {}

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module by its old name."""
        part_namesakes()
        if not fullname.startswith(f"{OLD}."):
            return None
        actual = importlib.util.find_spec(current_name(fullname))
        if actual is None:
            return None
        spec = RenamedSpec(fullname, self, origin=actual.origin)
        spec.home = actual.parent
        spec.submodule_search_locations = actual.submodule_search_locations
        spec.has_location = actual.has_location
        spec.cached = actual.cached
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Import the module by its new name."""
        name = current_name(spec.name)
        was_loaded = name in sys.modules
        module = importlib.import_module(name)
        self._specs[spec.name] = module.__spec__
        adopt(spec.name, module)
        parent, _, leaf = spec.name.rpartition(".")
        package = sys.modules[parent]
        if was_loaded and type(package) is ModuleType and vars(package).get(leaf, module) is not module:
            package.__class__ = KeepingPackage
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Give the module back the specification that importing it by another name replaced."""
        alias = module.__spec__
        if alias is not None:
            module.__spec__ = self._specs.pop(alias.name, alias)

    def find_distributions(
        self, context: importlib.metadata.DistributionFinder.Context | None = None
    ) -> Iterable[importlib.metadata.Distribution]:
        """Find the distribution by its old name, for those who ask for its version."""
        asked = re.sub(r"[-_.]+", "-", (context.name if context else None) or "").lower()
        return [importlib.metadata.distribution(DISTRIBUTIONS[asked])] if asked in DISTRIBUTIONS else []

    def get_code(self, fullname: str) -> CodeType | None:
        """Give the code of a module, for ``python -m``."""
        loader, name = self._actual(fullname)
        return loader.get_code(name)

    def get_source(self, fullname: str) -> str | None:
        """Give the source of a module."""
        loader, name = self._actual(fullname)
        return loader.get_source(name)

    def get_filename(self, fullname: str) -> str:
        """Give the file of a module."""
        spec = self.find_spec(fullname)
        if spec is None or spec.origin is None:
            raise ImportError(f"no file for {fullname}", name=fullname)
        return spec.origin

    @staticmethod
    def get_data(path: str) -> bytes:
        """Give what a file beside a module holds, for ``pkgutil.get_data``."""
        return Path(path).read_bytes()

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


def __getattr__(name: str) -> object:
    """While the new package is imported, what already is there of it can be had by the old name."""
    if NEW in sys.modules:
        return getattr(sys.modules[NEW], name)
    raise AttributeError(f"module {OLD!r} has no attribute {name!r}")


warnings.warn(f"{OLD} is now {NEW}", DeprecationWarning, stacklevel=2)
sys.meta_path.insert(0, RenamedModules())
sys.modules[OLD] = importlib.import_module(NEW)
for _old, _new in MODULES.items():
    if _new in sys.modules:
        adopt(_old, sys.modules[_new])
        sys.modules.setdefault(_old, sys.modules[_new])
part_namesakes()
for _old, _new in MODULES.items():
    _parent, _, _leaf = _old.rpartition(".")
    if _new in sys.modules and _parent in MODULES and MODULES[_parent] in sys.modules:
        vars(sys.modules[MODULES[_parent]]).setdefault(_leaf, sys.modules[_new])
