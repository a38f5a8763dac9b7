"""Documents to parses: the trained reader lives here and only here.

``to_spacy``, ``from_spacy`` and ``SpacyReader`` are the door to spaCy. They need the extra ``spacy``, and spaCy is
imported when one of them is first asked for, never before.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.parse.spacy_doc import to_spacy as to_spacy
    from standoff.parse.spacy_parse import SpacyReader as SpacyReader
    from standoff.parse.spacy_parse import from_spacy as from_spacy

DOOR = {"to_spacy": "spacy_doc", "from_spacy": "spacy_parse", "SpacyReader": "spacy_parse"}
"""What is imported only when it is asked for, and the module where it lives."""


def __getattr__(name: str) -> Any:
    if name not in DOOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(f"{__name__}.{DOOR[name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "spacy":
            raise
        raise ModuleNotFoundError(f"{name} needs spaCy: pip install 'standoff[spacy]'", name="spacy") from error
    return getattr(module, name)
