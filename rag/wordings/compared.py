"""Which two reports a question about their wording compares."""

from corpus.types import Document
from index.search import Index
from index.types import Scope
from rag.query import Query


def reports(query: Query, index: Index) -> tuple[Document, Document] | None:
    """The older and the newer report that a question compares, if the library has both.

    With one year it is that year's and the one before, with none the newest two.
    """
    if len(query.places) != 1:
        return None
    held: dict[int, Document] = {}
    for document in index.within(Scope(places=query.places)):
        identity = document.identity
        if identity.year and (identity.kind == "report" or identity.year not in held):
            held[identity.year] = document
    asked = [year for year in query.years if year in held]
    if len(query.years) > 1:
        years = [asked[0], asked[-1]] if len(asked) > 1 else []
    else:
        last = asked[0] if asked else max(held, default=0) if not query.years else 0
        years = sorted(year for year in held if year <= last)[-2:] if last else []
    return (held[years[0]], held[years[1]]) if len(years) == 2 else None


def not_comparable(query: Query, index: Index) -> str:
    """The reason where two reports are to be compared and cannot be, else empty."""
    if query.kind != "wording":
        return ""
    if len(query.places) != 1:
        return "没有说明比较的是哪一个地方的报告"
    if reports(query, index) is not None:
        return ""
    there = {one.identity.year for one in index.within(Scope(places=query.places))}
    held = "、".join(f"{year}年" for year in sorted(filter(None, there)))
    return f"文库中没有{query.places[0]}可以比较的两年报告（现有{held}）"
