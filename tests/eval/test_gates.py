"""Gates: read, held to, raised."""

from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.gates import MARGIN, Miss, missed, raised, read
from eval.summary import Estimate, Row


def rows(metric: str = "correct", **values: float) -> dict[str, Row]:
    """A row a type with one figure."""
    return {type_: {metric: Estimate(v, v, v, 10)} for type_, v in values.items()}


def written(folder: Path, text: str) -> Path:
    path = folder / "gates.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_gates_are_a_table_a_metric_and_a_line_a_type(tmp_path: Path) -> None:
    path = written(tmp_path, "[correct]\nnumber = 0.86\nlist = 1\n\n[invented]\ntable = 0.05\n")
    assert read(path) == {"correct": {"number": 0.86, "list": 1}, "invented": {"table": 0.05}}


def test_a_gate_is_reached_or_missed() -> None:
    gates = {"correct": {"number": 0.86, "list": 0.5}}
    assert missed(gates, rows(number=0.86, list=0.7)) == ()
    assert missed(gates, rows(number=0.85, list=0.7)) == (Miss("correct", "number", 0.86, 0.85),)


def test_a_third_of_three_is_no_miss_by_a_rounding() -> None:
    assert missed({"correct": {"number": 0.7}}, rows(number=0.1 + 0.6)) == ()


def test_a_metric_of_errors_must_stay_under_its_gate() -> None:
    gates = {"false_refusal": {"number": 0.05}}
    assert missed(gates, rows("false_refusal", number=0.04)) == ()
    assert missed(gates, rows("false_refusal", number=0.06)) == (
        Miss("false_refusal", "number", 0.05, 0.06),
    )


def test_a_type_that_was_not_asked_is_missed() -> None:
    gates = {"correct": {"number": 0.86}, "cells": {"number": 0.5}}
    assert missed(gates, rows(list=1.0)) == (
        Miss("correct", "number", 0.86, None),
        Miss("cells", "number", 0.5, None),
    )
    assert missed(gates, rows(number=0.9)) == (Miss("cells", "number", 0.5, None),)


def test_gates_rise_and_never_fall() -> None:
    gates = {"correct": {"number": 0.86, "list": 0.5}}
    new = raised(gates, rows(number=0.8, list=0.78, who=1.0, how=0.01))
    assert new == {"number": 0.86, "list": 0.75, "who": 0.97, "how": 0.0}
    assert raised({}, rows(number=0.5)) == {"number": 0.47}


@pytest.mark.parametrize("percent", range(5, 101))
def test_a_gate_that_is_raised_stands_just_under_what_was_measured(percent: int) -> None:
    measured = percent / 100
    types = rows(number=measured)
    gate = raised({}, types)
    assert 0.03 - 1e-9 <= measured - gate["number"] <= MARGIN
    assert missed({"correct": gate}, types) == ()
    assert raised({"correct": gate}, types) == gate


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[correct", "不是合格的 TOML"),
        ("[right]\nnumber = 0.5", "里的指标 right 不认识"),
        ("correct = 0.5", r"的 \[correct\] 里每行要写成 题型 = 数字"),
        ('[correct]\nnumber = "0.5"', r"的 \[correct\] 里每行要写成 题型 = 数字"),
        ("[correct.number]\nleast = 0.5", r"的 \[correct\] 里每行要写成 题型 = 数字"),
    ],
    ids=["toml", "metric", "table", "text", "nested"],
)
def test_a_malformed_file_is_named_with_what_is_wrong(text: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UserError, match=f"{path} ?{said}"):
        read(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    foreign = tmp_path / "gbk.toml"
    foreign.write_bytes("[correct] # 题型".encode("gb18030"))
    for path in (tmp_path, tmp_path / "none.toml", foreign):
        with pytest.raises(UserError, match=str(path)):
            read(path)
