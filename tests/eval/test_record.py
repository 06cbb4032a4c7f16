"""A finished run and its JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from eval.change import Change
from eval.gold import Unscored
from eval.record import Record, record, to_dict
from index.types import Scope
from tests.eval.answers import GOLD, QUOTE, REFUSAL, answer, result, retrieved


@pytest.fixture
def done() -> Record:
    gold, told = GOLD["claim"]
    results = [
        result(
            "a", answer(passages=(retrieved(QUOTE),), certainty=0.4), scope=Scope(years=(2026,))
        ),
        result("b", None, "问题太长。"),
        result("c", told, type="claim", verdict=gold.verdict, error=gold.error, must=()),
        result("d", answer(certainty=0.9), type="unanswerable"),
    ]
    return record("zhengwen", ["questions.jsonl"], 15, results, [Unscored("x", "文库里没有 甲")])


def test_a_record_holds_the_summaries_of_its_results(done: Record) -> None:
    assert (done.engine, done.cases, done.documents) == ("zhengwen", ("questions.jsonl",), 15)
    assert list(done.types) == ["claim", "number", "unanswerable", "all"]
    assert list(done.by_document) == ["2026"]
    assert [point.threshold for point in done.curve] == [0.4, 0.9]
    assert done.confusion is not None
    assert done.confusion.refuted_f1 == 1.0


def test_a_record_tells_when_and_with_which_version(done: Record) -> None:
    when = datetime.fromisoformat(done.when)
    assert abs((datetime.now(UTC) - when).total_seconds()) < 60
    assert done.version.count(".") == 2


def test_the_json_holds_everything_in_plain_types(done: Record) -> None:
    fields = json.loads(json.dumps(to_dict(done), allow_nan=False))
    assert set(fields) == {
        *("engine", "cases", "documents", "when", "version", "types", "by_document"),
        *("metrics", "change", "refusal_curve", "confusion", "unscored", "results"),
    }
    assert fields["unscored"] == [{"id": "x", "why": "文库里没有 甲"}]
    assert fields["types"]["all"]["correct"]["n"] == 4
    assert fields["metrics"][0]["name"] == "correct"
    assert {metric["name"] for metric in fields["metrics"]} == set(fields["types"]["all"])
    assert fields["change"] is None


def test_the_json_holds_what_changed(done: Record) -> None:
    since = Change(2, {"correct": (0.5, 1.0)}, ("a",), ())
    assert to_dict(done, since)["change"]["gained"] == ("a",)


def test_a_result_in_the_json_tells_case_answer_and_scores(done: Record) -> None:
    first, second, *_ = to_dict(done)["results"]
    assert set(first) == {"case", "answer", "failure", "scores"}
    assert first["case"]["evidence"] == ({"doc": "2026", "quote": QUOTE},)
    assert "scope" not in first["case"]
    assert first["scores"]["correct"] == 1.0
    assert first["answer"]["citations"][0]["text"] == QUOTE
    assert first["answer"]["passages"] == [
        {"source": "2026", "start": 0, "end": len(QUOTE), "score": 1.0}
    ]
    assert (second["answer"], second["failure"]) == (None, "问题太长。")


def test_without_statements_or_refusals_their_parts_are_empty() -> None:
    fields = to_dict(record("zhengwen", [], 1, [result("a", replace(REFUSAL, certainty=0.1))]))
    assert (fields["confusion"], fields["refusal_curve"]) == (None, [])
