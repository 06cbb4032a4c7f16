"""A table of what the ledger does not keep: a row a place, its figure found by search."""

import re
from collections.abc import Sequence

from corpus.clauses import Clause, clauses
from corpus.figures import Figure, figures
from corpus.indicators import asked_indicator, states
from index.search import Index
from index.types import Hit
from rag.clauses import fits
from rag.draft import Cells, Draft, Piece, Quote
from rag.query import Query
from rag.retrieve import Found, Group
from rag.times import leaning
from rag.wanted import asked_units

_ENOUGH = 0.62
_DEEP = 6
_SAYS_UNIT = re.compile(r"[增涨速占比率幅]|总[量额]|[亿元]|多少人")


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The table, and a sentence that says how many places give a figure and which do not."""
    rows = tuple(_row(query, group, index) for group in found.groups if group.place)
    if not rows:
        return None
    if not any(row.value for row in rows):
        return None
    silent = [row.place for row in rows if not row.value]
    told = f"{len(rows) - len(silent)}/{len(rows)}个地方的文件给出了数字"
    tail = f"；未提及：{'、'.join(silent)}。" if silent else "。"
    return Draft("table", (Piece(told + tail),), columns=("地区", "年份", "内容"), rows=rows)


def _row(query: Query, group: Group, index: Index) -> Cells:
    year = group.year or (query.years[-1] if query.years else None)
    best = _best(query, group.hits[:_DEEP], index)
    if best is None:
        return Cells(group.place, year, "", ())
    hit, clause = best
    figure = _figure(query, clause)
    value = figure.text if figure else ""
    start = hit.passage.start + clause.start
    quote = Quote(hit.passage.source, start, hit.passage.start + clause.end)
    return Cells(group.place, year, value, (quote,))


def _tells(query: Query, hit: Hit, index: Index) -> bool:
    """Whether a hit speaks of the year and the role asked for, or does not say."""
    period, lean = index.period(hit.row), leaning(query.resolved)
    right_year = period.last is None or not query.years or period.last in query.years
    ahead = period.role in ("target", "plan")
    against = (lean > 0 and period.role == "result") or (lean < 0 and ahead)
    return right_year and not against


def _figure(query: Query, clause: Clause) -> Figure | None:
    """The first figure of a clause in a unit that the question asks for, if it says which."""
    units = asked_units(query.wording)
    stated = figures(clause.text)
    if not units or not _SAYS_UNIT.search(query.wording):
        return next(iter(stated), None)
    return next((figure for figure in stated if figure.unit in units), None)


def _best(query: Query, hits: Sequence[Hit], index: Index) -> tuple[Hit, Clause] | None:
    """The clause with a figure that fits the question best, if it fits well enough.

    A result never stands for a target, nor the figure of one year for that of another.
    """
    told = [hit for hit in hits if _tells(query, hit, index)]
    found = [(hit, c) for hit in told for c in clauses(hit.passage.text) if _figure(query, c)]
    indicator = asked_indicator(query.wording)
    if indicator:
        found = [(hit, clause) for hit, clause in found if states(indicator, clause.text)]
    if not found:
        return None
    scores = fits([clause.text for _, clause in found], query.core, index)
    top = max(range(len(found)), key=lambda at: (scores[at], -at))
    return found[top] if indicator or scores[top] >= _ENOUGH else None
