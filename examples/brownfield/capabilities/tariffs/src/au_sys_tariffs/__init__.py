"""Fees of shipping."""

from .core.services.fees import fee_of

__all__ = ["fee_of"]
