"""Two sides' accounts of one meeting."""
