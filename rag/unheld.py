"""Why the best sentences are no answer: they speak of another place, or of another year."""

from collections.abc import Sequence

from corpus.numerals import says_year
from index.search import Index
from index.types import Hit
from rag.query import Query
from rag.times import document_years

_DEEP = 8
_BEFORE = 2


def of_elsewhere(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where a place without documents of its own is asked about (a city, Hong Kong)
    and no good hit names it; a figure has to stand in the very sentence."""
    said = _own if query.kind == "number" else around
    for place in query.inside:
        if not any(place in said(hit, index) for hit in hits[:_DEEP]):
            return f"文库中没有{place}的文件，别的文件里也没有说到{place}的这件事"
    return ""


def of_another_time(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where the library has no document of the years asked about or the years after
    them, and no good hit names one of the years."""
    if not query.years or query.places:
        return ""
    there = {d.identity.year for d in index.documents if d.identity.year}
    if not there or document_years(query.years, tuple(sorted(there))):
        return ""
    if any(says_year(hit.passage.text, year) for year in query.years for hit in hits[:_DEEP]):
        return ""
    asked = "、".join(f"{year}年" for year in query.years)
    return f"文库中没有{asked}的文件，别的文件里也没有说到{asked}的这件事"


def around(hit: Hit, index: Index) -> str:
    """A sentence with the two before it and what stands over it: headings and title."""
    identity = index.document(hit.passage.source).identity
    before = [index.passage(row).text for row in index.near(hit.row, _BEFORE) if row < hit.row]
    return "\n".join((*before, hit.passage.text, *hit.passage.headings, identity.title or ""))


def _own(hit: Hit, index: Index) -> str:
    return "\n".join((hit.passage.text, *hit.passage.headings))
