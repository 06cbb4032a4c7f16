"""The terms of a report, and which of them another one lacks."""

import pytest

from corpus.outline import outline
from corpus.types import Document, Identity
from index.plain import plain
from rag.wordings.body import body
from rag.wordings.terms import terms
from rag.wordings.words import asks_wording


def document(text: str) -> Document:
    return Document("a.txt", text, Identity(), outline(text))


def found(text: str) -> dict[str, tuple[str, int]]:
    made = document(text)
    return {t.text: (t.origin, t.count) for t in terms(made, plain(text).text)}


def test_terms_are_quoted_announced_headings_and_runs_of_words() -> None:
    text = (
        "一、建设海洋强省\n实施“星河行动”。实施科创登峰、数智强基、蓝海拓展三大工程。\n"
        "海岛医疗服务改善，海岛医疗服务扩面。"
    )
    terms_found = found(text)
    assert terms_found["星河行动"] == ("quoted", 1)
    assert terms_found["三大工程"] == ("announced", 1)
    assert terms_found["建设海洋强省"] == ("heading", 1)
    assert terms_found["海岛医疗服务"] == ("run", 2)
    assert "海岛医疗" not in terms_found


def test_a_quoted_count_or_word_is_no_term() -> None:
    assert found("出台“16条”，“努力”实现“六横”。") == {"六横": ("quoted", 1)}


def test_runs_neither_begin_nor_end_with_words_that_say_nothing_alone() -> None:
    assert found("推进海岛医疗。推进海岛医疗。") == {"海岛医疗": ("run", 2)}
    assert found("加快推进工作。加快推进工作。") == {}


def test_what_is_annexed_is_no_part_of_the_body() -> None:
    text = "一、重点工作\n稳就业。\n附件：名词解释\n“星河行动”：指一项行动。"
    cut = body(document(text))
    assert cut.text == text[: len(cut.text)]
    assert "稳就业" in cut.text
    assert "星河行动" not in cut.text
    assert body(document("稳就业。")).text == "稳就业。"


@pytest.mark.parametrize(
    "question",
    [
        "浙江2026年报告比2025年有哪些新提法",
        "河南2025和2026年报告提法有什么变化",
        "江苏今年报告有什么新的表述",
        "山东2026年哪些提法不再出现",
        "措辞有何不同",
    ],
)
def test_a_question_about_wording(question: str) -> None:
    assert asks_wording(question)


@pytest.mark.parametrize("question", ["这个说法对吗", "就业目标有什么变化", "有哪些新产业"])
def test_any_other_question_is_not_about_wording(question: str) -> None:
    assert not asks_wording(question)
