"""Services by name, made on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SINGLETON = "singleton"
TRANSIENT = "transient"
_LIFETIMES = (SINGLETON, TRANSIENT)


class UnknownServiceError(LookupError):
    """A service was asked for that nobody registered."""

    def __init__(self, name: str, known: list[str]) -> None:
        """Name the service and everything that is registered.

        Args:
            name: What was asked for.
            known: Names that would have been found.
        """
        super().__init__(f"no service {name!r}; registered: {', '.join(known) or 'none'}")


class Container:
    """A registry of instances and factories."""

    def __init__(self) -> None:
        """Start empty."""
        self._instances: dict[str, Any] = {}
        self._factories: dict[str, tuple[Callable[[], Any], str]] = {}

    def register(self, name: str, instance: Any, lifetime: str = SINGLETON) -> None:
        """Register an instance, or the class of transient instances.

        Args:
            name: Name to resolve it by.
            instance: The object; a callable without arguments when it is transient.
            lifetime: `singleton` or `transient`.
        """
        if lifetime == SINGLETON:
            self._instances[name] = instance
        else:
            self.register_factory(name, instance, lifetime)

    def register_factory(
        self, name: str, factory: Callable[[], Any], lifetime: str = SINGLETON
    ) -> None:
        """Register how a service is made; it is made when it is first resolved.

        Args:
            name: Name to resolve it by.
            factory: Makes the service.
            lifetime: `singleton` makes it once, `transient` for every call.

        Raises:
            ValueError: The lifetime is neither of the two.
        """
        if lifetime not in _LIFETIMES:
            raise ValueError(f"lifetime {lifetime!r} is none of {', '.join(_LIFETIMES)}")
        self._factories[name] = (factory, lifetime)

    def resolve(self, name: str) -> Any:
        """Return a service.

        Args:
            name: Name that it was registered by.

        Returns:
            The service; the same object every time for a singleton.

        Raises:
            UnknownServiceError: Nothing is registered by that name.
        """
        if name in self._instances:
            return self._instances[name]
        if name not in self._factories:
            raise UnknownServiceError(name, self.names())
        factory, lifetime = self._factories[name]
        service = factory()
        if lifetime == SINGLETON:
            self._instances[name] = service
        return service

    def is_registered(self, name: str) -> bool:
        """Tell whether a name can be resolved.

        Args:
            name: Name of a service.

        Returns:
            Whether an instance or a factory has that name.
        """
        return name in self._instances or name in self._factories

    def names(self) -> list[str]:
        """Return all registered names, sorted."""
        return sorted({*self._instances, *self._factories})
