"""When: the day of a report, or the sentence that names the day or year."""

from index.search import Index
from rag.answers import number, occasion
from rag.draft import Draft
from rag.query import Query
from rag.retrieve import Found


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The title lines where the giving of a report is asked about, else the best sentence."""
    if occasion.asks_occasion(query):
        return occasion.answer(query, found, index) or number.answer(query, found, index)
    return number.answer(query, found, index)
