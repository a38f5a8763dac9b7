"""A dossier to text for people."""
