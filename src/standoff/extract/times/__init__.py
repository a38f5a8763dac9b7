"""Times of one document."""
