"""Text made comparable: one width, one kind of quotation mark, no white space, no note marks."""

import re
import unicodedata
from functools import lru_cache

from corpus.figures import figures

_WIDE = frozenset("，；：！？（）［］")
_QUOTES = str.maketrans("「」『』〝〞", "“”“”“”")
_NARROW = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_NOTE = re.compile(r"[\[［〔](?:\d{1,3}|注\d*)[\]］〕]|[①-⑳](?=[”。，；])|\*\*|__|`")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*•·+]\s+)+")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_BETWEEN_DIGITS = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;!?()]")
_POINT = re.compile(r"(?<=\d)[·．](?=\d)")
_PER_CENT = re.compile(r"百分之[一二三四五六七八九十百零〇]+(?:点[零〇一二三四五六七八九]+)?")
_STRAIGHT = re.compile(r'"([^"\n]*)"')


@lru_cache(maxsize=1 << 13)
def fold(text: str) -> str:
    """``text`` as the guard compares it; its length may change.

    >>> fold('ＧＤＰ增长 5．5％, 达到 1,200 亿元［2］')
    'GDP增长5.5%，达到1200亿元'
    """
    text = _NOTE.sub("", _LEAD.sub("", text))
    text = "".join(c if c in _WIDE else unicodedata.normalize("NFKC", c) for c in text)
    text = _STRAIGHT.sub(r"“\1”", text.translate(_QUOTES))
    text = _POINT.sub(".", _THOUSANDS.sub("", "".join(text.split())))
    text = _BETWEEN_DIGITS.sub(lambda found: _NARROW[found.group()], text)
    return _PER_CENT.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    """百分之五点五 as 5.5%."""
    read = figures(found.group())
    return f"{read[0].low.normalize():f}%" if read else found.group()
