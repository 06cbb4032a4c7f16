"""The phrase that is used and most like one that is not."""

from corpus.types import Passage
from index.types import Hit
from rag.nearest import nearest


def hits(*texts: str) -> list[Hit]:
    return [Hit(row, Passage("a.txt", 0, len(t), t), 1.0) for row, t in enumerate(texts)]


def test_a_slip_is_led_to_the_phrase_that_is_used() -> None:
    assert nearest("新质生产率", hits("因地制宜培育新质生产力。", "提高产率。")) == "新质生产力"
    assert nearest("低空经济学", hits("大力发展低空经济。")) == "低空经济"


def test_what_is_like_nothing_has_no_neighbour() -> None:
    assert nearest("量子计算机", hits("大力发展低空经济。")) == ""
    assert nearest("低空经济", []) == ""
