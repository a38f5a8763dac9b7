"""What a dossier can be exported as."""

from collections.abc import Callable, Mapping

from standoff.core.dossier import Dossier
from standoff.export.facts import facts

EXPORTS: Mapping[str, Callable[[Dossier], bytes]] = {"facts": facts}
"""The name of each format, and what writes it."""
