"""Several answers as one: their citations numbered through."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from index.types import Scope
from rag.types import Answer, Citation, Lock, Part, Question, Retrieved, Row, Suggestion, Table

_MARKER = re.compile(r"\[(\d+)\]")
_CHIPS = 4


def joined(question: Question, answers: Sequence[Answer], left: int = 0) -> Answer:
    """The answers one after the other, of the kind and with the verdict of the first that answers.

    The table is the first that there is. It is a refusal only if all are; ``left`` questions more
    were not answered, which is told.
    """
    lead = next((answer for answer in answers if answer.answered), answers[0])
    tabled = next((at for at, answer in enumerate(answers) if answer.table), None)
    kept = [a if at == tabled else _without_table(a) for at, a in enumerate(answers)]
    numbers = _numbers(kept)
    rewritten = [_renumbered(answer, numbers) for answer in kept]
    note = (f"一次最多回答{_han(len(answers))}个问题，后面的请再问一次。",) if left else ()
    return replace(
        lead,
        question=question.text,
        id=question.id,
        resolved="".join(_ended(answer.resolved) for answer in rewritten),
        answer="\n".join((*(answer.answer for answer in rewritten), *note)),
        citations=_citations(kept, numbers),
        table=rewritten[tabled].table if tabled is not None else None,
        problems=tuple(dict.fromkeys(p for a in answers for p in a.problems)),
        parts=tuple(part for answer in rewritten for part in answer.parts),
        suggestions=_suggestions(answers),
        near_misses=() if lead.answered else lead.near_misses,
        lock=_lock(answers),
        scope=_scope([answer.scope for answer in answers]),
        passages=_passages(answers),
        certainty=min(answer.certainty for answer in answers),
    )


def _han(count: int) -> str:
    """A small number in Chinese: no figure that would have to be proved."""
    return "零一两三"[count]


def _ended(resolved: str) -> str:
    return resolved if resolved.endswith(("？", "?")) else f"{resolved}？"


def _without_table(answer: Answer) -> Answer:
    """The answer without its table, and without the citations that only this used."""
    if answer.table is None:
        return answer
    used = {int(number) for number in _MARKER.findall(answer.answer)}
    used |= {number for part in answer.parts for number in part.citations}
    kept = tuple(citation for citation in answer.citations if citation.number in used)
    return replace(answer, table=None, citations=kept)


_Key = tuple[str, int, int]


def _key(citation: Citation) -> _Key:
    return citation.source, citation.start, citation.end


def _numbers(answers: Sequence[Answer]) -> dict[_Key, int]:
    """The number of each span that is cited, in order; equal ones share a number."""
    spans = dict.fromkeys(_key(c) for answer in answers for c in answer.citations)
    return {span: number for number, span in enumerate(spans, 1)}


def _citations(answers: Sequence[Answer], numbers: dict[_Key, int]) -> tuple[Citation, ...]:
    cited = {_key(c): c for answer in answers for c in answer.citations}
    return tuple(replace(cited[span], number=number) for span, number in numbers.items())


def _renumbered(answer: Answer, numbers: dict[_Key, int]) -> Answer:
    """The answer's text, table and parts with the numbers that its citations have in the whole."""
    new = {citation.number: numbers[_key(citation)] for citation in answer.citations}

    def of(old: Sequence[int]) -> tuple[int, ...]:
        return tuple(new[number] for number in old)

    table = answer.table and Table(
        answer.table.columns,
        tuple(Row(r.place, r.year, r.value, of(r.citations)) for r in answer.table.rows),
    )
    return replace(
        answer,
        answer=_MARKER.sub(lambda m: f"[{new.get(int(m[1]), m[1])}]", answer.answer),
        table=table,
        parts=tuple(Part(p.text, p.verdict, p.error, of(p.citations)) for p in answer.parts),
    )


def _suggestions(answers: Sequence[Answer]) -> tuple[Suggestion, ...]:
    rows = zip_longest(*(answer.suggestions for answer in answers))
    return tuple(dict.fromkeys(chip for row in rows for chip in row if chip))[:_CHIPS]


def _lock(answers: Sequence[Answer]) -> Lock:
    locks = [answer.lock for answer in answers]
    return Lock(
        sum(one.checked for one in locks),
        sum(one.held for one in locks),
        sum(one.computed for one in locks),
    )


def _scope(scopes: Sequence[Scope]) -> Scope:
    """What any of the scopes allows: a field that one leaves open is open."""
    fields = ("places", "years", "sources", "kinds", "speakers")
    values = {name: [getattr(scope, name) for scope in scopes] for name in fields}
    return Scope(
        **{
            name: tuple(dict.fromkeys(one for value in told for one in value)) if all(told) else ()
            for name, told in values.items()
        }
    )


def _passages(answers: Sequence[Answer]) -> tuple[Retrieved, ...]:
    """The passages of all answers in turn, each once, no more than one answer has."""
    most = max(len(answer.passages) for answer in answers)
    rows = zip_longest(*(answer.passages for answer in answers))
    found = {(p.source, p.start, p.end): p for row in rows for p in row if p}
    return tuple(found.values())[:most]
