"""Who says a sentence: the speaker that it was attributed to, or the one that it names itself."""

import re
from collections.abc import Iterable

from corpus.types import Passage
from index.search import Index

_NAMES_ITSELF = re.compile(
    r"^(?P<name>[一-鿿]{2,4}?)(?:说|提出|认为|表示|指出|介绍|强调|坦言|建议|谈到|讲)(?=[^一-鿿]|[一-鿿])"
)
_NO_NAME = re.compile(r"^(?:[他她我你您]们?|会议|报告|大家|有人|专家|代表|记者|文件|规划)$")


def said_by(passage: Passage) -> str:
    """The speaker of a passage, "" where nobody in particular says it."""
    if passage.speaker:
        return passage.speaker
    found = _NAMES_ITSELF.match(passage.text)
    return found["name"] if found and not _NO_NAME.match(found["name"]) else ""


def speakers_named(text: str, passages: Iterable[Passage], index: Index) -> frozenset[str]:
    """The speakers of the library, or of these passages, that a text names."""
    known = {*index.contents.speakers, *map(said_by, passages)}
    return frozenset(name for name in known if len(name) > 1 and name in text)
