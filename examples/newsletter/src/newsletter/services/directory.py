"""Who subscribed."""

import logging
from typing import TYPE_CHECKING

from . import confirmation

if TYPE_CHECKING:
    from ..models import Subscriber

logger = logging.getLogger("newsletter.services.directory")


class Directory:
    """Subscribers in memory, by address."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._by_email: "dict[str, Subscriber]" = {}

    def subscribe(self, email: str, topics: list[str]) -> str:
        from newsletter.models import Subscriber

        self._by_email[email.lower()] = Subscriber(email, topics=topics)
        logger.info("subscribed %s", email)
        return confirmation.make_token(self._secret, email)

    def confirm(self, email: str, token: str) -> bool:
        subscriber = self._by_email.get(email.lower())
        if subscriber is None or not confirmation.confirm_token(self._secret, email, token):
            return False
        subscriber.confirmed = True
        return True

    def subscribers(self) -> "list[Subscriber]":
        return sorted(self._by_email.values(), key=lambda subscriber: subscriber.email)
