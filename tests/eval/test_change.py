"""What changed since an earlier run."""

import json
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.change import Change, change, earlier
from eval.record import record, to_dict
from tests.eval.answers import REFUSAL, answer, result


def test_questions_that_turned_right_or_wrong_are_named() -> None:
    before = {
        "a": {"correct": 0.0, "facts": 0.5},
        "b": {"correct": 1.0, "facts": 1.0},
        "c": {"correct": 1.0},
        "gone": {"correct": 1.0},
    }
    told = answer()
    results = [result("a", told), result("b", REFUSAL), result("c", told), result("new", told)]
    since = change(before, results)
    assert since == Change(
        common=3,
        moved={"correct": (2 / 3, 2 / 3), "facts": (0.75, 0.5)},
        gained=("a",),
        lost=("b",),
    )


def test_a_time_moves_as_it_is_summed_up() -> None:
    before = {
        id_: {"correct": 1.0, "p50": seconds} for id_, seconds in zip("abc", (1, 2, 9), strict=True)
    }
    results = [result(id_, answer(seconds=0.5)) for id_ in "abc"]
    assert change(before, results).moved["p50"] == (2.0, 0.5)


def test_runs_without_a_common_question_have_nothing_to_compare() -> None:
    assert change({"x": {"correct": 1.0}}, [result("a", answer())]) == Change(0, {}, (), ())


def test_the_report_of_an_earlier_run_is_read_back(tmp_path: Path) -> None:
    results = [result("a", answer(seconds=0.5)), result("b", None, "问题太长。")]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(to_dict(record("zhengwen", [], 1, results))), encoding="utf-8")
    assert earlier(path) == {r.case.id: r.scores for r in results}
    since = change(earlier(path), results)
    assert (since.common, since.gained, since.lost) == (2, (), ())
    assert all(before == now for before, now in since.moved.values())


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "5", "null", "{}", '{"results": 5}', '{"results": [{}]}'),
        '{"results": [{"case": {}, "scores": {}}]}',
        '{"results": [{"case": {"id": "a"}, "scores": 1}]}',
    ],
    ids=list("abcdefghij"),
)
def test_a_file_that_is_no_report_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=f"{path} 不是一次评测的 JSON"):
        earlier(path)


def test_the_questions_of_a_run_are_no_report(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(json.dumps({"id": "甲"}, ensure_ascii=False).encode("gb18030"))
    for wrong in (path, tmp_path, tmp_path / "none.json"):
        with pytest.raises(UserError, match=str(wrong)):
            earlier(wrong)
