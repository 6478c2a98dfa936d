"""How people and programs reach the rules."""
