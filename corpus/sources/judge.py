"""Whether a text is a government work report, and of which year."""

import re
import unicodedata

from corpus.sources.choose import PHRASE, years_in
from corpus.sources.types import Verdict

LEAST_CHARACTERS = 3000
"""Of Chinese: the shortest report of a province has three times as many, the summaries fewer."""

_ADDRESS = "各位代表"
_HAN = re.compile(r"[一-鿿]")
_GIVEN = re.compile(
    r"([\d一二〇○零三四五六七八九]{4}年)[\d一二三四五六七八九十元]{1,3}月[\d一二三四五六七八九十]{1,3}日"
    r"[^。]{0,24}在[^。]{0,40}(?:人民代表大会|人大)"
)


def judge(text: str, title: str = "") -> Verdict:
    """What is wrong with ``text`` as a report (nothing if it is one), and the year it was given.

    The year is that of the session, else the one in the title; None if neither tells.
    """
    joined = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    length = len(_HAN.findall(joined))
    heading = re.sub(r"\s", "", unicodedata.normalize("NFKC", title))
    if length < LEAST_CHARACTERS:
        return Verdict(f"不是报告全文：只有 {length} 个字")
    missing = [word for word in (_ADDRESS, PHRASE) if word not in heading + joined]
    if missing:
        return Verdict(f"不是报告：没有“{missing[0]}”")
    return Verdict("", _year(joined, heading))


def _year(text: str, title: str) -> int | None:
    given = _GIVEN.search(text)
    years = years_in(given[1]) if given else ()
    years = years or (years_in(title) if PHRASE in title else ())
    return years[0] if years else None
