"""A visit: questions put to the chain, and what becomes of each."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.errors import UserError
from rag.types import Question, Turn
from ui import words
from ui.types import Chain, Exchange, Language

LIMIT = 5000
"""The longest question in characters; a longer one is a pasted document, not a question."""

Exchanges = tuple[Exchange, ...]

log = logging.getLogger(__name__)


def complaint(text: str, exchanges: Sequence[Exchange], language: Language) -> str:
    """Why ``text`` cannot be asked now, in one sentence; empty where it can."""
    if not text.strip():
        return words.empty_question(language)
    if len(text) > LIMIT:
        return words.long_question(language, length=f"{len(text):,}", limit=f"{LIMIT:,}")
    return words.busy(language) if busy(exchanges) else ""


def busy(exchanges: Sequence[Exchange]) -> bool:
    """Whether the last question is still being answered."""
    return bool(exchanges) and exchanges[-1].status == "working"


def history(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The turns so far, oldest first; what failed is left out."""
    turns: list[Turn] = []
    for exchange in exchanges:
        if exchange.status == "failed":
            continue
        turns.append(Turn("user", exchange.question.text))
        if exchange.answer and exchange.answer.answer:
            turns.append(Turn("assistant", exchange.answer.answer))
    return tuple(turns)


def ask(
    chain: Chain, exchanges: Exchanges, question: Question, language: Language
) -> Iterator[Exchanges]:
    """``exchanges`` with ``question`` at the end: at once, after each snapshot, and when done.

    An error of the chain ends the exchange: a UserError as its own sentence, any other, which
    is a bug and goes to the log, as a sentence that says so.
    """
    now = Exchange(question)
    yield (*exchanges, now)
    try:
        for answer in chain.stream(question):
            now = replace(now, answer=answer)
            yield (*exchanges, now)
        yield (*exchanges, replace(now, status="done"))
    except UserError as error:
        yield (*exchanges, replace(now, status="failed", message=str(error)))
    except Exception:
        log.exception("the question was not answered: %s", question.text)
        yield (*exchanges, replace(now, status="failed", message=words.broken(language)))


def stopped(exchanges: Exchanges) -> Exchanges:
    """``exchanges`` with the one still being answered, if any, marked as stopped."""
    return tuple(
        replace(exchange, status="stopped") if exchange.status == "working" else exchange
        for exchange in exchanges
    )
