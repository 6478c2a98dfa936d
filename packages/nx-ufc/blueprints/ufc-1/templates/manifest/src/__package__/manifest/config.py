"""Settings of <%= project %>: the environment over a local file over the packaged defaults."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ConfigDict<% if (settings.length) { %>, Field<% } %><% if (hasSecret) { %>, SecretStr<% } %>

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = "<%= pkg %>"
DEFAULTS_NAME = "<%= pkg %>_settings.yaml"
LOCAL_FILE = Path("config") / "au_sys" / DEFAULTS_NAME
_PLACEHOLDER = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?\}")

# Environment variable of each setting.
<% if (settings.length) { -%>
ENVIRONMENT: dict[str, str] = {
<% settings.forEach((s) => { -%>
    "<%= s.field %>": "<%= s.env %>",
<% }) -%>
}
<% } else { -%>
ENVIRONMENT: dict[str, str] = {}
<% } -%>


class <%= pascal %>Config(BaseModel):
    """What can be set."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

<% settings.forEach((s) => { -%>
    <%= s.field %>: <%= s.type %> = Field(
        default=<%- s.pythonDefault %>,
        description="<%= s.description %>",
    )
<% }) -%>
<% if (settings.length) { -%>

<% } -%>
    @classmethod
    def load(
        cls, environ: Mapping[str, str] | None = None, local_file: Path = LOCAL_FILE
    ) -> <%= pascal %>Config:
        """Read the settings.

        Args:
            environ: Environment variables; those of the process by default.
            local_file: YAML file that overrides the packaged defaults, when it exists.

        Returns:
            The settings, checked.
        """
        variables = os.environ if environ is None else environ
        values = _read(packaged_defaults(), variables)
        if local_file.is_file():
            values.update(_read(local_file.read_text(encoding="utf-8"), variables))
        for name, variable in ENVIRONMENT.items():
            if variable in variables:
                values[name] = variables[variable]
        return cls.model_validate(values)


def packaged_defaults() -> str:
    """Return the text of the default settings that ship with the package."""
    file = resources.files(PACKAGE).joinpath("config").joinpath("au_sys").joinpath(DEFAULTS_NAME)
    return file.read_text(encoding="utf-8")


def _read(text: str, variables: Mapping[str, str]) -> dict[str, Any]:
    data = yaml.safe_load(text) or {}
    if not isinstance(data, dict):
        raise ValueError(f"the settings of {PACKAGE} are no mapping")
    return {str(key): _interpolate(value, variables) for key, value in data.items()}


def _interpolate(value: Any, variables: Mapping[str, str]) -> Any:
    """Replace `${NAME:default}` in a text by the variable, or by its default."""
    if not isinstance(value, str):
        return value
    return _PLACEHOLDER.sub(lambda match: variables.get(match[1], match[2] or ""), value)
