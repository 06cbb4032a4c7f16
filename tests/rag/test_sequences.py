"""Numbered items as the headings of a document give them."""

import pytest

from corpus.outline import outline
from corpus.types import Document, Identity
from rag.sequences import number_of, sequences, value, without_number


def document(text: str) -> Document:
    return Document("a.txt", text, Identity(), outline(text))


def items(text: str) -> list[list[tuple[str, str]]]:
    """For each sequence its titles, each with the text that proves it."""
    found = document(text)
    return [
        [(item.title, found.text[item.start : item.end]) for item in sequence.items]
        for sequence in sequences(found)
    ]


def test_items_of_a_section_are_one_sequence_with_their_first_sentences() -> None:
    text = "工作报告\n一是抓产业。建厂。\n二是抓民生。办学。\n三是抓生态。种树。\n"
    assert items(text) == [
        [
            ("抓产业", "一是抓产业。建厂。"),
            ("抓民生", "二是抓民生。办学。"),
            ("抓生态", "三是抓生态。种树。"),
        ]
    ]


def test_each_section_counts_anew() -> None:
    text = (
        "报告\n一、甲部\n（一）稳工业。快。\n（二）稳农业。好。\n"
        "二、乙部\n（一）修路。宽。\n（二）架桥。长。\n"
    )
    assert [[title for title, _ in found] for found in items(text)] == [
        ["甲部", "乙部"],
        ["稳工业", "稳农业"],
        ["修路", "架桥"],
    ]


def test_the_heading_above_and_the_words_before_lead_in() -> None:
    text = "报告\n一、民生实事\n办好以下实事：\n（一）修路。宽。\n（二）架桥。长。\n"
    [found] = sequences(document(text))
    assert found.lead.startswith("一、民生实事 ")
    assert found.lead.endswith("办好以下实事：\n")
    assert found.start == text.index("（一）")


def test_an_item_ends_before_the_next_heading() -> None:
    assert items("报告\n1.甲事项\n2.乙事项\n3.丙事项\n") == [
        [("甲事项", "1.甲事项"), ("乙事项", "2.乙事项"), ("丙事项", "3.丙事项")]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "报告\n①甲事项\n②乙事项\n③丙事项\n",
        "报告\n1.甲事项\n2.乙事项\n3.丙事项\n",
        "报告\n一、甲事项\n二、乙事项\n三、丙事项\n",
        "报告\n（一）甲事项\n（二）乙事项\n（三）丙事项\n",
        "报告\n第一，甲事项。好。\n第二，乙事项。好。\n第三，丙事项。好。\n",
    ],
    ids=["circled", "digits", "numerals", "brackets", "ordinals"],
)
def test_every_way_of_numbering_is_read(text: str) -> None:
    [found] = items(text)
    assert [title for title, _ in found] == ["甲事项", "乙事项", "丙事项"]


@pytest.mark.parametrize(
    "text",
    ["报告\n一、只有一个\n文。\n", "报告\n二、从二起\n三、接着\n", "报告\n没有编号。\n", ""],
    ids=["single", "from-two", "none", "empty"],
)
def test_what_is_no_sequence(text: str) -> None:
    assert items(text) == []


def test_a_gap_ends_a_sequence() -> None:
    found = items("报告\n1.甲事项\n2.乙事项\n4.丁事项\n")
    assert [[title for title, _ in one] for one in found] == [["甲事项", "乙事项"]]


def test_offsets_are_within_the_document_and_rising() -> None:
    text = "报告\n一、甲\n" + "长" * 400 + "。\n二、乙\n好。\n"
    [found] = sequences(document(text))
    spans = [(item.start, item.end) for item in found.items]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans[0][1] - spans[0][0] <= 163


def test_the_number_that_opens_a_heading() -> None:
    numbers = {"十二是推进改革": 12, "（三）": 3, "2、乙": 2, "⑫丁": 12, "二十一、": 21}
    assert {text: number_of(text) for text in numbers} == numbers
    for text in ("1.5倍", "2026年", "一带一路", "三农", "一些", "一是否", "三要素", ""):
        assert number_of(text) == 0


def test_a_title_without_its_number() -> None:
    assert without_number("（三）稳外贸") == "稳外贸"
    assert without_number("12、改革") == without_number("⑫改革") == "改革"
    assert without_number("一带一路") == "一带一路"


def test_numerals_have_values() -> None:
    assert [value(n) for n in ("1", "十", "十一", "二十", "二十三", "⑳", "百")] == [
        *(1, 10, 11, 20, 23, 20, 0)
    ]
