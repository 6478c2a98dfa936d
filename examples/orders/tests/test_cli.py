import subprocess
import sys

from orders.cli import main


def test_main(capsys):
    assert main(["price", "--country", "ch", "10"]) == 0
    assert capsys.readouterr().out == "10.81\n"


def test_module_runs():
    command = [sys.executable, "-m", "orders", "price", "--country", "de", "10.00", "2.50"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "14.88\n"
