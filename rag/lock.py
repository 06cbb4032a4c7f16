"""The number lock: every figure of an answer is looked for in the sentences it cites."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from corpus.figures import SIZES, figures, stands
from rag.types import Answer, Lock, Row, Table

_MARKER = re.compile(r"[\[［]\d+[\]］]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:[.．·]\d+)?\s?[%％‰]?")
_LABEL = re.compile(
    r"(?:^|；|。)\s*\d{1,2}．(?!\d)|[一-鿿]{0,6}(?:19|20)\d\d年(?:目标|实绩)?：|^\d+/\d+(?=个地方的文件)"
    r"|(?<=另有)\d+(?=个地方)|\d+(?=个地方(?:中|给出|的文件))|(?<=等)\d+(?=个地方)|(?<=的有)\d+(?=个：)"
    r"|[一-鿿]{0,6}(?:(?:19|20)\d\d年)?[一-鿿·]{0,12}（\d+次）：|最早[^，。；：]{0,20}?(?:19|20)\d\d年"
    r"|（(?:(?:19|20)\d\d年\d+次[、，）]){1,8}[^（）]{0,12}|\d+(?=份文件)|(?<=共)\d+(?=[次处])"
    r"|(?<=”)（\d+次）|(?:19|20)\d\d年(?=的文件写的是|的报告与|的相比|有、|：“|没有的)|\d+(?=个省(?:中有|的文件))|(?<=中有)\d+(?=个的文件)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_PART = re.compile(r"[^。；\n]*[。；\n]*(?:[\[［]\d+[\]］])*[。；]?")
_COMPUTED = re.compile(r"[^。；]*(?:高于|低于|相差|两者相同)[^。；]*")


def locked(answer: Answer) -> Answer:
    """The answer with its lock. What holds a figure that nothing proves is withheld, and told."""
    unproved = loose(answer)
    if not unproved:
        return replace(answer, lock=lock(answer))
    kept = [part for part in _PART.findall(answer.answer) if not _holds(part, unproved)]
    said = "、".join(dict.fromkeys(unproved))
    problem = f"有数字没有在所引的句子里找到，说到它的话没有显示：{said}。"
    left = replace(
        answer,
        answer="".join(kept).rstrip("；\n") or "原文的数字与所引的句子对不上，没有显示。",
        table=_proved(answer.table, unproved) if answer.table else None,
        problems=(*answer.problems, problem),
    )
    return replace(left, lock=lock(left))


def _holds(text: str, numbers: Sequence[str]) -> bool:
    return any(stands(number, _MARKER.sub("", text)) for number in numbers)


def _proved(table: Table, unproved: Sequence[str]) -> Table:
    """The table without the values that hold an unproved figure."""
    rows = [
        replace(row, value="", citations=()) if _holds(row.value, unproved) else row
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows))


def lock(answer: Answer) -> Lock:
    """How many figures the answer holds, how many stand in its citations, how many are computed.

    Figures are those of the text and of the table. Numbers of list items, the years asked about or
    that label a side of a comparison and the counts of a table's rows are none; a refusal has none.
    A computed one is worked out again from the figures of the citations, and counts only if it
    comes to the same.
    """
    said, computed = _said(answer)
    quoted = _quoted(answer)
    held = sum(_stands(number, answer, quoted) for number in (*said, *computed))
    again = [n for n in computed if not _stands(n, answer, quoted) and _comes_to(n, quoted)]
    return Lock(len(said) + len(computed), held, len(again))


def loose(answer: Answer) -> tuple[str, ...]:
    """The figures of an answer that neither stand in its citations nor follow from them."""
    said, computed = _said(answer)
    quoted = _quoted(answer)
    unproved = [n for n in (*said, *computed) if not _stands(n, answer, quoted)]
    return tuple(n for n in unproved if n not in computed or not _comes_to(n, quoted))


def _said(answer: Answer) -> tuple[list[str], list[str]]:
    """The figures that an answer takes from its citations, and those that it works out."""
    if not answer.answered:
        return [], []
    text = _LABEL.sub("", _MARKER.sub("", answer.answer))
    asked = set(_YEAR.findall(answer.resolved)) | {str(year) for year in answer.scope.years}
    text = _YEAR.sub(lambda year: "" if year.group() in asked else year.group(), text)
    computed = [n for part in _COMPUTED.findall(text) for n in _numbers(part)]
    said = _numbers(_COMPUTED.sub("", text))
    return said + [n for row in _rows(answer) for n in _numbers(row.value)], computed


def _numbers(text: str) -> list[str]:
    return [number.strip() for number in _NUMBER.findall(text)]


def _quoted(answer: Answer) -> str:
    return "\n".join(f"{citation.title}\n{citation.text}" for citation in answer.citations)


def _stands(number: str, answer: Answer, quoted: str) -> bool:
    """Whether a figure stands in what is cited, or is one that the person named (高于5.5%的)."""
    return stands(number, quoted) or stands(number, answer.resolved)


def _comes_to(number: str, quoted: str) -> bool:
    """Whether a number is the difference of two figures of the citations, in any size (万, 亿)."""
    wanted = Decimal(re.sub(r"[^\d.]", "", number.replace("·", ".")))
    values = sorted({figure.low for figure in figures(quoted)} | {f.high for f in figures(quoted)})
    gaps = {abs(one - other) for one, other in combinations(values, 2)}
    return any(wanted * size in gaps for size in SIZES.values())


def _rows(answer: Answer) -> tuple[Row, ...]:
    return answer.table.rows if answer.table else ()
