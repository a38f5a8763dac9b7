"""Events of one document."""
