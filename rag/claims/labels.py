"""What a figure is a figure of: the words of its clause, with the subject of the clauses before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.figures import Figure, figures

Sort = Literal["growth", "share", "increment", "total", "level"]
"""How a figure measures: 增长5%, 占5%, 新增5家, 累计5家, or none of these."""

_STOP = re.compile(r"[，；;。！？!?\n]|,(?!\d{3})|(?<!\d)[：:]|[：:](?!\d)")
_PAUSE = re.compile(r"、")
_RESPECTIVELY = re.compile(
    r"分别(?:为|是|达到?|占|增长|下降|提高到?|降低到?|完成|实现|新增|新认定|控制在|稳定在|不低于)*"
)
_BARE = re.compile(
    r"^(?:同比|比上年|较上年|累计|总数|总量|总额|总数量|均|都|位?居|排|达到?|增长|增速|增幅|下降|提高|占|其中|超过?|突破|约|"
    r"为|是|实现|力争|争取|越(?=过|大关|$)|跨过|跨越|迈过|迈上|站上|跃上|创|连续|总投资|投资额|总面积|建筑面积|总长|全长|年产值|收入增幅|两项|分别|共|年均|增加|减少|首次|全部|已|比|[快慢高低多少]于)"
)
_REACHES = re.compile(r"(?:预计)?(?:实现|完成|达到)(?:全[省市区国年])?")
_OBJECT = 4
_CONTENT = re.compile(r"[一-鿿A-Za-z]")
_INCREMENT = re.compile(
    r"(?:新增|新添|新认定|新建|新培育|净增|增加了?|增长了?|(?<![十百千万亿])多了?|多收了?|减少了?)[^，。；、\d]{0,14}$"
)
_TOTAL = re.compile(
    r"(?:累计|总数|总量|总计|共有|增至|升至|提高到|增加到|增长到|涨到|升到|降至|降到|存量|(?:增长|增加)达到?)[^，。；、\d]{0,8}$"
)
_REACHED = re.compile(r"(?<!目标)达到?$")
_SHARE = re.compile(r"(?:占|比重|占比|份额|比例)[^，。；、\d]{0,14}$")
_GROWTH = re.compile(
    r"(?:增长|[猛激剧]增|增加了?|增速|增幅|上涨|涨幅|下降|提高|降低|提升)[^，。；、\d]{0,6}$"
)
_DATE = re.compile(r"^\s*(?:[在到]|截至)?(?:(?:19|20)\d\d年|去年|今年|全年)(?:[年底末初]+)?")
_JOIN = re.compile(r"[、和与及]|以及")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure of a sentence with what it is a figure of; ``clause`` is its stretch of text, ``at``
    where it stands in the sentence."""

    figure: Figure
    label: str
    clause: str
    sort: Sort
    at: int


@lru_cache(maxsize=1 << 13)
def labelled(sentence: str) -> tuple[Labelled, ...]:
    """The figures of a sentence in order, each with its label.

    In lists (A、B分别增长x、y) the n-th figure goes with the n-th item.
    """
    found: list[Labelled] = []
    subject = ""
    before_items: list[str] = []
    for start, end in _stretches(sentence):
        clause = sentence[start:end]
        stated = [f for f in figures(clause) if f.unit != "年"]
        named = _without(clause, stated)
        bare = _bare(named)
        label = f"{subject}{named}" if bare else named
        items = _items(clause, stated)
        if bare and not items and len(stated) > 1 and len(before_items) == len(stated):
            items = before_items
        for at, figure in enumerate(stated):
            own = f"{items[at]}{_verb(clause) or _last_verb(named)}" if items else label
            before = f"{subject if bare else ''}{clause[: figure.start]}"
            sort = sort_of(own if items else before, figure)
            found.append(Labelled(figure, own, clause, sort, start + figure.start))
        if items:
            before_items = items
        elif stated:
            before_items = [*(before_items if bare or not found else []), label]
        subject = named if not bare else _object(named) or subject
    return tuple(found)


def _bare(named: str) -> bool:
    """Whether a clause without its figures names no subject of its own."""
    said = _DATE.sub("", named).strip()
    return _BARE.match(said) is not None or len(_CONTENT.findall(said)) < 3


def _object(named: str) -> str:
    """What is reached or done in a clause without a subject (实现地区生产总值); empty for none."""
    found = _REACHES.match(named.strip())
    said = named.strip()[found.end() :] if found else ""
    return said if len(_CONTENT.findall(said)) >= _OBJECT else ""


def sort_of(before: str, figure: Figure) -> Sort:
    """How a figure measures, by the words before it."""
    if _SHARE.search(before):
        return "share"
    if figure.unit in ("%", "个百分点"):
        return "growth" if _GROWTH.search(before) else "level"
    if _TOTAL.search(before):
        return "total"
    if _INCREMENT.search(before):
        return "increment"
    return "total" if _REACHED.search(before) else "level"


def _stretches(sentence: str) -> list[tuple[int, int]]:
    """The clauses; 、 ends one where figures stand on both sides and no list runs through it."""
    found, start = [], 0
    for stop in (*_STOP.finditer(sentence), None):
        end = stop.start() if stop else len(sentence)
        found += _paused(sentence, start, end)
        start = stop.end() if stop else end
    return [(a, b) for a, b in found if sentence[a:b].strip()]


def _paused(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    if _RESPECTIVELY.search(sentence, start, end):
        return [(start, end)]
    cuts, left = [], start
    for pause in _PAUSE.finditer(sentence, start, end):
        if figures(sentence[left : pause.start()]) and not sentence[pause.end()].isdigit():
            cuts.append((left, pause.start()))
            left = pause.end()
    return [*cuts, (left, end)]


def _without(clause: str, stated: Sequence[Figure]) -> str:
    """A clause without its figures."""
    for figure in reversed(stated):
        clause = clause[: figure.start] + clause[figure.end :]
    return clause


def _items(clause: str, stated: Sequence[Figure]) -> list[str]:
    """The items that figures go with one by one, or none."""
    marker = _RESPECTIVELY.search(clause)
    if not marker or len(stated) < 2:
        return []
    items = [item for item in _JOIN.split(clause[: marker.start()]) if item.strip()]
    if len(items) != len(stated):
        return []
    tail = _headed(items)
    return [item if len(item) > 3 else item + tail[-6:] for item in items[:-1]] + [tail]


def _headed(items: Sequence[str]) -> str:
    """The last item with what it shares with the first and leaves out (港口货运量、货运值)."""
    at = items[0].find(items[-1][:2])
    return f"{items[0][:at]}{items[-1]}" if at > 0 else items[-1]


def _last_verb(named: str) -> str:
    found = _BARE.match(named.strip())
    return found.group() if found else ""


def _verb(clause: str) -> str:
    marker = _RESPECTIVELY.search(clause)
    return marker.group().removeprefix("分别") if marker else ""
