"""What a model says to the reader, without what it says to itself."""

import re

_THOUGHT = re.compile(r"<think>.*?(?:</think>\s*|$)", re.DOTALL)


def spoken(text: str) -> str:
    """A growing text without its thoughts, which some models write between marks.

    >>> spoken("<think>想一想</think>增长5%[1]。"), spoken("<think>还在想")
    ('增长5%[1]。', '')
    """
    begun = text.lstrip()
    if len(begun) < len("<think>") and "<think>".startswith(begun):
        return ""
    return _THOUGHT.sub("", text)
