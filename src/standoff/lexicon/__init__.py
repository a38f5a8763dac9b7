"""The typed view of the knowledge in ``resources``."""
