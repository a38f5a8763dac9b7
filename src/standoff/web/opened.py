"""The store that is served."""

from standoff.store.reader import StoreReader as Opened

__all__ = ["Opened"]
