"""Sentences of one paragraph that list something without numbered headings."""

import pytest

from index.search import Index
from rag.runs import alike, paragraph
from tests.rag.library import chain_over

TEXT = """\
乡村工作报告
今年要办好四件事。修好通村公路。建好卫生院。办好幼儿园。管好饮用水。
另外还有一句话不在清单里。
大力发展农业。大力发展旅游。大力发展电商。大力发展康养。最后要狠抓落实。
重点有三项。一是种粮。二是养鱼。三是栽树。
我们要做到修路；架桥；植树。
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return chain_over(tmp_path_factory.mktemp("runs"), {"简报.txt": TEXT}).index


def row_of(index: Index, text: str) -> int:
    rows = range(len(index.contents.rows))
    return next(row for row in rows if index.passage(row).text.startswith(text))


def texts(index: Index, rows: list[int]) -> list[str]:
    return [index.passage(row).text for row in rows]


def test_a_paragraph_is_what_stands_between_line_ends(index: Index) -> None:
    rows = paragraph(row_of(index, "二是养鱼"), index)
    assert texts(index, rows) == ["重点有三项。", "一是种粮。", "二是养鱼。", "三是栽树。"]
    assert texts(index, paragraph(row_of(index, "另外"), index)) == ["另外还有一句话不在清单里。"]


def test_exactly_as_many_sentences_as_announced_are_the_list(index: Index) -> None:
    rows = alike(row_of(index, "今年要办好"), 4, index)
    assert texts(index, rows) == ["修好通村公路。", "建好卫生院。", "办好幼儿园。", "管好饮用水。"]
    assert alike(row_of(index, "今年要办好"), 5, index) == []
    assert alike(row_of(index, "今年要办好"), None, index) == []


def test_sentences_that_begin_alike_are_a_list(index: Index) -> None:
    rows = alike(row_of(index, "大力发展农业"), 3, index)
    assert texts(index, rows) == ["大力发展旅游。", "大力发展电商。", "大力发展康养。"]


def test_numbered_sentences_are_a_list(index: Index) -> None:
    expected = ["一是种粮。", "二是养鱼。", "三是栽树。"]
    assert texts(index, alike(row_of(index, "重点有三项"), 3, index)) == expected
    assert texts(index, alike(row_of(index, "二是养鱼"), None, index)) == expected


def test_a_sentence_that_goes_on_is_the_first_of_its_items(index: Index) -> None:
    rows = alike(row_of(index, "我们要做到"), 3, index)
    assert texts(index, rows) == ["我们要做到修路；", "架桥；", "植树。"]


def test_a_sentence_by_itself_lists_nothing(index: Index) -> None:
    assert alike(row_of(index, "另外"), None, index) == []
    assert alike(row_of(index, "另外"), 2, index) == []
