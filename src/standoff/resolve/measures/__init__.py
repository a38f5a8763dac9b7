"""Figures about the same thing."""
