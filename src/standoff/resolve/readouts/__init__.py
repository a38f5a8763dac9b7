"""Two sides' accounts of one meeting, set side by side."""
