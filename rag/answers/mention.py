"""Who uses a phrase or a figure, when and for what: a row a document, with counts.

The first few are told in the text, up to forty stand in the table. Where provinces are asked about
it is said how many use it and which do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.gazetteer import known
from corpus.types import Identity
from index.search import Index
from rag.draft import Cells, Draft, Piece, Quote, without_stop
from rag.excerpt import excerpt
from rag.figure_use import figure_of, meant
from rag.mentions import Mention, Use, by_year, first_use, newest_first, oldest_first, uses
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found
from rag.sought import Sought

_FEW = 5
_MOST = 40
_YEARS_TOLD = 8
_ROOM, _ROOM_OF_CELL = 60, 100


@dataclass(frozen=True, slots=True)
class _Row:
    """A use as it is told: its name (浙江2026年) and words, and the same for a cell."""

    name: str
    said: str
    cell: Cells


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The coverage, the first uses with their words, and the table; None where nobody uses it."""
    sought = query.sought
    if sought is None:
        return None
    everywhere = meant(sought, uses(sought, index, query.scope), index)
    if not everywhere:
        return None
    used = [use for use in everywhere if _is_province(use.identity)]
    used = used if used and sought.asks == "places" else list(everywhere)
    used = oldest_first(used) if sought.asks == "first" else newest_first(used)
    rows = [row for use in used for row in _rows(sought, use, index)]
    pieces = [*_coverage(query, sought, used, index)]
    for row in rows[:_FEW]:
        pieces += [Piece("\n"), Piece(f"{row.name}：{row.said}。", row.cell.quotes)]
    if len(rows) > _FEW:
        pieces.append(Piece("\n其余见下表。"))
    last = ("内容",) if sought.figure else ("原句", "次数")
    return Draft(
        "mention",
        tuple(pieces),
        columns=("地区", "年份", *last),
        rows=tuple(row.cell for row in rows[:_MOST]),
        problems=_cut(len(rows)),
    )


def _is_province(identity: Identity) -> bool:
    return any(place.level == "province" for place in known().by_short(identity.place))


def _cut(rows: int) -> tuple[str, ...]:
    return (f"表中只列出前{_MOST}条，共有{rows}条。",) if rows > _MOST else ()


def _rows(sought: Sought, use: Use, index: Index) -> Iterator[_Row]:
    """One row for a phrase; for a figure one for each thing that it is a figure of."""
    if sought.figure is None:
        yield _phrase_row(sought, use, index)
        return
    told: set[str] = set()
    for mention in use.mentions:
        row = _figure_row(use, mention, index)
        if row.said not in told:
            told.add(row.said)
            yield row


def _phrase_row(sought: Sought, use: Use, index: Index) -> _Row:
    first = use.mentions[0]
    who = ""
    if sought.asks == "speakers":
        who = index.passage(index.row_at(first.source, first.start)).speaker
    cell = Cells(
        use.identity.place,
        use.identity.year,
        _words(first, _ROOM_OF_CELL, index),
        (_quote(first, index),),
        use.count,
    )
    name = f"{_name(use)}{who}（{use.count}次）"
    return _Row(name, f"“{_words(first, _ROOM, index)}”", cell)


def _figure_row(use: Use, mention: Mention, index: Index) -> _Row:
    """What a figure is a figure of, of which year, and whether it is a target."""
    told = figure_of(mention, index)
    identity = replace(use.identity, year=told.year or use.identity.year)
    target = "目标" if told.target else ""
    cell = Cells(
        identity.place,
        identity.year,
        f"{told.words}{target and f'（{target}）'}",
        (_quote(mention, index),),
    )
    return _Row(_name(replace(use, identity=identity)) + target, told.words, cell)


def _words(mention: Mention, room: int, index: Index) -> str:
    passage = index.passage(index.row_at(mention.source, mention.start))
    start, end = excerpt(passage, mention.start, mention.end, room)
    return without_stop(index.document(mention.source).text[start:end]).strip()


def _quote(mention: Mention, index: Index) -> Quote:
    return quote(index.document(mention.source), mention.start, mention.end)


def _name(use: Use) -> str:
    """The place and the year; the title, or else the source, where neither is known."""
    year = f"{use.identity.year}年" if use.identity.year else ""
    return f"{use.identity.place}{year}" or use.identity.title or use.source


def _coverage(query: Query, sought: Sought, used: Sequence[Use], index: Index) -> Iterator[Piece]:
    """How many documents or provinces use it, how often, since when."""
    total = sum(use.count for use in used)
    name = "这个数字" if sought.figure else f"“{sought.phrase}”"
    first = first_use(used)
    if sought.asks == "places":
        yield Piece(_of_provinces(query, name, used, total, index))
        return
    if sought.asks == "first" and first is not None:
        since = (_quote(first.mentions[0], index),)
        yield Piece(f"{name}最早见于{_name(first)}的文件", since)
        yield Piece(f"；{len(used)}份文件提到，共{total}次{_years(query, used, index)}。")
        return
    yield Piece(f"文库中{len(used)}份文件提到{name}，共{total}次{_years(query, used, index)}")
    if first is not None and len(used) > 1:
        yield Piece(f"，最早是{_name(first)}的文件", (_quote(first.mentions[0], index),))
    yield Piece("。")


def _of_provinces(query: Query, name: str, used: Sequence[Use], total: int, index: Index) -> str:
    """How many of the provinces that have documents use it, and which do not."""
    identities = [document.identity for document in index.within(query.scope)]
    held = list(dict.fromkeys(one.place for one in identities if _is_province(one)))
    using = {use.identity.place for use in used}
    silent = [place for place in held if place not in using]
    if len(silent) == len(held):
        return f"{len(held)}个省的文件都没有提到{name}；提到的是："
    told = f"{len(held)}个省中有{len(held) - len(silent)}个的文件提到{name}，共{total}次"
    return f"{told}{'；没有提到的：' if silent else ''}{'、'.join(silent)}。"


def _years(query: Query, used: Sequence[Use], index: Index) -> str:
    """The counts by year, the newest few where there are many."""
    counts = [one for one in by_year(used, index, query.scope) if one.mentions]
    if len(counts) < 2:
        return ""
    told = "、".join(f"{one.year}年{one.mentions}次" for one in counts[-_YEARS_TOLD:])
    return f"（{'其中' if len(counts) > _YEARS_TOLD else ''}{told}）"
