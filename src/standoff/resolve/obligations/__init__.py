"""Commitments in all documents that are one, and the ledger of their status."""
