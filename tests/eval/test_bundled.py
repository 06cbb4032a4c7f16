"""The bundled cases over the bundled documents, held to their gates."""

from datetime import date
from pathlib import Path

import pytest

from eval.command import BUNDLED, GATES, Outcome, Wanted, evaluate, over_library
from eval.gates import MARGIN, read
from eval.report.text import missed
from eval.summary import ALL
from index.embedders import encoder
from rag.bundled import up_to_date
from rag.chain import open_chain

pytestmark = pytest.mark.slow  # indexes the bundled documents and asks all bundled cases

TODAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    home: Path = up_to_date(tmp_path_factory.mktemp("home"), encoder())
    chain = open_chain(home, TODAY)
    asked = over_library(chain.invoke, chain.index.documents, BUNDLED)
    return evaluate(asked, Wanted(gates=GATES), lambda done, total, name: None)


def test_the_gates_are_reached(outcome: Outcome) -> None:
    assert [missed(miss) for miss in outcome.misses] == []


def test_every_case_is_answered_and_can_be_scored(outcome: Outcome) -> None:
    assert outcome.record.unscored == ()
    assert [r.case.id for r in outcome.record.results if r.answer is None] == []


def test_every_type_has_a_gate(outcome: Outcome) -> None:
    assert set(read(GATES)["correct"]) == set(outcome.record.types) - {ALL}


def test_no_gate_stands_far_under_what_was_measured(outcome: Outcome) -> None:
    measured = {name: row["correct"].value for name, row in outcome.record.types.items()}
    gaps = {name: measured[name] - gate for name, gate in read(GATES)["correct"].items()}
    assert {name: gap for name, gap in gaps.items() if gap > MARGIN + 1e-9} == {}
