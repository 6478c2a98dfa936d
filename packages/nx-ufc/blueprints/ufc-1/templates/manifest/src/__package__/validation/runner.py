"""Runs every check in order, each in a process of its own, and stops at the first that fails."""

from __future__ import annotations

import argparse
import json
import pkgutil
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import <%= pkg %>.validation as checks

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = "<%= pkg %>"
DEFAULT_OUTPUT = Path("validation-report")
TIMEOUT_SECONDS = 600
_CHECK = re.compile(r"^validate_\d\d_\w+$")
_EXCERPT_LINES = 20


@dataclass
class Outcome:
    """What became of one check."""

    check: str
    passed: bool
    exit_code: int
    checked: list[str]
    problems: list[str]


def find_checks() -> list[str]:
    """Return the names of the check modules, in order."""
    names = (module.name for module in pkgutil.iter_modules(checks.__path__))
    return sorted(name for name in names if _CHECK.match(name))


def run_check(name: str) -> Outcome:
    """Run one check in a process of its own.

    Args:
        name: Name of its module.

    Returns:
        What it said. A check that ends otherwise than by its report has failed.
    """
    command = [sys.executable, "-m", f"{checks.__name__}.{name}"]
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=TIMEOUT_SECONDS
        )
    except subprocess.TimeoutExpired:
        problem = f"did not end within {TIMEOUT_SECONDS} seconds"
        return Outcome(name, passed=False, exit_code=124, checked=[], problems=[problem])
    report = _report_of(result.stdout)
    checked, problems = list(report.get("checked", [])), list(report.get("problems", []))
    passed = result.returncode == 0 and bool(checked) and not problems
    if not passed and not problems:
        problems = (result.stderr or result.stdout or "said nothing").splitlines()[-_EXCERPT_LINES:]
    return Outcome(name, passed, result.returncode, checked, problems)


def run() -> list[Outcome]:
    """Run the checks up to the first that fails.

    Returns:
        What became of them, in order.
    """
    outcomes: list[Outcome] = []
    for name in find_checks():
        outcomes.append(run_check(name))
        if not outcomes[-1].passed:
            break
    return outcomes


def main(argv: Sequence[str] | None = None) -> int:
    """Run the checks and write their reports as JSON and Markdown.

    Args:
        argv: The options; those of the process by default.

    Returns:
        0 when at least one check ran and all passed, else 1.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {checks.__name__}.runner", description=__doc__)
    parser.add_argument(
        "--output", type=Path, default=DEFAULT_OUTPUT, help="folder of the reports (%(default)s)"
    )
    output: Path = parser.parse_args(argv).output
    outcomes = run()
    passed = bool(outcomes) and all(outcome.passed for outcome in outcomes)
    ran = len(outcomes)
    missed = find_checks()[ran:]
    report = {
        "schema": "ufc:validation-report:1",
        "package": PACKAGE,
        "passed": passed,
        "checks": [asdict(outcome) for outcome in outcomes],
        "not_run": missed,
    }
    output.mkdir(parents=True, exist_ok=True)
    (output / "validation.json").write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    text = _markdown(outcomes, missed, passed)
    (output / "VALIDATION_REPORT.md").write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0 if passed else 1


def _report_of(output: str) -> dict[str, Any]:
    lines = output.strip().splitlines()
    try:
        report = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return report if isinstance(report, dict) else {}


def _markdown(outcomes: list[Outcome], missed: list[str], passed: bool) -> str:
    lines = [f"# Validation of {PACKAGE}: {'passed' if passed else 'FAILED'}", ""]
    for outcome in outcomes:
        lines += [f"## {outcome.check}: {'passed' if outcome.passed else 'FAILED'}", ""]
        lines += [f"- [x] {what}" for what in outcome.checked]
        lines += [f"- [ ] {what}" for what in outcome.problems]
        lines.append("")
    if missed:
        lines += [f"Not run: {', '.join(missed)}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
