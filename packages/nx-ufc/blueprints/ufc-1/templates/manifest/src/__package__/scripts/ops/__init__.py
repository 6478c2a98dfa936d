"""Shims for operating the capability."""
