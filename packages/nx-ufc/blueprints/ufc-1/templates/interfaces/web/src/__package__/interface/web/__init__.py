"""Server-side pages."""
