"""Documents and readings to findings: what holds across documents."""
