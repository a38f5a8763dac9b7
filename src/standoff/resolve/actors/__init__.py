"""The names and descriptions in all documents that are one person or body."""
