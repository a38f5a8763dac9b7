"""One statement in several wordings."""
