"""Where the fields of an identity come from: the words that say them and how sure they are."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

Confidence = Literal["sure", "likely", "guess"]
Where = Literal[
    "front matter",
    "session line",
    "title",
    "first lines",
    "address",
    "review heading",
    "most often named",
    "page furniture",
    "file name",
    "place",
    "correction",
]

WHERE_NAMES: dict[Where, str] = {
    "front matter": "文件头",
    "session line": "会议行",
    "title": "标题",
    "first lines": "开头几行",
    "address": "报告人的话",
    "review heading": "工作回顾的标题",
    "most often named": "文中提得最多",
    "page furniture": "网页边栏",
    "file name": "文件名",
    "place": "由地名推出",
    "correction": "人工更正",
}
CONFIDENCE_NAMES: dict[Confidence, str] = {"sure": "确定", "likely": "多半", "guess": "猜测"}

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WRITTEN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What says a field of the identity.

    ``quote`` is a slice of the text from ``start`` on; ``start`` is None where it stands outside
    (the file's name, page furniture, front matter). It is empty where nothing is quoted.
    """

    field: str
    where: Where
    quote: str
    start: int | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable. Character i of ``text`` stands at ``at[i]`` in the ``original``;
    ``at`` has one entry more, for the end."""

    original: str
    text: str
    at: tuple[int, ...]

    def tight(self) -> "Folded":
        """The same without white space."""
        kept = [i for i, char in enumerate(self.text) if not char.isspace()]
        tight = "".join(self.text[i] for i in kept)
        return Folded(self.original, tight, (*(self.at[i] for i in kept), self.at[-1]))

    def upto(self, end: int) -> "Folded":
        """The first ``end`` characters."""
        end = min(end, len(self.text))
        return Folded(self.original, self.text[:end], self.at[: end + 1])

    def quoted(
        self, field: str, span: tuple[int, int], where: Where, confidence: Confidence
    ) -> Evidence:
        """Evidence that quotes what stands at ``span`` of the folded text, as the original has it.

        Needs a text whose offsets are those of the document.
        """
        start, end = self.at[span[0]], self.at[span[1]]
        piece = self.original[start:end]
        start += len(piece) - len(piece.lstrip())
        return Evidence(field, where, piece.strip(), start, confidence)


def folded(text: str) -> Folded:
    """NFKC, with dates in digits: 二〇二六年一月十五日 is 2026年1月15日.

    >>> folded("１月，二〇二六年一月十五日").text
    '1月,2026年1月15日'
    """
    wide = [unicodedata.normalize("NFKC", char) for char in text]
    at = [i for i, chars in enumerate(wide) for _ in chars]
    return _dates_in_digits(text, "".join(wide), [*at, len(text)])


def overridden(evidence: Iterable[Evidence], corrected: Collection[str]) -> tuple[Evidence, ...]:
    """The evidence after corrections by a person: fields that are named are sure."""
    kept = (one for one in evidence if one.field not in corrected)
    return (*kept, *(Evidence(name, "correction", "", None, "sure") for name in corrected))


def _dates_in_digits(original: str, wide: str, at: list[int]) -> Folded:
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for found in _WRITTEN_DATE.finditer(wide):
        written = _in_digits(found)
        pieces += [wide[last : found.start()], written]
        offsets += at[last : found.start()] + [at[found.start()]] * len(written)
        last = found.end()
    return Folded(original, "".join([*pieces, wide[last:]]), (*offsets, *at[last:]))


def _in_digits(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return f"{year.translate(_DIGITS)}年{_number(month)}月{_number(day)}日"


def _number(written: str) -> int:
    """A number below 100: 十五 is 15, 二十 is 20, 元 (of 元月) is 1."""
    tens, ten, ones = written.replace("元", "一").translate(_DIGITS).rpartition("十")
    return 10 * int(tens or bool(ten)) + int(ones or 0)
