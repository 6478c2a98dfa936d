"""The commands of <%= feature.words %>."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from <%= pkg %>.interface.cli.<%= feature.identifier %>_commands import add_<%= feature.identifier %>_commands

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_<%= feature.identifier %>_commands(parser.add_subparsers(required=True))
    options = parser.parse_args(words)
    code: int = options.run(options)
    return code


def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = ["--file", str(tmp_path / "kept.json")]
    assert run("<%= feature.name %>-add", "a", *file) == 0
    assert run("<%= feature.name %>-list", *file) == 0
    assert run("<%= feature.name %>-show", "1", *file) == 0
    assert capsys.readouterr().out == "1  a\n" * 3


def test_an_unknown_number_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("<%= feature.name %>-show", "4", "--file", str(tmp_path / "kept.json")) == 1
    assert capsys.readouterr().err == "no <%= feature.words %> 4\n"
