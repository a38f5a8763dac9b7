"""Where accounts differ."""
