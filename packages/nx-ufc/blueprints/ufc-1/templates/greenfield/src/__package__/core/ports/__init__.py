"""What the core needs from others, as protocols."""
