"""RGB's questions over right and falsified passages."""

import json
from pathlib import Path

import pytest

from eval.case import Case
from eval.sets.rgb import load, statement
from index.types import Scope


def written(path: Path, **fields: object) -> Path:
    item = {
        "id": 7,
        "query": "立法会有多少个议席？",
        "answer": "70",
        "fakeanswer": "170",
        "positive": ["立法会共有70个议席。", "其中35个直选。"],
        "positive_wrong": ["立法会共有170个议席。"],
    }
    path.write_text(json.dumps({**item, **fields}, ensure_ascii=False) + "\n", "utf-8")
    return path


def test_a_question_is_read_and_checked_against_both_kinds_of_passages(tmp_path: Path) -> None:
    found = load(written(tmp_path / "rgb.json"))
    assert [(d.source, d.text) for d in found.documents] == [
        ("7-right", "立法会共有70个议席。\n其中35个直选。"),
        ("7-false", "立法会共有170个议席。"),
    ]
    right, false = Scope(sources=("7-right",)), Scope(sources=("7-false",))
    asked, said = "立法会有多少个议席？", "立法会有70个议席。"
    assert found.cases == (
        Case("7-right", "reading right", asked, (("70",),), scope=right),
        Case("7-right-claim", "claim right", said, verdict="supported", scope=right),
        Case("7-false", "reading false", asked, (("170",),), scope=false),
        Case("7-false-claim", "claim false", said, verdict="refuted", scope=false),
    )


def test_an_answer_may_have_several_spellings(tmp_path: Path) -> None:
    found = load(written(tmp_path / "rgb.json", answer=[["70", "七十"], "70个"]))
    assert found.cases[0].must == (("70", "七十", "70个"),)
    assert found.cases[1].question == "立法会有70个议席。"


def test_a_question_that_makes_no_statement_is_only_read(tmp_path: Path) -> None:
    found = load(written(tmp_path / "rgb.json", query="立法会的议席数？"))
    assert [case.type for case in found.cases] == ["reading right", "reading false"]


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("冠军是谁？", "李雷", "冠军是李雷。"),
        ("会议哪一年召开?", "2016", "会议2016召开。"),
        ("他什么时候出生的呢？", "5月", "他5月出生的。"),
        ("谁在哪里？", "甲", "甲在哪里。"),
        ("议席数？", "70", ""),
    ],
    ids=["who", "year", "when", "first", "none"],
)
def test_the_answer_takes_the_place_of_the_word_that_asks(
    question: str, answer: str, said: str
) -> None:
    assert statement(question, answer) == said
