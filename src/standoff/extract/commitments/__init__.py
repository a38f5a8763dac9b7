"""Commitments of one document."""
