"""The tables of the ledger held to truth tables: what reports state, and where they are silent."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from eval.case import Case, Cell, load
from eval.matching import stands
from eval.metrics.cells import shown
from index.build import build
from index.embedders import encoder
from rag.engine import Engine, open_engine
from rag.types import Answer, Question

pytestmark = pytest.mark.slow  # indexes the documents of the tables

TODAY = date(2026, 4, 1)
RIGHT, INVENTED = 0.97, 0.01


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of a truth table and what the answer's table shows for it."""

    table: str
    cell: Cell
    value: str

    @property
    def right(self) -> bool:
        accepted = self.cell.accepted
        return any(stands(one, self.value) for one in accepted) if accepted else not self.value

    @property
    def invented(self) -> bool:
        return bool(self.value) and not self.cell.accepted


def tables(cases: Path, documents: Path, home: Path) -> list[Shown]:
    """Every cell of the truth tables as an engine over their documents shows it."""
    given = load(cases)
    named = {cell.doc for case in given for cell in case.cells}
    files = [path for path in sorted(documents.rglob("*.*")) if path.stem in named]
    assert {path.stem for path in files} == named
    build(files, home, encoder())
    engine = open_engine(home, TODAY)
    return [found for case in given for found in _cells(case, _asked(case, engine))]


def _asked(case: Case, engine: Engine) -> Answer:
    return engine.ask(Question(case.question))


def _cells(case: Case, answer: Answer) -> list[Shown]:
    return [Shown(case.id, cell, shown(cell, answer)) for cell in case.cells]


def hold(found: list[Shown]) -> None:
    """Enough cells are right and hardly any invented; else those that are not are told."""
    wrong = [cell for cell in found if not cell.right]
    invented = [cell for cell in found if cell.invented]
    assert len(wrong) <= (1 - RIGHT) * len(found), wrong
    assert len(invented) <= INVENTED * len(found), invented


def test_the_bundled_truth_tables_are_reached(root: Path, tmp_path: Path) -> None:
    found = tables(
        root / "eval" / "cases" / "indicators.jsonl", root / "corpus" / "samples", tmp_path
    )
    assert len(found) == 88
    hold(found)


def test_the_truth_tables_of_the_development_reports_are_reached(
    shared: Path, tmp_path: Path
) -> None:
    found = tables(shared / "eval" / "indicators.jsonl", shared / "reports", tmp_path)
    assert len(found) == 297
    hold(found)
