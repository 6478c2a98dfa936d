"""Tokens that prove that somebody reads the mail of an address."""

import hashlib
import hmac


def make_token(secret: str, email: str) -> str:
    return hmac.new(secret.encode(), email.lower().encode(), hashlib.sha256).hexdigest()


def confirm_token(secret: str, email: str, token: str) -> bool:
    return hmac.compare_digest(make_token(secret, email), token)
