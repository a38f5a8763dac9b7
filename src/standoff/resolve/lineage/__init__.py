"""Who told this, really: copies, rewrites, excerpts, shared releases, and the accounts they collapse into."""
