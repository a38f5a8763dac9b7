"""The HTTP API: the records that pages show, for programs."""
