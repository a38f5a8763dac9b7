"""Reads one knowledge file into its typed record; a typo fails here, by file and entry."""

from importlib.resources import files
from typing import TypeVar

import msgspec

from standoff.core.errors import ResourceError

Record = TypeVar("Record")


def load(name: str, kind: type[Record]) -> Record:
    """The knowledge in ``resources/<name>.yaml`` as a ``kind``.

    Raises ``ResourceError`` that names the file and what in it does not fit.
    """
    resource = files("standoff") / "resources" / f"{name}.yaml"
    try:
        data = resource.read_bytes()
    except OSError as error:
        raise ResourceError(f"resources/{name}.yaml cannot be read: {error}; reinstall the package") from error
    try:
        return msgspec.yaml.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ResourceError(f"resources/{name}.yaml does not fit {kind.__name__}: {error}") from error
