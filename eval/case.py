"""Questions with gold answers, one JSON object a line; and truth tables, a row of one a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from corpus.errors import UserError
from eval import fields
from eval.fields import Fields
from index.types import EVERYWHERE, Scope
from rag.types import Turn, Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote and the document it stands in (the file's name without its ending)."""

    doc: str
    quote: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table has to show for a place: one of the accepted spellings, or nothing where its
    document states nothing. ``year`` is the year that the value speaks of."""

    doc: str
    place: str
    year: int
    accepted: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what a right answer must hold.

    ``must`` lists key facts, each a list of accepted spellings; ``must_not`` what a right answer
    cannot say. ``verdict`` and ``error`` are those of a statement; ``cells`` those of a table.
    ``scope`` is one that was set by hand.
    """

    id: str
    type: str
    question: str
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    history: tuple[Turn, ...] = ()
    verdict: str = ""
    error: str = ""
    answer: str = ""
    cells: tuple[Cell, ...] = ()
    scope: Scope = EVERYWHERE

    @property
    def answerable(self) -> bool:
        """Whether the documents hold an answer, as far as the case says."""
        return self.type != "unanswerable"


def load(*paths: Path) -> tuple[Case, ...]:
    """The cases of some files. Raises ``UserError`` with the line and field of a malformed one.

    A file whose lines name an ``indicator`` is a truth table: a case a table. A line of feedback
    replaces an earlier one of the same id; any other id that comes twice is an error.
    """
    found: dict[str, Case] = {}
    for path in paths:
        given = list(fields.lines(path))
        tables = [line for line in given if "indicator" in line.values]
        if tables:
            found |= {case.id: case for case in _tables(tables)}
        for line in given:
            if "indicator" in line.values:
                continue
            case = _case(line)
            if case.id in found and "rating" not in line.values:
                raise UserError(f"{line.where} 的编号 {case.id} 前面已经有了。")
            found[case.id] = case
    return tuple(found.values())


def _case(line: Fields) -> Case:
    return Case(
        id=str(line.of("id", fields.anything)),
        type=line.of("type", fields.text),
        question=line.of("question", fields.text),
        must=line.of("must", fields.facts, []),
        must_not=line.of("must_not", fields.texts, []),
        evidence=line.of("evidence", _evidence, []),
        history=line.of("history", fields.turns, []),
        verdict=line.of("verdict", _verdict, ""),
        error=line.of("error", fields.text, ""),
        answer=line.of("answer", fields.text, ""),
        scope=line.of("scope", _scope, {}),
    )


def _verdict(value: object) -> str:
    if value not in ("", *get_args(Verdict)):
        raise ValueError
    return str(value)


def _scope(values: Mapping[str, Sequence[Any]]) -> Scope:
    if not all(isinstance(those, list) for those in values.values()):
        raise TypeError
    allowed: dict[str, Any] = {name: tuple(those) for name, those in values.items()}
    return Scope(**allowed)


def _evidence(values: Sequence[Mapping[str, object]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(fields.text(value["doc"]), fields.text(value["quote"])) for value in values
    )


INDICATORS: Mapping[str, tuple[str, int]] = {
    "gdp_target": ("各省{year}年GDP增长目标分别是多少", 0),
    "gdp_last_growth": ("各省{year}年GDP实际增长多少", -1),
    "gdp_last_total": ("各省{year}年GDP总量是多少", -1),
    "jobs_target": ("各省{year}年城镇新增就业目标", 0),
    "cpi_target": ("{year}年各省居民消费价格涨幅目标", 0),
    "unemployment_target": ("各省{year}年城镇调查失业率目标是多少", 0),
    "grain_target": ("各省{year}年粮食产量目标是多少", 0),
    "fiscal_target": ("{year}年各省一般公共预算收入增长目标", 0),
    "income_target": ("各省{year}年居民收入增长目标", 0),
    "energy_target": ("各省{year}年单位GDP能耗降低目标是多少", 0),
}
"""The question that a truth table is asked as, and how the year of its values lies to the
report's."""


def _tables(lines: Iterable[Fields]) -> list[Case]:
    """One case an indicator and year of the reports."""
    cells: dict[tuple[str, int], list[Cell]] = {}
    for line in lines:
        code, year = line.of("indicator", _indicator), line.of("year", fields.whole)
        cells.setdefault((code, year), []).append(_cell(line, year + INDICATORS[code][1]))
    return [_table(code, year, tuple(rows)) for (code, year), rows in sorted(cells.items())]


def _indicator(value: object) -> str:
    if value not in INDICATORS:
        raise ValueError
    return str(value)


def _cell(line: Fields, year: int) -> Cell:
    value = line.of("value", fields.text, "")
    spellings = (value, *line.of("alternates", fields.texts, [])) if value else ()
    return Cell(
        doc=line.of("doc", fields.text),
        place=line.of("region", fields.text),
        year=year,
        accepted=spellings,
        quote=line.of("quote", fields.text, ""),
    )


def _table(code: str, report: int, cells: tuple[Cell, ...]) -> Case:
    asked, shift = INDICATORS[code]
    question = asked.format(year=report + shift)
    return Case(f"{code}-{report}", "table", question, cells=cells)
