"""Errors whose text is meant for the person."""


class UserError(Exception):
    """One sentence in Chinese: what happened, to which file, what to do."""


class UnreadableFile(UserError):
    """A file that cannot be read; the rest of the work goes on."""


class DamagedIndex(UserError):
    """An index on disk that is missing a part or does not match its checksum."""


class Busy(UserError):
    """Somebody else holds what is needed: a lock, a port."""


class Unreachable(UserError):
    """A server that is away, or that does not answer in time."""
