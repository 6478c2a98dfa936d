"""The order in which plugins are loaded: whoever provides comes before whoever requires."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .plugins import Plugin


class PluginOrderError(RuntimeError):
    """The plugins cannot be put into an order; the message names the chain."""


def in_order(plugins: Mapping[str, Plugin]) -> list[str]:
    """Sort plugins by what they provide and require.

    Args:
        plugins: By their names.

    Returns:
        Names in loading order; those that are free to choose stand in the order of the alphabet.

    Raises:
        PluginOrderError: Two provide the same, something required is not provided, or a cycle.
    """
    providers = _providers(plugins)
    ordered: list[str] = []
    for name in sorted(plugins):
        _visit(name, plugins, providers, ordered, [])
    return ordered


def _providers(plugins: Mapping[str, Plugin]) -> dict[str, str]:
    providers: dict[str, str] = {}
    for name in sorted(plugins):
        for provided in plugins[name].provides:
            if provided in providers:
                message = f"{provided} is provided by {providers[provided]} and by {name}"
                raise PluginOrderError(message)
            providers[provided] = name
    return providers


def _visit(
    name: str,
    plugins: Mapping[str, Plugin],
    providers: Mapping[str, str],
    ordered: list[str],
    chain: list[str],
) -> None:
    if name in ordered:
        return
    if name in chain:
        first = chain.index(name)
        cycle = " → ".join([*chain[first:], name])
        raise PluginOrderError(f"plugins require each other: {cycle}")
    for required in plugins[name].requires:
        if required not in providers:
            path = " → ".join([*chain, name, required])
            known = ", ".join(sorted(providers)) or "nothing"
            raise PluginOrderError(f"{path}: nobody provides {required}; provided: {known}")
        _visit(providers[required], plugins, providers, ordered, [*chain, name])
    ordered.append(name)
