"""Whether a sentence of a report tells a result or a target, and of which year."""

import re
import unicodedata

from corpus.types import Passage

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)(?!年以来|年来)")
_PAST = re.compile(r"回顾|成绩|成就|成效|结果|过去|主要工作$|年工作$")
_FUTURE = re.compile(
    r"安排|目标|任务|重点工作|总体要求|打算|考虑|部署|建议|思路|今后|开局|实事|附件"
)
_TARGET = re.compile(
    r"力争|确保|争取|计划|目标|预期|将(?!近)|今年|年内|拟|要(?!求)|新建|达到?.{0,8}以上|力促"
)
_DONE = re.compile(
    r"去年|上年|已|了|同比|居全国|完成|实现了|达到(?!.{0,8}以上)|首次|突破|连续|累计|预计全年"
)
_OWN_TARGET = re.compile(r"(?:主要|发展)?预期目标|今年.{0,16}目标")


def role(passage: Passage, year: int | None) -> int:
    """1 for a target or plan, -1 for a result, 0 where nothing says.

    What says it, in this order: the words 预期目标, the years named in the sentence, those and the
    words of the section's heading, the verbs. ``year`` is the year the document speaks for.
    """
    if _OWN_TARGET.search(passage.text):
        return 1
    section = passage.headings[0] if passage.headings else ""
    return (
        _by_years(passage.text, year)
        or _by_years(section, year)
        or _by_words(section, _PAST, _FUTURE)
        or _by_words(passage.text, _DONE, _TARGET)
    )


def speaks_of(passage: Passage, year: int | None) -> int | None:
    """The year a sentence tells of: the one it names, else that of its role.

    A target is of the document's year, a result of the year before; None where nothing says.
    """
    named = _years(passage.text)
    if len(named) == 1:
        return named.pop()
    told = role(passage, year)
    if year is None or told == 0:
        return None
    return year if told > 0 else year - 1


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(unicodedata.normalize("NFKC", text))}


def _by_years(text: str, year: int | None) -> int:
    named = _years(text)
    if not named or year is None:
        return 0
    if max(named) < year:
        return -1
    return 1 if min(named) >= year else 0


def _by_words(text: str, past: re.Pattern[str], future: re.Pattern[str]) -> int:
    return int(bool(future.search(text))) - int(bool(past.search(text)))
