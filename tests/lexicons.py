"""The shipped lexicon, loaded once. Laws call it: hypothesis prints a failing test's arguments, a fixture's too."""

from functools import cache

from standoff.lexicon.lexicon import Lexicon, load_lexicon


@cache
def shipped() -> Lexicon:
    """The lexicon of the package's knowledge files."""
    return load_lexicon()
