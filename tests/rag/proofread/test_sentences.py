"""Text as blocks and sentences: what is cut where, and what Markdown hides."""

import pytest

from rag.proofread.sentences import sentences, text_blocks
from rag.proofread.types import Block


def test_a_line_is_a_block_and_a_sentence_ends_at_its_stop() -> None:
    blocks = text_blocks("浙江观察\n\n去年增长5%。今年呢？")
    assert [(b.text, b.where, b.heading) for b in blocks] == [
        ("浙江观察", "第1段", True),
        ("去年增长5%。今年呢？", "第2段", False),
    ]
    said = sentences(blocks)
    assert [(s.number, s.block, s.text) for s in said] == [
        (1, 0, "浙江观察"),
        (2, 1, "去年增长5%。"),
        (3, 1, "今年呢？"),
    ]


def test_every_sentence_is_the_slice_that_it_says() -> None:
    blocks = text_blocks("  “稳就业。”保民生；\t促发展\n𠮷林𠮷祥！末句")
    for sentence in sentences(blocks):
        assert blocks[sentence.block].text[sentence.start : sentence.end].strip() == sentence.text


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("## 浙江：**稳**进", "浙江：稳进"),
        ("- 增长`5%`，见[报告](http://a.b/c_d)。", "增长5%，见报告。"),
        ("> 增长5%[^zw3]。", "增长5%。"),
        ("a_b 的值_变了_。", "a_b 的值变了。"),
    ],
    ids=["heading", "list", "quote", "underscores"],
)
def test_the_marks_of_markdown_are_not_read(line: str, read: str) -> None:
    (sentence,) = sentences(text_blocks(line, markdown=True), markdown=True)
    assert sentence.text == read


def test_plain_text_keeps_its_stars() -> None:
    (sentence,) = sentences(text_blocks("**增长**5%。"))
    assert sentence.text == "**增长**5%。"


def test_a_whole_block_is_one_sentence() -> None:
    (sentence,) = sentences((Block("增长5%；下降3%。", "表1第2行", whole=True),))
    assert sentence.text == "增长5%；下降3%。"
