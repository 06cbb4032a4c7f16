"""Where the items of a list stand, around a word that says how many there are.

Nothing here reads further than it must: what a call costs does not grow with the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Span = tuple[int, int]

_STOPS = "，,。；;：:！？!?\n"
_CLAUSE = re.compile(rf"[{_STOPS}]")
_BRACKETS = "(?P<open>[“（(《])|(?P<close>[”）)》])"
_MARKS = re.compile(rf"{_BRACKETS}|、")
_COMMAS = re.compile(rf"{_BRACKETS}|[，,]")
_AND = re.compile(
    rf"{_BRACKETS}|以及|(?<![谐平美睦调温缓共饱总柔])和(?![谐平美睦解田服])|(?<![普涉惠波危])及(?![时其早格])|与(?!会)"
)
_SAYS = re.compile(
    r"”?(?:的?(?:工作|内容|任务|举措)|[一-鿿]{1,4}(?=：|:))?[，,]?(?:主要|具体|分别|也|则)*"
    r"(?:即是?|包括|涵盖|就是|是指|指的是|指|分别是|分别为|是(?=[^，。]{0,400}、)|：|:|——)+(?:指|：|:)?"
)
_LEADING = re.compile(
    r".*(?:实施|推进|推动|打造|围绕|聚焦|抓好|做强|做大|做优|培育|坚持|构建|建设|形成|发展|深化|壮大|强化|统筹|开展"
    r"|落实|完善|突出|加快|启动|进行|包括|通过|按照|涵盖|完成|实现|提升|覆盖|布局|支持|瞄准|新增|做好|搞好|加强"
    r"|指|做好|办好|扭住|抓住|打好|提供|采取|做到|紧扣|坚守|从|在|对|以|将|把|由|为|用|等|是|了|向|于)(?=[^，]{2})"
)
_VERB = re.compile(
    r"(?:要|大力|深入|加快|全面|扎实|统筹|重点|着力|积极|继续|持续|坚持|切实|努力|进一步|认真|全力|纵深)*"
    r"(?:推行|健全|实施|推进|推动|打造|聚焦|抓好|培育|构建|建设|发展|深化|壮大|强化|开展|落实|完善|加强|建立|实行"
    r"|执行|围绕|启动|组织)"
)
_TAIL = re.compile(
    r"(?:等|实现|形成|达到|组成|这|共|的|各|全部|构成的|在内的|为主的|为重点的|共同构成|国家|全省|全市|全区)+$"
)
_AGAIN = re.compile(r"(?<=[：:，,；;。])一(?:是|个是|方面是)")
_FORMS = (
    r"(?:(?<=[：:，,；;。！\n、“ ])|^)(?:{han})是(?!否)",
    r"(?:(?<=[：:，,；;。！\n ])|^)第(?:{han})(?:[，,、是]|个方面)",
    r"(?:(?<=[：:；;。！\n ])|^)(?:{han})要(?![素点求闻])",
    r"(?:(?<=[：:；;。！\n ])|^)[（(](?:{han})[）)]",
    r"(?:(?<=[：:；;。！\n ])|^)(?:{han})、",
    r"(?:(?<=[：:；;。！\n ])|^)[（(](?:{arabic})[）)]",
    r"(?:(?<=[：:；;。！\n ])|^)(?:{arabic})[.．、](?!\d)",
    r"(?:{circled})",
)


def _numerals() -> Iterator[tuple[str, int]]:
    """The numbers from 1 to 20 as they are written before items."""
    for number in range(1, 21):
        tens = ("", "十", "二十")[number // 10]
        yield tens + ("", *"一二三四五六七八九")[number % 10], number
        yield str(number), number
        yield chr(ord("①") + number - 1), number


def _marker(form: str) -> re.Pattern[str]:
    """A form with whatever number; longer numerals go first."""
    for kind, written in (
        ("han", "[一二三四五六七八九十]"),
        ("arabic", r"\d"),
        ("circled", "[①-⑳]"),
    ):
        names = [name for name in _NUMBERS if re.match(written, name, re.ASCII)]
        either = "|".join(sorted(names, key=lambda name: -len(name)))
        form = form.replace(f"(?:{{{kind}}})", f"(?P<n>{either})")
    return re.compile(form, re.MULTILINE)


_NUMBERS = dict(_numerals())
_MARKERS = {form: _marker(form) for form in _FORMS}
_FAR = 20_000
_REACH = 400
_WINDOW = 1000
_LONGEST_ITEM = 60
_LONGEST_PIECE = 40


def before(text: str, at: int, count: int) -> tuple[Span, ...]:
    """The list that ends at ``at`` (A、B和C三大创建): ``count`` items, fewer if it ends with 等."""
    at -= text[at - 1 : at] in ("“", "‘")
    if text[at - 1 : at] in ("、", "和", "与", "及"):
        return ()
    reach = max(0, at - _REACH)
    start = max((found.end() for found in _CLAUSE.finditer(text, reach, at)), default=reach)
    tail = _TAIL.search(text[start:at])
    end = start + tail.start() if tail else at
    open_end = bool(tail and "等" in tail.group())
    pieces = _pieces(text, start, end, count)
    if len(pieces) < 2 or (len(pieces) != count and not open_end):
        return ()
    return tuple(_without_lead(text, tuple(_without_verb(text, pieces))))


def after(text: str, at: int, count: int, opened: bool = False) -> tuple[Span, ...]:
    """The list that ``at`` leads in to (即A、B、C), up to its stop; or clauses, if ``count``."""
    says = _SAYS.match(text, at)
    if not (says or opened):
        return ()
    start = says.end() if says else at
    if _AGAIN.match(text, start):
        return ()
    end = min(start + _WINDOW, len(text))
    stop = re.compile(r"[。；;\n]").search(text, start, end)
    end = stop.start() if stop else end
    clause = _CLAUSE.search(text, start, end)
    listed = _pieces(text, start, clause.start() if clause else end, count)
    clauses = tuple(_split(text, start, end, _COMMAS))
    for pieces in (listed, clauses, tuple(_split(text, start, end, _MARKS))):
        if len(pieces) == count and all(stop - begin <= _LONGEST_PIECE for begin, stop in pieces):
            return tuple(_without_verb(text, _closed(text, pieces)))
    open_end = clause and re.search(r"等[^、]{0,8}$", text[start : clause.start()])
    return listed if open_end and 1 < len(listed) < count else ()


class Markers:
    """Where 一是, 第二, （三） and 4. stand in a text; each form is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, dict[int, list[Span]]] = {}

    def first(self, form: str, number: int, start: int, end: int) -> Span | None:
        """The first marker of a form with this number between two offsets."""
        spans = self._of(form).get(number, [])
        at = bisect_left(spans, (start, 0))
        return spans[at] if at < len(spans) and spans[at][1] <= end else None

    def _of(self, form: str) -> dict[int, list[Span]]:
        if form not in self._found:
            spans = self._found.setdefault(form, {})
            for mark in _MARKERS[form].finditer(self.text):
                spans.setdefault(_NUMBERS[mark["n"]], []).append(mark.span())
        return self._found[form]


def enumerated(marks: Markers, at: int, end: int, count: int, near: int) -> tuple[Span, ...]:
    """Items behind 一是 二是, 第一 第二, （一） 1., the first of which stands ``near`` to ``at``.

    They must go up to ``count`` and no further; an enumeration that breaks off gives what it has.
    """
    text, near = marks.text, min(at + min(near, _WINDOW), end)
    for form in _FORMS:
        first = marks.first(form, 1, at, near)
        if not first or len(re.findall("[。！？]", text[at : first[0]])) > 1:
            continue
        found = [first]
        while len(found) <= count and (mark := _next(marks, form, len(found), found[-1][1], end)):
            found.append(mark)
        if 1 < len(found) <= count:
            return _titles(text, found, end)
    return _repeated(text, at, near, count)


def _repeated(text: str, at: int, near: int, count: int) -> tuple[Span, ...]:
    """Items that all stand behind 一是 in one paragraph."""
    first = _AGAIN.search(text, at, near)
    if not first:
        return ()
    line_end = text.find("\n", first.end())
    stop = len(text) if line_end < 0 else line_end
    marks = [first, *islice(_AGAIN.finditer(text, first.end(), stop), count)]
    return _titles(text, [mark.span() for mark in marks], stop) if len(marks) == count else ()


def following(text: str, at: int, count: int) -> tuple[Span, ...]:
    """``count`` lines that open with ——, or sentences of the paragraph that open alike."""
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    lines = list(islice(_dashed(text, line_end, at + _FAR), count + 1))
    if len(lines) == count:
        return tuple(_title(text, *line) for line in lines)
    stop = re.compile("[。；：:]").search(text, at, line_end)
    if not stop:
        return ()
    found = re.compile(r"[^。；]+[。；]?").finditer(text, stop.end(), line_end)
    sentences = list(islice(found, count + 2))
    opening = sentences[0].group()[:2] if sentences else ""
    alike = [one for one in sentences if opening and one.group().startswith(opening)]
    if len(alike) != count or len(sentences) > count + 1:
        return ()
    return tuple(_title(text, one.start(), one.end()) for one in alike)


def _dashed(text: str, at: int, end: int) -> Iterator[Span]:
    """The lines from ``at`` on that open with ——, as long as they follow one another."""
    while found := re.compile(r"\n——([^\n]+)").match(text, at, end):
        yield found.span(1)
        at = found.end()


def _next(marks: Markers, form: str, last: int, at: int, end: int) -> Span | None:
    """The next marker of a form, unless the enumeration starts anew before it."""
    reach = min(end, at + _FAR)
    found = marks.first(form, last + 1, at, reach)
    again = marks.first(form, 1, at, found[0] if found else reach)
    return found if found and not again else None


def _titles(text: str, marks: Sequence[Span], end: int) -> tuple[Span, ...]:
    """The items behind some markers, the last of which ends before ``end``."""
    stops = [*(start for start, _ in marks[1:]), end]
    return tuple(_title(text, at, stop) for (_, at), stop in zip(marks, stops, strict=True))


def _title(text: str, start: int, end: int) -> Span:
    """The first clause of an item: up to its stop, and not too long."""
    end = min(end, start + _WINDOW)
    start += len(text[start:end]) - len(text[start:end].lstrip(" ，,、\u3000"))
    stop = re.compile(r"[。；;\n！？]").search(text, start, end)
    end = stop.start() if stop else end
    end = start + len(text[start:end].rstrip(" ，,、"))
    if end - start > _LONGEST_ITEM:
        comma = re.compile(r"[，,：:]").search(text, start + 4, end)
        end = comma.start() if comma else end
    return start, end


def _pieces(text: str, start: int, end: int, count: int) -> tuple[Span, ...]:
    """What stands between 、, the last piece cut at 和 where that makes ``count``."""
    pieces = tuple(_split(text, start, end, _MARKS))
    if len(pieces) < count and pieces:
        last = tuple(_split(text, *pieces[-1], _AND))
        if len(last) == 2 and len(pieces) + 1 == count:
            return *pieces[:-1], *last
    return pieces


def _split(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[Span]:
    depth = 0
    begin = start
    for found in marks.finditer(text, start, end):
        depth += bool(found["open"]) - bool(found["close"])
        if depth <= 0 and not (found["open"] or found["close"]):
            yield begin, found.start()
            begin = found.end()
    if begin < end:
        yield begin, end


def _closed(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """The items without what closes the list in the last (等六大工程)."""
    yield from pieces[:-1]
    start, end = pieces[-1]
    close = re.search(r"(?<=.{2})等[^、]{0,10}$", text[start:end])
    yield start, start + close.start() if close else end


def _without_verb(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """The items without a verb that governs all of them (实施自主创新 beside 科技富民)."""
    (start, end), *others = found
    verb = _VERB.match(text, start, end - 1)
    alone = verb and not any(_VERB.match(text, *other) for other in others)
    yield verb.end() if verb and alone else start, end
    yield from others


def _without_lead(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """The items without what leads in to a first that is longer than all others."""
    (start, end), *others = pieces
    longer = end - start > max(stop - begin for begin, stop in others)
    lead = _LEADING.match(text[start:end]) if longer else None
    yield start + lead.end() if lead else start, end
    yield from others
