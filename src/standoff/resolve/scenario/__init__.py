"""What follows if a thing happens."""
