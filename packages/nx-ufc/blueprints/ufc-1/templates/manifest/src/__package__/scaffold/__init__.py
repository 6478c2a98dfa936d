"""Ejects the default settings, so that they can be changed for one installation."""

from __future__ import annotations

from pathlib import Path

from <%= pkg %>.manifest.config import LOCAL_FILE, packaged_defaults


def eject_settings(folder: Path | None = None) -> Path:
    """Write the default settings below a folder, unless they are there.

    Args:
        folder: Where `config/au_sys/` is made; the working directory by default.

    Returns:
        The settings file. An existing one is left as it is.
    """
    target = (folder or Path.cwd()) / LOCAL_FILE
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(packaged_defaults(), encoding="utf-8")
    return target
