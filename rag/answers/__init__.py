"""Kinds of answer: one file each, named in this table."""

from collections.abc import Callable, Mapping

from index.search import Index
from rag.answers import (
    claim,
    compare,
    day,
    items,
    mention,
    method,
    number,
    person,
    table,
    trend,
    wording,
    yesno,
)
from rag.draft import Draft
from rag.query import Query
from rag.retrieve import Found
from rag.types import AnswerKind

Answerer = Callable[[Query, Found, Index], Draft | None]

ANSWERERS: Mapping[AnswerKind, Answerer] = {
    "number": number.answer,
    "who": person.answer,
    "when": day.answer,
    "where": number.answer,
    "enumeration": items.answer,
    "list": items.answer,
    "how": method.answer,
    "yesno": yesno.answer,
    "compare": compare.answer,
    "trend": trend.answer,
    "table": table.answer,
    "claim": claim.answer,
    "mention": mention.answer,
    "wording": wording.answer,
}
