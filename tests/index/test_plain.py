"""The comparable form of a text, with the way back to the text."""

import pytest

from index.plain import comparable, plain


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“八八战略”", "八八战略"),
        ("新 质 生\u3000产力", "新质生产力"),
        ("１.２万亿元，达５.５％", "1.2万亿元,达5.5%"),
        ("ＧＤＰ", "gdp"),
        ("㎡", "m2"),
        ("", ""),
    ],
    ids=["quotes", "spaces", "wide", "case", "longer", "empty"],
)
def test_writings_of_one_thing_are_one(text: str, same: str) -> None:
    assert comparable(text) == plain(text).text == same


@pytest.mark.parametrize("text", ["达到 ５.５％，“八八 战略”。", "建成3㎡…公园😀", "平", "  \n“”"])
def test_every_character_leads_back_to_where_it_came_from(text: str) -> None:
    found = plain(text)
    assert len(found.at) == len(found.text)
    for at, char in enumerate(found.text):
        start, end = found.span(at, at + 1)
        assert end == start + 1
        assert char in comparable(text[start:end])


def test_what_is_found_is_quoted_as_it_is_written() -> None:
    text = "忠实践行“八八 战略”，八八战略实施。"
    found = plain(text)
    spans = [found.span(at, at + 4) for at in found.find("八八战略")]
    assert [text[start:end] for start, end in spans] == ["八八 战略", "八八战略"]


def test_nothing_is_found_across_paragraphs_and_nothing_by_no_words() -> None:
    assert list(plain("培育新质\n生产力").find("新质生产力")) == []
    assert list(plain("新质").find("")) == []
