"""Lists of a sentence against those of what it cites: all items, in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.clauses import clauses
from corpus.figures import figures
from rag.guard.alike import likeness
from rag.guard.fault import Fault
from rag.guard.reading import Reading
from rag.guard.source import Source

_BETWEEN = re.compile(
    r"、|以及|(?<![谐平美睦调温缓共饱总柔])和(?![谐平美睦解田服])|(?<![普涉惠波危以])及(?!时|其(?!他|它)|早|格)|(?<!参)与(?!会)"
)
_OPEN = re.compile(
    r"(?<![均平高中同优对上下初])等(?!待|级|于|化|额|值)|(?<=.)其中|例如|比如|譬如|之一|部分|诸如|主要有|主要包括|(?<=[，：])如(?!期|何|果)"
)
_MARK = re.compile(
    r"(?:^|(?<=[：；。，！？]))(?P<n>[一二三四五六七八九十]{1,2})(?:是(?!否)|要(?![素求点]))"
)
_ALIKE = 0.6
_TRIM = "“”‘’《》（）。；，："


@dataclass(frozen=True, slots=True)
class Run:
    """A list: its items, and the clause that holds it with the clause before."""

    items: tuple[str, ...]
    around: str


@lru_cache(maxsize=1 << 13)
def runs(text: str) -> tuple[Run, ...]:
    """The lists of a folded text; the first and last item may have more about them.

    >>> [run.items for run in runs("重点发展茶叶、竹笋和药材，增加收入。")]
    [('重点发展茶叶', '竹笋', '药材')]
    """
    found, before = [], ""
    for clause in clauses(text):
        items = tuple(_items(clause.text))
        if len(items) > 1:
            found.append(Run(items, f"{before}：{clause.text}"))
        before = clause.text if text[clause.end : clause.end + 1] == "：" else ""
    return tuple(found)


def _items(clause: str) -> Iterator[str]:
    for item in _BETWEEN.split(clause):
        if item.strip(_TRIM):
            yield item.strip(_TRIM)


def list_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """An item left out of a list, or items in another order than the source has them."""
    told = [run.items for source in cited for run in runs(source.reading.text)]
    text = "".join(source.reading.text for source in cited)
    plain = _plain(said.text)
    for run in runs(said.text):
        open_end = any(word not in text for word in _OPEN.findall(run.around))
        fault = _against(run.items, told, open_end, plain, text)
        if fault:
            return fault
    return _single(said, told, text) or _numbered(said, cited)


def _against(
    run: Sequence[str], told: Sequence[Sequence[str]], open_end: bool, plain: str, text: str
) -> Fault | None:
    """A list against the list of the source that shares most of its items.

    ``open_end``: the sentence says that it lists only some, which the source does not say.
    """
    best: list[int | None] = []
    of: Sequence[str] = ()
    for other in told:
        at = [_find(item, other, where, len(run)) for where, item in enumerate(run)]
        if (_hits(at), -len(other)) > (_hits(best), -len(of)) or other == run:
            best, of = at, other
        if other == run:
            break
    matched = [at for at in best if at is not None]
    if len(matched) < 2:
        return None
    if matched != sorted(matched):
        return Fault("order", "、".join(run))
    absent = [
        item for at, item in enumerate(of) if at not in matched and not _there(item, plain, text)
    ]
    if absent and not open_end:
        return Fault("item", absent[0])
    return None


def _hits(at: Sequence[int | None]) -> int:
    return sum(one is not None for one in at)


def _find(item: str, other: Sequence[str], where: int, count: int) -> int | None:
    """Which item of another list this one is; only the ends may have more about them."""
    if item in other:
        return other.index(item)
    for at, one in enumerate(other):
        ends = where in (0, count - 1) or at in (0, len(other) - 1)
        inside = min(len(item), len(one)) > 1 and (item in one or one in item)
        if (inside and ends) or likeness(item, one) >= _ALIKE or (ends and _meet(item, one)):
            return at
    return None


def _meet(item: str, other: str) -> bool:
    """Whether two items end or begin alike: 实施强链补链 and 包括强链补链."""
    most = min(len(item), len(other))
    return max(_shared(item, other), _shared(item[::-1], other[::-1])) >= max(2, most / 2)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _there(item: str, plain: str, text: str) -> bool:
    """Whether an item stands in the sentence as often as in what it cites, or has a figure."""
    bare = _plain(item)
    return bool(figures(item)) or plain.count(bare) >= max(1, _plain(text).count(bare))


def _plain(text: str) -> str:
    return "".join(c for c in text if c not in _TRIM)


def _single(said: Reading, told: Sequence[Sequence[str]], text: str) -> Fault | None:
    """A pair or a list of which a clause keeps but one item."""
    for stretch in said.stretches:
        if (
            len(tuple(_items(stretch.text))) != 1
            or stretch.text in text
            or _OPEN.search(stretch.text)
        ):
            continue
        for run in told:
            if any(figures(item) for item in run):
                continue
            lead, tail = _common(run, stretch.text)
            if lead and tail:
                return Fault("item", next(item for item in run if item not in stretch.text))
    return None


def _common(run: Sequence[str], text: str) -> tuple[bool, bool]:
    """Whether a clause has the words before a list and those after it, but not its items."""
    first, last = run[0], run[-1]
    shared = [item for item in run if item in text or text in item]
    if len(shared) == len(run):
        return False, False
    lead = next((first[:at] for at in range(len(first) - 1, 3, -1) if first[:at] in text), "")
    tail = next((last[at:] for at in range(1, len(last) - 3) if last[at:] in text), "")
    kept_first, kept_last = first in text, last in text
    return (
        (kept_first or len(lead) > 3) and (kept_first != kept_last or (bool(lead) and bool(tail))),
        kept_last or len(tail) > 3,
    )


def _numbered(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """一是 二是 三是 with a number left out, or fewer than the source has."""
    mine = [found["n"] for found in _MARK.finditer(said.text)]
    if len(mine) < 2:
        return None
    for source in cited:
        theirs = [found["n"] for found in _MARK.finditer(source.reading.text)]
        if len(theirs) > len(mine) and set(mine) <= set(theirs):
            return Fault("item", next(n for n in theirs if n not in mine) + "是")
    return None
