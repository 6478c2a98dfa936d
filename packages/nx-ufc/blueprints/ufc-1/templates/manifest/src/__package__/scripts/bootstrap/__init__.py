"""Shims for setting up the capability."""
