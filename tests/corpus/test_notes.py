"""Notes at the end of a document, found in every form and tied to their terms."""

import time
from pathlib import Path

import pytest

from corpus.notes import defined, notes
from corpus.read import read_document
from corpus.types import Document, Identity


def of(text: str) -> list[tuple[str, int, str, list[str], list[str]]]:
    """Term, number, definition, markers and uses of each note."""
    found = notes(Document("a.txt", text, Identity()))
    return [
        (
            note.term,
            note.number,
            text[note.start : note.end],
            [text[start:end] for start, end in note.markers],
            [text[start:end] for start, end in note.uses],
        )
        for note in found
    ]


BODY = "一、工作\n实施“五大工程”，建设六横六纵水网。\n"


@pytest.mark.parametrize(
    "heading",
    [
        "名词解释",
        "名词解释：",
        "附件2 名词解释",
        "《政府工作报告》有关内容名词注释",
        "注释：",
        "注",
        "用语说明",
    ],
    ids=range(7),
)
def test_numbered_terms_below_a_heading(heading: str) -> None:
    text = f"{BODY}{heading}\n1.“五大工程”：是指五件事。\n2．六横六纵：六条横渠。\n另有六条纵渠。"
    assert of(text) == [
        ("“五大工程”", 1, "是指五件事。", [], ["五大工程"]),
        ("六横六纵", 2, "六条横渠。\n另有六条纵渠。", [], ["六横六纵"]),
    ]


@pytest.mark.parametrize(
    "marks", ["［］", "[]", "〔〕", "【】"], ids=["wide", "narrow", "shell", "lens"]
)
@pytest.mark.parametrize("heading", ["注释：\n", ""], ids=["heading", "none"])
def test_bracketed_numbers_are_glued_to_the_term_above(marks: str, heading: str) -> None:
    left, right = marks[0], marks[1]
    text = (
        f"实施“五大工程{left}1{right}”，建设六横六纵{left}2{right}水网。\n"
        f"{heading}{left}1{right}五大工程：五件事。\n{left}2{right} 六横六纵：水网。"
    )
    assert of(text) == [
        ("五大工程", 1, "五件事。", [f"{left}1{right}"], ["五大工程"]),
        ("六横六纵", 2, "水网。", [f"{left}2{right}"], ["六横六纵"]),
    ]


def test_circled_numbers_name_the_words_they_are_glued_to() -> None:
    text = "修建五大工程①，治理“六横六纵②”。\n注释：\n①五件事。\n②指水网。"
    assert of(text) == [
        ("修建五大工程", 1, "五件事。", ["①"], ["修建五大工程"]),
        ("六横六纵", 2, "指水网。", ["②"], ["六横六纵"]),
    ]


def test_a_definition_may_stand_on_the_next_line_or_after_a_verb() -> None:
    text = f"{BODY}名词解释\n1.“五大工程”：\n指五件事。\n2.六横六纵\n水网。\n"
    text += "3.“三网”融合是指三网互通。"
    assert [(term, words) for term, _, words, _, _ in of(text)] == [
        ("“五大工程”", "指五件事。"),
        ("六横六纵", "水网。"),
        ("“三网”融合", "三网互通。"),
    ]


def test_notes_may_run_on_in_one_line() -> None:
    text = f"{BODY}名词解释\n1.“五大工程”：五件事。2.六横六纵：增长3.5%的水网。3.两重：重。"
    assert [(term, words) for term, _, words, _, _ in of(text)] == [
        ("“五大工程”", "五件事。"),
        ("六横六纵", "增长3.5%的水网。"),
        ("两重", "重。"),
    ]


def test_a_term_may_begin_with_a_digit_and_a_list_inside_a_note_is_no_note() -> None:
    text = f"{BODY}名词解释\n1.10种金属：铜。\n2.三步：\n（1）走。\n（2）跑。\n3.“四好”：好。"
    assert [(number, term) for term, number, *_ in of(text)] == [
        (1, "10种金属"),
        (2, "三步"),
        (3, "“四好”"),
    ]


def test_an_appendix_after_the_notes_ends_them() -> None:
    text = f"{BODY}名词解释\n1.六横六纵：水网。\n附件\n十件实事\n2.别的：事。"
    assert [words for _, _, words, _, _ in of(text)] == ["水网。"]


def test_two_terms_in_one_note_and_a_term_that_stands_in_other_quotes() -> None:
    text = (
        "支持两重、“两新”和“四新”产业，以及“六横六纵”水网。\n名词解释\n1.“两重”、“两新”：重和新。\n"
    )
    text += "2.四新产业：新。\n3.“六横六纵”现代水网：网。"
    assert [uses for *_, uses in of(text)] == [["两重", "两新"], ["四新”产业"], ["“六横六纵”"]]


def test_a_note_is_found_by_its_term_whatever_its_quotes() -> None:
    text = f"{BODY}名词解释\n1.“两重”、“两新”：重和新。\n2.“四新”产业：新。"
    found = notes(Document("a.txt", text, Identity()))
    assert defined(found, "“两新”") is found[0]
    assert defined(found, "四新产业") is found[1]
    assert defined(found, "四新") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "一、工作\n1.修渠：修。\n2.造林：造。",
        "名词解释\n没有。",
        "参见［3］。\n［1］甲：乙。",
    ],
    ids=["empty", "body", "items", "heading", "marker"],
)
def test_what_is_no_note_is_left_alone(text: str) -> None:
    assert of(text) == []


def test_every_note_of_the_reports_is_found_and_nearly_all_are_used(shared: Path) -> None:
    paths = [path for path in (shared / "reports").rglob("*") if path.is_file()]
    documents = [read_document(path) for path in paths]
    started = time.perf_counter()
    found = [notes(document) for document in documents]
    assert time.perf_counter() - started < 3
    noted = [several for several in found if several]
    assert len(noted) == 7
    assert [note.number for several in noted for note in several] == [
        number for several in noted for number in range(1, len(several) + 1)
    ]
    used = [bool(note.uses) for several in noted for note in several]
    assert len(used) == 169
    assert sum(used) >= 163
