"""A follow-up that names another phrase to look for: 哪些省提到低空经济, then 那新质生产力呢."""

import re

from corpus.indicators import asked_indicator
from rag.sought import alone, asked

_LEADS = re.compile(r"^(?:那么?|换成|换作|再看)?(?P<phrase>.{2,20}?)(?P<asks>呢)?[?？。\s]*$")
_LED = re.compile(r"^(?:那|换|再看)")


def other_phrase(text: str, last: str) -> str:
    """The last question asked of another phrase; empty where it was no question for one.

    >>> other_phrase("那新质生产力呢", "哪些省提到低空经济")
    '哪些省提到新质生产力'
    """
    before = asked(last) or (None if asked_indicator(last) else alone(last))
    found = _LEADS.match(text)
    phrase = alone(found["phrase"]) if found else None
    if before is None or found is None or phrase is None:
        return ""
    if before.alone:
        return phrase.phrase
    if not (found["asks"] or _LED.match(text)):
        return ""
    return last.replace(before.phrase, phrase.phrase)
