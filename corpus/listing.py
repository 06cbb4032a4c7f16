"""Where the items of a list stand, around a word that says how many there are."""

import re
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]

_STOPS = "，,。；;：:！？!?\n"
_CLAUSE = re.compile(rf"[{_STOPS}]")
_MARKS = re.compile(r"、")
_AND = re.compile(
    r"以及|(?<![谐平美睦调温缓共饱总柔])和(?![谐平美睦解田服])|(?<![普涉惠波危])及(?![时其早格])|与(?!会)"
)
_SAYS = re.compile(
    r"”?(?:的?(?:工作|内容|任务|举措)|[一-鿿]{1,4}(?=：|:))?[，,]?(?:主要|具体|分别|也|则)*"
    r"(?:即是?|包括|涵盖|就是|是指|指的是|指|分别是|分别为|是(?=[^，。]*、)|：|:|——)+(?:指|：|:)?"
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
    r"(?:等|实现|形成|达到|组成|这|共|的|各|全部|组成的|构成的|在内的|为主的|为重点的|共同构成|国家|全省|全市|全区)+$"
)
_NUMERAL = "一二三四五六七八九十"
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
_FAR = 20_000
_REACH = 400
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
    stop = re.compile(r"[。；;\n]").search(text, start)
    end = stop.start() if stop else len(text)
    clause = _CLAUSE.search(text, start, end)
    listed = _pieces(text, start, clause.start() if clause else end, count)
    clauses = tuple(_split(text, start, end, re.compile(r"[，,]")))
    for pieces in (listed, clauses, tuple(_split(text, start, end, _MARKS))):
        if len(pieces) == count and all(stop - begin <= _LONGEST_PIECE for begin, stop in pieces):
            return tuple(_without_verb(text, _closed(text, pieces)))
    open_end = clause and re.search(r"等[^、]{0,8}$", text[start : clause.start()])
    return listed if open_end and 1 < len(listed) < count else ()


def enumerated(text: str, at: int, end: int, count: int, near: int) -> tuple[Span, ...]:
    """Items behind 一是 二是, 第一 第二, （一） 1., the first of which stands ``near`` to ``at``.

    They must go up to ``count`` and no further; an enumeration that breaks off gives what it has.
    """
    near = min(at + near, end)
    for form in _FORMS:
        first = _marker(form, 1).search(text, at, near)
        if not first or re.search(r"[。！？].*[。！？]", text[at : first.start()], re.DOTALL):
            continue
        marks = [first]
        while found := _next(text, form, marks, end):
            marks.append(found)
        if 1 < len(marks) <= count:
            stops = [*(mark.start() for mark in marks[1:]), end]
            return tuple(
                _title(text, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)
            )
    return _repeated(text, at, near, count)


def _repeated(text: str, at: int, near: int, count: int) -> tuple[Span, ...]:
    """Items that all stand behind 一是 in one paragraph."""
    first = _AGAIN.search(text, at, near)
    if not first:
        return ()
    line_end = text.find("\n", first.end())
    stop = len(text) if line_end < 0 else line_end
    marks = [first, *_AGAIN.finditer(text, first.end(), stop)]
    stops = [*(mark.start() for mark in marks[1:]), stop]
    items = tuple(_title(text, mark.end(), end) for mark, end in zip(marks, stops, strict=True))
    return items if len(items) == count else ()


def following(text: str, at: int, count: int) -> tuple[Span, ...]:
    """``count`` lines that open with ——, or sentences of the paragraph that open alike."""
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    lines = list(re.compile(r"\n——([^\n]+)").finditer(text, line_end, min(len(text), at + _FAR)))
    run = [line for n, line in enumerate(lines) if not n or line.start() == lines[n - 1].end()]
    if run and run[0].start() == line_end and len(run) == count:
        return tuple(_title(text, line.start(1), line.end(1)) for line in run)
    stop = re.compile("[。；：:]").search(text, at, line_end)
    if not stop:
        return ()
    sentences = list(re.compile(r"[^。；]+[。；]?").finditer(text, stop.end(), line_end))
    opening = sentences[0].group()[:2] if sentences else ""
    alike = [one for one in sentences if opening and one.group().startswith(opening)]
    if len(alike) != count or len(sentences) > count + 1:
        return ()
    return tuple(_title(text, one.start(), one.end()) for one in alike)


def _next(text: str, form: str, marks: Sequence[re.Match[str]], end: int) -> re.Match[str] | None:
    """The next marker of a form, unless the enumeration starts anew before it."""
    last = marks[-1]
    reach = min(end, last.end() + _FAR)
    found = _marker(form, len(marks) + 1).search(text, last.end(), reach)
    again = _marker(form, 1).search(text, last.end(), found.start() if found else reach)
    return found if found and not again else None


_MARKERS: dict[tuple[str, int], re.Pattern[str]] = {}


def _marker(form: str, number: int) -> re.Pattern[str]:
    key = form, number
    if key not in _MARKERS:
        tens = "" if number < 10 else "十" if number < 20 else "二十"
        han = tens + (_NUMERAL[number % 10 - 1] if number % 10 else "")
        circled = chr(ord("①") + number - 1)
        written = form.replace("{han}", han).replace("{arabic}", str(number))
        _MARKERS[key] = re.compile(written.replace("{circled}", circled), re.MULTILINE)
    return _MARKERS[key]


def _title(text: str, start: int, end: int) -> Span:
    """The first clause of an item: up to its stop, and not too long."""
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
    for at in range(start, end):
        depth += (text[at] in "“（(《") - (text[at] in "”）)》")
        found = marks.match(text, at, end) if depth <= 0 and at >= begin else None
        if found:
            yield begin, at
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
