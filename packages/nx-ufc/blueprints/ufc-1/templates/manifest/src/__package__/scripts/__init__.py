"""Thin shims over the tools and modules that do the work."""
