"""The library behind a check: the engine's verdicts, and the words it holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rag.engine import Engine
from rag.proofread.quotation import quoted_in
from rag.proofread.types import Checker, Judged, Quoted
from rag.types import Question


def checker(engine: Engine) -> Checker:
    """What a check asks of the library as it now is, answered by the engine."""
    engine = engine.now()

    def judge(statement: str) -> Judged:
        query = replace(engine.understand(Question(statement)), kind="claim")
        return Judged(engine.answer(engine.retrieve(query)), query.missing)

    def quoted(quotation: str, statement: str) -> Quoted | None:
        scope = engine.understand(Question(statement)).scope
        return quoted_in(quotation, replace(scope, years=()), engine.index)

    return Checker(judge, quoted, engine.known.places)


@contextmanager
def one_thread() -> Iterator[None]:
    """Linear algebra on one thread: the products of a check are small, and threads that wait for
    each other over them take longer than the work."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, user_api="blas"):
        yield
