"""The command line, in the process and as a program."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from <%= pkg %>.interface.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = ["--data-file", str(tmp_path / "items.json")]
    assert main([*file, "add", "pen"]) == 0
    assert main([*file, "list"]) == 0
    assert main([*file, "show", "1"]) == 0
    assert capsys.readouterr().out == "1  pen\n" * 3


def test_an_unknown_item_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-file", str(tmp_path / "items.json"), "show", "4"]) == 1
    assert capsys.readouterr().err == "no item 4\n"


def test_the_module_runs() -> None:
    command = [sys.executable, "-m", "<%= pkg %>", "--help"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "<%= project %>" in result.stdout
