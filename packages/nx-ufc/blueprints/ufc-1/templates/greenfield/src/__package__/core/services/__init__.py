"""What the capability does."""
