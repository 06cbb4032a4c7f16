"""The guard over the bundled documents: no alteration passes, hardly a faithful one is spoilt."""

from pathlib import Path

import pytest

from eval.alterations.kinds import FALSE_CITATION, KINDS, UNSEEN
from eval.alterations.material import identities, material
from eval.alterations.measure import Trial, tallies, trials
from eval.alterations.table import failures, table
from index.embedders import encoder
from index.search import Index, open_index
from rag.bundled import up_to_date

pytestmark = pytest.mark.slow  # indexes the bundled documents

EACH, SEED, DRAWN = 12, 5, 500
MOST_SPOILT = 0.02


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    home: Path = up_to_date(tmp_path_factory.mktemp("home"), encoder())
    return open_index(home, encoder())


@pytest.fixture(scope="module")
def done(index: Index) -> tuple[Trial, ...]:
    return trials(material(index, DRAWN, SEED), identities(index), EACH, SEED)


def test_no_alteration_that_a_rule_can_see_passes(done: tuple[Trial, ...]) -> None:
    passed = [t for t in done if t.altered and t.kind != UNSEEN and t.failed]
    assert failures(passed) == ""


def test_hardly_a_faithful_sentence_is_spoilt(done: tuple[Trial, ...]) -> None:
    faithful = [t for t in done if not t.altered]
    assert sum(t.failed for t in faithful) <= MOST_SPOILT * len(faithful)


def test_every_false_citation_is_put_right_or_not_shown(done: tuple[Trial, ...]) -> None:
    for trial in done:
        if trial.kind == FALSE_CITATION:
            assert trial.cited not in trial.held.text or trial.held.outcome == "replaced"


def test_the_table_has_every_kind(done: tuple[Trial, ...]) -> None:
    shown = table(done)
    made = {one.kind for one in tallies(done)}
    assert {*KINDS, FALSE_CITATION} - made <= {"程度"}
    assert all(f"| {kind} |" in shown for kind in made)


def test_the_same_seed_gives_the_same_trials(index: Index) -> None:
    first, second = (
        trials(material(index, 60, SEED), identities(index), 2, SEED) for _ in range(2)
    )
    assert first == second
