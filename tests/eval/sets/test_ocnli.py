"""OCNLI's pairs: a premise, and what is said of it."""

import json
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.case import Case
from eval.sets.ocnli import load
from index.types import Scope


def written(path: Path, *pairs: tuple[str, str, str]) -> Path:
    lines = [
        json.dumps(dict(zip(("sentence1", "sentence2", "label"), pair, strict=True)))
        for pair in pairs
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_each_premise_is_a_document_and_each_pair_a_statement(tmp_path: Path) -> None:
    path = written(
        tmp_path / "ocnli.jsonl",
        ("请予审议", "不用审议", "contradiction"),
        ("请予审议", "谁都没有意见？", "-"),
        ("经济增长", "经济有增长。", "entailment"),
        ("请予审议", "审议很久！", "neutral"),
    )
    found = load(path)
    assert [(d.source, d.text) for d in found.documents] == [
        ("s0001", "请予审议"),
        ("s0002", "经济增长"),
    ]
    first, second = Scope(sources=("s0001",)), Scope(sources=("s0002",))
    assert found.cases == (
        Case("s0001-1", "contradiction", "不用审议。", verdict="refuted", scope=first),
        Case("s0002-2", "entailment", "经济有增长。", verdict="supported", scope=second),
        Case("s0001-3", "neutral", "审议很久！", verdict="not_enough_info", scope=first),
    )


def test_a_file_without_labels_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "ocnli.jsonl", ("请予审议", "不用审议", "-"))
    with pytest.raises(UserError, match=f"{path} 里没有带 label 的句对"):
        load(path)
