"""Ranks: what is the first, the fourth, among the first three must be what the source ranks so."""

import re
from collections.abc import Iterator, Sequence

from rag.guard.alike import pairs
from rag.guard.fault import Fault
from rag.guard.reading import Reading
from rag.guard.source import Source
from rag.guard.worded import content_words
from rag.ranks import Rank, holds, ranks_in, without_ranks

_IDLE = re.compile(
    r"同比|比上年|增长|增加|提高|下降|上升|达到|突破|完成|实现|累计|总量|规模|增速|增幅|位居|排名|稳居|跃居|保持|继续|连续|首次"
)
_LEAST = 0.5


def rank_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """The first clause that gives a rank to another thing than the sources do."""
    for rank, subject, clause in _ranked(said):
        told = [
            (given, words, source.context)
            for source in cited
            for given, words, _ in _ranked(source.reading)
        ]
        fits = any(
            _same(rank, given) and _shared(subject, words, context)
            for given, words, context in told
        )
        if subject and told and not fits:
            return Fault("pairing", clause)
    return None


def _ranked(reading: Reading) -> Iterator[tuple[Rank, tuple[str, ...], str]]:
    """Each rank with the words of what is ranked and its clause; a clause that names nothing ranks
    what the clauses before it name."""
    subject: tuple[str, ...] = ()
    for stretch in reading.stretches:
        words = content_words(_IDLE.sub("，", without_ranks(stretch.text)))
        subject = words or subject
        for rank in ranks_in(stretch.text):
            yield rank, subject, stretch.text


def _same(rank: Rank, given: Rank) -> bool:
    return holds(rank, given) and (not rank.of or not given.of or rank.of == given.of)


def _shared(subject: Sequence[str], told: Sequence[str], context: str) -> bool:
    """Whether half of the words that are ranked are ranked there too, some by the clause itself."""
    own = pairs("".join(told))
    beside = own | pairs(context)
    met = [bool(pairs(word) & own) or word in told for word in subject]
    near = [m or bool(pairs(word) & beside) for word, m in zip(subject, met, strict=True)]
    return any(met) and sum(near) >= _LEAST * len(subject)
