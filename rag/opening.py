"""Which library a command opens, and which day it takes for today."""

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UserError
from rag.settings import Settings, settings

if TYPE_CHECKING:
    from rag.chain import Chain
    from rag.engine import Engine
    from rag.live import Live
    from rag.tracing import Spans


def engine_over(
    home: Path | None, today: str | None, passages: int = 10, reranker: str | None = None
) -> "Engine":
    """The engine over the chosen home, without LangChain: it loads in half the time."""
    from rag.engine import open_engine

    chosen = settings()
    where = home or default_home(chosen)
    model = chosen.reranker if reranker is None else reranker
    return open_engine(
        where, today_of(today, chosen), chosen.embedder, passages, model, chosen.place()
    )


def chain_over(
    home: Path | None, today: str | None, passages: int = 10, reranker: str | None = None
) -> "Chain":
    """The chain over the chosen home: the user's, or the bundled documents until there is one.

    Where the settings name a language model, its answers are that model's words.
    """
    from rag.chain import open_chain

    chosen = settings()
    where = home or default_home(chosen)
    model = chosen.reranker if reranker is None else reranker
    day = today_of(today, chosen)
    chain = open_chain(where, day, chosen.embedder, passages, model, chosen.place())
    chain = _worded(chain, chosen, day, passages)
    if chosen.trace:
        chain.callbacks.append(_spans(chosen.trace))
    return chain


def asker_over(
    home: Path | None, today: str | None, passages: int = 10, reranker: str | None = None
) -> "Engine":
    """What answers one question: the engine, or the chain where a language model writes."""
    over = chain_over if settings().model else engine_over
    return over(home, today, passages, reranker)


@cache
def _spans(where: str) -> "Spans":
    """One for all chains of a process, for a library that changes is opened again."""
    from rag.tracing import spans

    return spans(where)


def _worded(chain: "Chain", chosen: Settings, day: date, passages: int) -> "Chain":
    choice = chosen.language_model()
    if choice is None:
        return chain
    from rag.model.chain import ModelChain
    from rag.model.chat import open_model
    from rag.model.writer import Writer

    writer = Writer(choice, cache(partial(open_model, choice)))
    return ModelChain(chain.index, day, writer, passages, chain.reranker)


def live_over(
    home: Path | None, today: str | None, passages: int = 10, reranker: str | None = None
) -> "Live":
    """The chain over the chosen home as ``chain_over`` opens it, opened again at each change.

    The bundled documents give way to the user's once there are any.
    """
    from rag.live import Live

    chosen = settings()
    return Live(
        lambda: home or in_use(chosen),
        lambda where: chain_over(where, today, passages, reranker),
    )


def in_use(chosen: Settings) -> Path:
    """The home that ``default_home`` gives, without bringing the bundled documents up to date
    where they have been indexed."""
    from index import store

    homes = (chosen.home, chosen.samples)
    return next(filter(store.exists, homes), None) or default_home(chosen)


def default_home(chosen: Settings) -> Path:
    """The user's home, or that of the bundled documents where nothing has been indexed yet."""
    from index import store

    return chosen.home if store.exists(chosen.home) else samples(chosen)


def samples(chosen: Settings) -> Path:
    """The home of the bundled documents, up to date."""
    from index.embedders import encoder
    from rag.bundled import up_to_date

    return up_to_date(chosen.samples, encoder(chosen.embedder))


def today_of(given: str | None, chosen: Settings) -> date:
    """The day given as 2026-03-01, else that of the settings, else today. Raises ``UserError``."""
    if given is None:
        return chosen.today or date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UserError(f"--today 要写成 2026-03-01 这样的日期，不能是 {given}。") from None
