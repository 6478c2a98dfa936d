from click.testing import CliRunner

from newsletter.cli import cli
from newsletter.services import make_token


def test_token():
    result = CliRunner().invoke(cli, ["token", "ada@example.org", "--secret", "s"])
    assert result.output.strip() == make_token("s", "ada@example.org")


def test_subscribers_are_sorted():
    assert CliRunner().invoke(cli, ["subscribers", "b@x.org", "a@x.org"]).output == "a@x.org\nb@x.org\n"
