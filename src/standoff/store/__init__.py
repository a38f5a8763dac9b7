"""Records to one SQLite file and back."""
