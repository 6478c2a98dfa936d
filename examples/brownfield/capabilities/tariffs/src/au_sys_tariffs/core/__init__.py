"""Rules, without any interface."""
