"""Packaged configuration."""
