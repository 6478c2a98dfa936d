"""The interface layer: how the outside talks to <%= project %>."""
