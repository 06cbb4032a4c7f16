"""Words and what they are changed into, as a short table."""


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Old and new words, written old>new and set apart by white space."""
    return tuple((old, new) for old, _, new in (one.partition(">") for one in text.split()))
