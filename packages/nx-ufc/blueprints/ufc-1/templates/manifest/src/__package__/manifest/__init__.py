"""The manifest layer: how a host finds, configures and starts <%= project %>."""
