"""Events in all documents that are one thing."""
