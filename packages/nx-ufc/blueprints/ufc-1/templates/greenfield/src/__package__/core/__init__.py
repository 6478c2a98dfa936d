"""The core layer: what the capability is about, free of frameworks."""
