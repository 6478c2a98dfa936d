"""How a host finds tariffs."""
