"""Documents and parses to readings: what one text says."""
