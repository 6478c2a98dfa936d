from .confirmation import confirm_token, make_token
from .directory import Directory

__all__ = ["Directory", "confirm_token", "make_token"]
