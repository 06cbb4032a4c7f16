"""A sentence that itself tells how a thing went: 由2110公里增至3055公里, or several years in it."""

import re

from corpus.numerals import says_year
from index.search import Index
from index.types import Hit
from rag.claims.labels import labelled
from rag.lexicon import expand
from rag.query import Query
from rag.retrieve import Found
from rag.soft import coverage

_FROM_TO = re.compile(
    r"[从由]\S{0,14}?[\d百千万一二三四五六七八九十][^，。；]{0,16}?(?:增[加长至到]|提高|扩大|上升|降[低至到]|减少|下降|缩小|升|翻)[^，。；]{0,4}[至到]?"
)
_COURSE = re.compile(
    r"“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)?|[这近过去最]*[五四三]年|涨了多少"
    r"|期间|变化|走势|趋势|怎么变?|如何变?|情况|的"
)
_DEEP = 8
_NEARLY = 0.7
_COVERED = 0.5


def telling(query: Query, found: Found, index: Index) -> Hit | None:
    """The good sentence that tells the whole course by itself, if there is one.

    With years asked about it has to name most of them.
    """
    best = found.hits[0].score if found.hits else 0.0
    for hit in found.hits[:_DEEP]:
        if hit.score < _NEARLY * best:
            return None
        if _tells(query, hit.passage.text, index):
            return hit
    return None


def _tells(query: Query, text: str, index: Index) -> bool:
    if query.years:
        named = [says_year(text, year) for year in query.years]
        ends = named[0] and named[-1] and len(named) > 1
        most = sum(named) >= max(2, len(named) - 1)
        return (ends or most) and len(labelled(text)) >= 2
    if not _FROM_TO.search(text):
        return False
    about = _COURSE.sub("", query.core)
    labels = [one.label for one in labelled(text)]
    official = " ".join(expand(about))
    near = [
        *coverage(about, labels, index),
        *(coverage(official, labels, index) if official else ()),
    ]
    return max(near, default=0.0) >= _COVERED
