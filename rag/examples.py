"""Questions that a library surely answers, to begin with."""

from collections.abc import Iterator

from corpus.indicators import INDICATORS
from index.search import Index
from rag.types import Suggestion

_MOST = 3


def examples(index: Index) -> tuple[Suggestion, ...]:
    """Up to three questions, each of another indicator and as far as can be of another place, the
    newest documents first; what a document is about where none states an indicator."""
    chosen: list[Suggestion] = []
    for question in (*_targets(index), *_abouts(index)):
        if question not in {suggestion.question for suggestion in chosen}:
            chosen.append(Suggestion(question, question))
        if len(chosen) == _MOST:
            break
    return tuple(chosen)


def _targets(index: Index) -> Iterator[str]:
    """A target of one document each, by turns of the indicators."""
    newest = sorted(
        (d for d in index.documents if d.identity.place and d.identity.year),
        key=lambda d: (-(d.identity.year or 0), d.source),
    )
    asked: set[str] = set()
    for document in newest:
        stated = {
            fact.indicator
            for fact in index.facts(document.source)
            if fact.period.role == "target" and fact.period.last == document.identity.year
        }
        name = next((i.name for i in INDICATORS if i.name in stated - asked), "")
        if name:
            asked.add(name)
            yield f"{document.identity.place}{document.identity.year}年{name}目标是多少"


def _abouts(index: Index) -> Iterator[str]:
    for document in index.documents:
        if document.identity.title:
            yield f"《{document.identity.title}》提出了哪些措施"
