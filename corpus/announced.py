"""Counts that a document announces (六大工程, 三件事) and the items they stand for.

The items may stand inside the sentence (即A、B、C), before it (A、B、C三大创建), behind 一是 二是,
under headings below, in a note that defines the set, in the sentences that follow, or where the
same set is named again. Nothing is filled up: a set of which too little is found is incomplete.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.listing import Markers, Span, after, before, enumerated, following
from corpus.notes import Note, by_name, notes
from corpus.types import Document

_NUMERAL = "十[一二三四五六七八九]|二十|[两二三四五六七八九十]"
_ARABIC = r"(?<![\d.．+第年])(?:[2-9]|1\d|20)"
_NO_DIGIT = "(?<![第党一二两三四五六七八九十百千万亿点])"
_SET = (
    "工程|行动|战略|计划|任务|工作|重点|目标|举措|措施|体系|创建|产业|方面|事|实事|关系|问题|原则|要求|优势"
    "|平台|集群|攻坚战|战役|专项|机制|制度|改革|清单|抓手|路径|办法|环节|层面|领域|板块|转型|机遇|挑战|特点"
    "|变化|步骤|转变|类型|支柱|基地|品牌|中心|模式|方针|政策|关键|突破|定位|使命|责任|准则|标准|支撑|先行区"
    "|示范区|条件|原因|阶段|革命|改造|运动|纪律|高地|赛道|走廊|通道|组团|片区|矩阵|系统|指标|倍增|枢纽|门户"
)
_BIG = re.compile(
    rf"{_NO_DIGIT}(?P<n>{_NUMERAL})大(?!以来|精神|报告|和|及|、|对|提|召|关于|以|代表)"
    rf"(?P<noun>[^\W\d_的和与及是在将为等推、]{{0,7}}?(?:{_SET}))(?!性)"
)
_MEASURED = re.compile(
    rf"{_NO_DIGIT}(?P<n>{_NUMERAL}|{_ARABIC})(?P<measure>个方面|方面|个|项|件|条|类|种|步|道)"
    rf"(?P<noun>[^\W\d_的和与及推、]{{0,7}}?(?:{_SET})|(?=[：:]))?(?:的?(?:工作|内容|任务|措施|重点))?"
)
_QUOTED = re.compile(rf"“(?P<n>{_NUMERAL})(?P<noun>[个大条张项件类道关篇支]?[一-鿿]{{1,8}})”")
_NO_SET = re.compile(r"“?(?:十[一二三四五]五|四人帮|三农|三北|三公|四化|三资|二十|十四五|五一)")
_LEADS = re.compile(
    r"(?:以下|下列|下面|如下|做好|抓好|抓住|突出|办好|做|办|处理好|采取|把握|抓了|实现)(?:好|了)?$"
)
_OPENS = re.compile(r"”?[^，。；：:\n]{0,6}[：:]|”?[^，。；：\n]{0,4}[。]?(?:\n|$)")
_ENDS = re.compile(r"”?[^，。；：:\n]{0,4}(?:[。：:]|$)", re.MULTILINE)
_LOOK_BACK = 8
_COMMON_NAME = 4
_UNEVEN = 2
_NEAR, _NEXT = 90, 16
_MOST_IN_A_LINE, _MOST = 40, 2000
"""Real reports stay below 10 and 100; what goes past this is passed over, for the time it takes."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A set that is announced at ``text[start:end]`` with a count, and the spans of its items.

    ``complete`` says that as many items as announced were found; ``items`` may be fewer, or none.
    """

    name: str
    count: int
    start: int
    end: int
    items: tuple[Span, ...] = ()
    complete: bool = False


def announced(document: Document) -> tuple[Announcement, ...]:
    """The announced sets of a document, in order.

    >>> text = "实施自主创新、科技富民、人才聚变三大工程。"
    >>> [found] = announced(Document("a.txt", text, Identity()))
    >>> found.name, [text[start:end] for start, end in found.items], found.complete
    ('三大工程', ['自主创新', '科技富民', '人才聚变'], True)
    """
    text = document.text
    marks, glossary = Markers(text), by_name(notes(document))
    found = [
        (mention, _items(marks, mention, glossary))
        for mention in islice(_few(text, _mentions(text)), _MOST)
    ]
    return tuple(_shared(text, found))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A count and what it counts. ``certain``: it announces a set even if no item is found;
    ``led``: items must follow (以下三项工作：); ``slogan``: a quoted name (“三条保障线”)."""

    name: str
    count: int
    start: int
    end: int
    certain: bool = False
    led: bool = False
    slogan: bool = False
    measured: bool = False


def _mentions(text: str) -> Iterator[_Mention]:
    found: dict[int, _Mention] = {}
    for match in _QUOTED.finditer(text):
        mixed = re.search(_NUMERAL + "|一", match["noun"])
        if not mixed and not _NO_SET.match(match["n"] + match["noun"]):
            start, end = match.start("n"), match.end("noun")
            found[start] = _Mention(text[start:end], _count(match["n"]), start, end, slogan=True)
    for match in _MEASURED.finditer(text):
        if match["noun"] is not None:
            start, end = match.start("n"), match.end()
            led = _leads(text, start, end)
            name = text[start : match.end("noun")]
            found[start] = _Mention(name, _count(match["n"]), start, end, led, led, False, True)
    for match in _BIG.finditer(text):
        start, end = match.span()
        start = match.start("n")
        found[start] = _Mention(text[start:end], _count(match["n"]), start, end, certain=True)
    yield from (found[start] for start in sorted(found))


def _few(text: str, found: Iterable[_Mention]) -> Iterator[_Mention]:
    """The first mentions of each line."""
    line_end, in_line = -1, 0
    for one in found:
        if one.start > line_end:
            line_end, in_line = text.find("\n", one.start), 0
            line_end = len(text) if line_end < 0 else line_end
        in_line += 1
        if in_line <= _MOST_IN_A_LINE:
            yield one


def _leads(text: str, start: int, end: int) -> bool:
    """Whether a count of things is said to be listed: 抓好以下三项工作： and the like."""
    led = _LEADS.search(text[max(0, start - _LOOK_BACK) : start])
    return bool(led and _OPENS.match(text, end))


def _count(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    value = {digit: at for at, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2, "": 0}
    return (value[tens] or 1) * 10 * bool(ten) + value[ones]


def _items(marks: Markers, mention: _Mention, glossary: Mapping[str, Note]) -> tuple[Span, ...]:
    """The items from the first place that holds as many as announced, else the most found."""
    best: tuple[Span, ...] = ()
    for found in _candidates(marks, mention, glossary):
        if len(found) == mention.count:
            return found
        if len(best) < len(found) < mention.count:
            best = found
    return best


def _candidates(
    marks: Markers, one: _Mention, glossary: Mapping[str, Note]
) -> Iterator[tuple[Span, ...]]:
    text = marks.text
    if not (one.slogan and one.count == 2):
        listed = before(text, one.start, one.count)
        yield listed if not one.slogan or _even(listed) else ()
    opened = _OPENS.match(text, one.end)
    if opened:
        yield enumerated(marks, one.end, len(text), one.count, _NEAR if one.led else _NEXT)
    yield after(text, one.end, one.count)
    note = _note(one, glossary)
    if note:
        yield enumerated(marks, note.start, note.end, one.count, note.end - note.start)
        yield after(text, note.start, one.count, opened=True)
    if not one.slogan and _ENDS.match(text, one.end):
        yield following(text, one.end, one.count)


def _even(items: Sequence[Span]) -> bool:
    """Whether items are of like length: a slogan often stands behind another list (工业“三废”)."""
    lengths = [end - start for start, end in items]
    return bool(lengths) and max(lengths) <= _UNEVEN * min(lengths)


def _note(one: _Mention, glossary: Mapping[str, Note]) -> Note | None:
    """The note that defines the set, under its name or with a word more (三大工程建设)."""
    if one.measured:
        return None
    longer = (note for note in glossary.values() if f"“{one.name}”" in note.term)
    return glossary.get(one.name) or next(longer, None)


def _shared(
    text: str, found: Sequence[tuple[_Mention, tuple[Span, ...]]]
) -> Iterator[Announcement]:
    """Each set with the items told at another place that names it likewise, if it has too few;
    what may be none is left out where it has."""
    told = {
        _likeness(text, one): items for one, items in reversed(found) if len(items) == one.count
    }
    for one, own in found:
        shared = len(own) < one.count and not one.measured
        items = told.get(_likeness(text, one), own) if shared else own
        complete = len(items) == one.count
        if complete or one.certain:
            yield Announcement(one.name, one.count, one.start, one.end, items, complete)


def _likeness(text: str, one: _Mention) -> tuple[str, str]:
    """What two mentions of one set have in common: the name, and of a name that many sets bear
    (三大工程) the words before it too."""
    if one.slogan or len(one.name) > _COMMON_NAME:
        return one.name, ""
    return one.name, text[max(0, one.start - 4) : one.start].replace("“", "")[-2:]
