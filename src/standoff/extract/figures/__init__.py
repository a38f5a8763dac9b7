"""Figures of one document."""
