"""Documents to parses: the trained reader lives here and only here."""
