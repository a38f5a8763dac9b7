"""What can go wrong, as a tree.

StandoffError
├── UnreadableError     a file or a line that gave no document: becomes a Gap, never stops the run
├── UnfitParseError     what another pipeline made of a document does not fit its text or our labels: a Gap as well
├── JudgementError      a decision that names no record, or that the records it names do not allow
├── BriefError          the file given as an HTML brief is not one, or cannot be read back
├── StoreError          the file given as a store is not one, or cannot be opened or written
└── ResourceError       a knowledge file or the reader's weights are missing or malformed
"""


class StandoffError(Exception):
    """The root of every error Standoff raises for its user. The message says what, where, what next."""


class UnreadableError(StandoffError):
    """A file, or a line of one, that cannot become a document; the message is the reason shown as a gap."""


class UnfitParseError(StandoffError):
    """What another pipeline made of a document does not fit it; names the document and what does not fit."""


class JudgementError(StandoffError):
    """A decision that names no record or several, or that makes no sense of those it names; says what would."""


class BriefError(StandoffError):
    """A page that is not an HTML brief, or one that was cut off or is of another version; says which."""


class StoreError(StandoffError):
    """A store that is not ours, cannot be opened, or was written by a newer version."""


class ResourceError(StandoffError):
    """A knowledge file or the reader's weights are missing or malformed; names the file and the entry."""
