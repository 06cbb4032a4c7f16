"""Where the gold document stands, for sets whose documents are paragraphs."""

import pytest

from eval.case import Evidence
from eval.metrics import METRIC_OF
from eval.metrics.documents import READING, rank
from tests.eval.answers import QUOTE, answer, case, retrieved

ASKED = case(READING, evidence=(Evidence("p2", QUOTE),))
SECOND = answer(
    passages=(retrieved("甲", "p1"), retrieved("乙", "p1"), retrieved("丙", "p2")),
)


def test_a_document_ranks_where_its_first_passage_does() -> None:
    assert rank(ASKED, SECOND) == 2
    assert rank(ASKED, answer(passages=SECOND.passages[2:])) == 1
    assert rank(ASKED, answer(passages=SECOND.passages[:2])) == 0


@pytest.mark.parametrize(
    ("name", "score"),
    [("document@1", 0.0), ("document@5", 1.0), ("document_mrr", 0.5)],
    ids=["1", "5", "mrr"],
)
def test_documents_are_scored_by_their_rank(name: str, score: float) -> None:
    assert METRIC_OF[name].score(ASKED, SECOND) == pytest.approx(score)
    assert METRIC_OF[name].score(ASKED, answer()) == 0.0
    assert METRIC_OF[name].score(case("number", evidence=ASKED.evidence), SECOND) is None
