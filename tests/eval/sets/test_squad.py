"""Sets in the format of SQuAD."""

import json
from pathlib import Path

from corpus.types import Document, Identity
from eval.case import Case, Evidence
from eval.sets.squad import load, load_english

FIRST = "黑豹队的防守很好。他们只丢了308分，排名第六！"
SECOND = "战国无双3由光荣开发。"


def written(path: Path, asked: str) -> Path:
    questions = [
        {
            "id": "q1",
            "question": f"{asked}丢了多少分",
            "answers": [{"answer_start": 14, "text": "308"}, {"answer_start": 14, "text": "308"}],
        },
        {
            "id": "q2",
            "question": f"{asked}排第几",
            "answers": [{"answer_start": -1, "text": "第六"}, {"answer_start": 0, "text": "六"}],
        },
    ]
    other = {
        "id": "q3",
        "question": f"{asked}谁开发",
        "answers": [{"answer_start": 6, "text": "光荣"}],
    }
    data = [
        {"paragraphs": [{"context": FIRST, "qas": questions}]},
        {"paragraphs": [{"context": SECOND, "qas": [other]}]},
    ]
    path.write_text(json.dumps({"version": "1", "data": data}, ensure_ascii=False), "utf-8")
    return path


def test_each_paragraph_is_a_document_and_each_question_a_case(tmp_path: Path) -> None:
    found = load(written(tmp_path / "zh.json", "问"))
    assert found.documents == (
        Document("p0001", FIRST, Identity(title="p0001")),
        Document("p0002", SECOND, Identity(title="p0002")),
    )
    scored = "他们只丢了308分，排名第六！"
    assert found.cases == (
        Case("q1", "reading", "问丢了多少分", (("308",),), evidence=(Evidence("p0001", scored),)),
        Case("q2", "reading", "问排第几", (("第六", "六"),), evidence=(Evidence("p0001", scored),)),
        Case("q3", "reading", "问谁开发", (("光荣",),), evidence=(Evidence("p0002", SECOND),)),
    )


def test_english_questions_are_asked_over_the_chinese_paragraphs(tmp_path: Path) -> None:
    chinese = written(tmp_path / "zh.json", "问")
    english = written(tmp_path / "en.json", "How many ")
    found, own = load_english(english, chinese), load(chinese)
    assert found.documents == own.documents
    assert [case.question for case in found.cases] == [
        *("How many 丢了多少分", "How many 排第几", "How many 谁开发"),
    ]
    assert [(c.must, c.evidence) for c in found.cases] == [(c.must, c.evidence) for c in own.cases]
