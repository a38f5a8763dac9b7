"""The face in a browser: local pages and an HTTP API over one store, read-only but for judgements."""
