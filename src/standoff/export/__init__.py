"""A dossier to bytes for programs."""
