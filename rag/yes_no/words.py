"""Is it so? By the sentence that words it, the question read as a claim."""

import re
from dataclasses import replace

from corpus.agreement import same
from corpus.figures import figures
from index.search import Index
from index.types import Hit
from rag.claims.judge import rule
from rag.claims.ruling import Ruling
from rag.claims.words import contradicts
from rag.query import Query
from rag.retrieve import Found
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import Proposition

_NOT = re.compile(
    r"未(?!来)|没有|不(?!断|仅|但|少|低于|超过|动摇|忘|同|懈|负|畏|再)|尚|无法|难以|零(?=伤亡|事故)"
)
_ENDED = re.compile(r"(?:结束|告别|消除|摆脱|破解|解决|填补|改变|打破)[^，。；]*")
_PARTIAL = re.compile(r"部分|大范围|试点|逐步|探索|局部|一方|单独")
_WHOLE = re.compile(r"全覆盖|全国都|全部|全面|所有|都|一律|全免")


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """What the claims engine rules, else whether the best sentence speaks against it."""
    if not found.hits:
        return None
    ruling = None if query.english else _ruled(asked, query, found, index)
    hit: Hit = ruling.hit if ruling and ruling.hit else found.hits[0]
    refuted = ruling is not None and ruling.verdict == "refuted"
    shown = proof(query, hit, index)
    holds = not refuted and not denies(asked.text, shown.text)
    return Decision(holds, (shown,))


def _ruled(asked: Proposition, query: Query, found: Found, index: Index) -> Ruling | None:
    """What decides the statement; None where nothing does or it says two things."""
    rulings = rule(replace(query, search=asked.text), found.hits, index)
    refuted = [ruling for ruling in rulings if ruling.verdict == "refuted" and ruling.hit]
    if refuted:
        return refuted[0]
    decided = all(ruling.verdict == "supported" for ruling in rulings)
    return rulings[0] if rulings and decided else None


def denies(statement: str, sentence: str) -> bool:
    """Whether a sentence speaks against a statement: a negation, another figure, only a part.

    What was ended or solved is no negation (结束了不通火车的历史).
    """
    if _NOT.search(_ENDED.sub("", sentence)) and not _NOT.search(statement):
        return True
    if _WHOLE.search(statement) and _PARTIAL.search(sentence) and not _WHOLE.search(sentence):
        return True
    return contradicts(statement, sentence) or _other_figure(statement, sentence)


def _other_figure(statement: str, sentence: str) -> bool:
    """A figure of the statement that the sentence has in the same unit, but with another value.

    超过26万 is not denied by 29.9万.
    """
    stated = figures(sentence)
    for claimed in figures(statement):
        alike = [figure for figure in stated if figure.unit == claimed.unit]
        if claimed.qualifier == "over":
            alike = [figure for figure in alike if figure.high < claimed.low]
        if alike and not any(same(claimed, figure) for figure in alike):
            return True
    return False
