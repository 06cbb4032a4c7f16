"""A year's target beside what the next report says was reached."""

import re
from dataclasses import replace

from corpus.indicators import LESS_IS_BETTER
from index.search import Index
from rag.answers.number import said
from rag.answers.sides import shown
from rag.draft import Draft, Piece, without_stop
from rag.query import Query
from rag.stated import Stated, besides, stated, wanted

_BOTH = re.compile(
    r"(?:目标|任务|计划|年初|预期)[^。？?]{0,24}(?:实际|结果|最后|最终|完成了?多少|完成得|完成情况|兑现|年底)"
    r"|(?:实际|结果|完成)[^。？?]{0,16}(?:和|与|跟|比)[^。？?]{0,8}(?:目标|计划)"
)
_ASIDE = frozenset(
    ("年初", "年底", "实际", "结果", "最后", "最终", "对得上", "情况", "兑现", "完成")
)


def asks_both(query: Query) -> bool:
    """Whether a question wants the target and the result of one year side by side."""
    return len(query.places) == 1 and len(query.years) == 1 and names_both(query.resolved)


def names_both(text: str) -> bool:
    """Whether a text speaks of a target and of what became of it."""
    return _BOTH.search(text) is not None


def answer(query: Query, index: Index) -> Draft | None:
    """Target, result and which of them is higher by how much; None where one is not stated."""
    sought = wanted(query)
    if sought is None or set(besides(query, sought)) - _ASIDE:
        return None
    place, year = query.places[0], query.years[0]
    target = stated(replace(sought, target=True), place, year, index)
    result = stated(replace(sought, target=False), place, year, index)
    if target is None or result is None:
        return None
    first, second = said(target, place, year), said(result, place, year)
    verdict = _verdict(target, result, sought.indicator.name in LESS_IS_BETTER)
    end = "；" if verdict else "。"
    pieces = [
        Piece(without_stop(first.text) + "；", first.quotes),
        Piece(_told_apart(without_stop(second.text), place, year) + end, second.quotes),
    ]
    if verdict:
        pieces.append(Piece(verdict, (*first.quotes, *second.quotes)))
    return Draft("compare", tuple(pieces))


def _told_apart(words: str, place: str, year: int) -> str:
    """实际 before the result, so that it is not read as the target."""
    return words.replace(f"{place}{year}年：", "实际：", 1)


def _verdict(target: Stated, result: Stated, less_is_better: bool) -> str:
    """Which is higher and by how much, where both are figures in one unit."""
    if target.value is None or result.value is None:
        return ""
    gap = result.value - target.value
    if (
        target.fact.measure != result.fact.measure
        or "%" not in target.fact.value + result.fact.value
    ):
        return ""
    if gap == 0:
        return "与目标持平。"
    reached = (gap < 0) == less_is_better
    word = "高于" if gap > 0 else "低于"
    kept = "，完成目标" if reached else ""
    return f"实际{word}目标{shown(abs(gap), '%')}{kept}。"
