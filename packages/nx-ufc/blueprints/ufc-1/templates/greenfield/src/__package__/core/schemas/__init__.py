"""Data that crosses the borders of the capability."""
