"""Shims for developing the capability."""
