"""Shims for building the capability."""
