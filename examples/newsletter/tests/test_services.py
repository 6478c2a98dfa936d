from unittest.mock import patch

import newsletter
from newsletter import services
from newsletter.services import directory


def test_facade():
    assert newsletter.confirmation is services.confirmation
    assert newsletter.Subscriber("a@example.org").topics == []


@patch("newsletter.services.directory.confirmation.make_token", return_value="fixed")
def test_token_is_made_by_the_confirmation_module(make_token):
    assert directory.Directory("s").subscribe("a@example.org", []) == "fixed"
    make_token.assert_called_once_with("s", "a@example.org")


def test_subscription_is_logged(caplog):
    with caplog.at_level("INFO", logger="newsletter.services.directory"):
        services.Directory("s").subscribe("a@example.org", [])
    assert caplog.record_tuples == [("newsletter.services.directory", 20, "subscribed a@example.org")]
