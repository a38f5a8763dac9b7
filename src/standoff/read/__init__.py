"""Bytes to documents: files, folders, pages, lines."""
