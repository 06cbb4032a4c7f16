"""Negations and directions of a sentence against those of what it cites."""

import re
from collections.abc import Iterator, Sequence

from rag.guard import times
from rag.guard.alike import Match, likeness, nearest
from rag.guard.fault import Fault
from rag.guard.reading import Reading, Stretch
from rag.guard.source import Source
from rag.guard.spots import spots

_NOT = re.compile(
    r"不(?:够|太|甚)|没有|没(?!收|落)|[尚并从仍]?未(?!来|央|成年)|(?:决|绝|毫)?不(?!断|仅|但|少|同|久|动产|锈|一|低于|少于|超过|高于|到|足|得[超低高少]|能[超低]|平凡|止于|愧|竭|懈|息|忘初|等式|管|只|光|过)"
    r"|无(?!论|人机|人驾|人化|障碍|线|锡|缝|疑|偿|害|形|废|纸|为|忧|感|党派|锋|抵押)|非(?!常|遗|公有|公经|洲|法|税|农|化石|粮|物质|煤|金属|全日)"
    r"|禁止|严禁|停止|取消|暂停|拒绝|反对|否认|不再|避免|杜绝|未能|难以|无法"
)
_COMPARES = re.compile(
    r"高于|低于|快于|慢于|多于|少于|好于|优于|强于|超过|领先于?|落后于|大于|小于|先于|取代|支持|帮助|带动|对口"
)
_HEDGE = re.compile(
    r"基本(?=[建完形实消解满持达覆淘具稳])|初步|逐步|原则上|大体|部分(?=[一-鿿])|大多|多数|一般|总体(?!来|上看)|有望|探索|试行|谋划|研究(?=[制推开出建])"
)
_CAUSE = re.compile(r"由于|因为|所以|因此|从而|导致|使得|致使|得益于|归因于|原因是|缘于|为此|因而")
_UNSAID = re.compile(r"[^\w%‰.]")
_UP = r"增长|增加(?!值)|上升|上涨|提高|提升|扩大|攀升|回升|增至|升至|净增|加快|增强|扩张|增产|多了"
_DOWN = r"下降|减少|降低|回落|下跌|下滑|降至|减至|缩小|收窄|压减|削减|放慢|减弱|削弱|减慢|减产|少了"
_WAY = re.compile(rf"(?:{_UP}|{_DOWN})(?!极)")
_TURNED = 0.3
_ALIKE = 0.3


def negation_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """A thing denied that the source says, or said that the source denies."""
    told = _UNSAID.sub("", times.without("，".join(source.reading.text for source in cited)))
    mine = _UNSAID.sub("", times.without(said.text))
    denied = set(_denied(told))
    for what, shown in _denied_shown(mine):
        if not any(what[:2] == other[:2] for other in denied) and shown not in told:
            return Fault("negation", shown)
    for what in (*denied, *_denied(told, 5)):
        everywhere = len(what) > 1 and told.count(what) == _times_denied(what, told)
        if everywhere and mine.count(what) > _times_denied(what, mine):
            return Fault("negation", what)
    return None


def hedge_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """A thing told outright that the source only tells with a hedge (基本建成)."""
    told = _UNSAID.sub("", "".join(source.reading.text for source in cited))
    mine = _UNSAID.sub("", said.text)
    for found in _HEDGE.finditer(told):
        what = told[found.end() : found.end() + 4]
        hedged = sum(told.startswith(what, one.end()) for one in _HEDGE.finditer(told))
        kept = sum(mine.startswith(what, one.end()) for one in _HEDGE.finditer(mine))
        if hedged == told.count(what) and mine.count(what) > kept:
            return Fault("hedge", what)
    return None


def _denied(text: str, length: int = 3) -> Iterator[str]:
    """What follows each word of denial: its next three characters, or as many as are wanted."""
    for found in _NOT.finditer(text):
        yield text[found.end() : found.end() + length]


def _denied_shown(text: str) -> Iterator[tuple[str, str]]:
    for found in _NOT.finditer(text):
        yield text[found.end() : found.end() + 3], text[found.start() : found.end() + 3]


def _times_denied(what: str, text: str) -> int:
    return sum(text.startswith(what, found.end()) for found in _NOT.finditer(text))


def cause_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """Cause and effect made of what the source only tells side by side."""
    found = _CAUSE.search(said.text)
    if found is None or any(_CAUSE.search(source.reading.text) for source in cited):
        return None
    return Fault("cause", found.group())


def direction_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """Up where the source says down, or two sides of a comparison changed for each other."""
    for stretch in said.stretches:
        match = nearest(stretch.text, cited)
        if match is None or match.likeness < _ALIKE:
            continue
        if _ways(stretch.text) - _ways_told(said, stretch, match, cited):
            return Fault("direction", stretch.text)
        if _sides_changed(stretch.text, match.stretch.text):
            return Fault("order", stretch.text)
    return None


def _sides_changed(said: str, told: str) -> bool:
    """Whether what stands before and after a comparing word stands the other way round."""
    for found in _COMPARES.finditer(said):
        other = told.find(found.group())
        if other < 0:
            continue
        mine = said[: found.start()], said[found.end() :]
        theirs = told[:other], told[other + len(found.group()) :]
        straight = _same(mine[0], theirs[0]) + _same(mine[1], theirs[1])
        crossed = _same(mine[0], theirs[1]) + _same(mine[1], theirs[0])
        if crossed > straight + _TURNED:
            return True
    return False


def _ways_told(
    said: Reading, stretch: Stretch, match: Match, cited: Sequence[Source]
) -> frozenset[str]:
    """What the clause says that a clause is from, and those that state its figures."""
    values = {one.figure.low for one in said.stated if one.stretch.start == stretch.start}
    stating = (
        one.stretch.text
        for source in cited
        for one in source.reading.stated
        if one.figure.low in values
    )
    return _ways(match.stretch.text).union(*(_ways(text) for text in stating))


def _ways(text: str) -> frozenset[str]:
    """up, down, both or neither: what the verbs of a clause say."""
    found = _WAY.findall(text)
    return frozenset("up" if re.fullmatch(_UP, word) else "down" for word in found)


def _same(one: str, other: str) -> float:
    mine = {name for _, _, name in spots(one)}
    theirs = {name for _, _, name in spots(other)}
    if mine and theirs:
        return float(bool(mine & theirs))
    return likeness(one, other) if one and other else 0.0
