"""A sentence tells a result or a target, of one year."""

import pytest

from corpus.types import Passage
from rag.role import role, speaks_of


def said(text: str, heading: str = "") -> Passage:
    return Passage("a.txt", 0, len(text), text, (heading,) if heading else ())


@pytest.mark.parametrize(
    ("text", "heading", "told"),
    [
        ("主要预期目标是：生产总值增长5%左右。", "一、2025年工作回顾", 1),
        ("城镇新增就业41万人。", "一、2025年工作回顾", -1),
        ("城镇新增就业41万人。", "二、2026年重点工作", 1),
        ("2025年城镇新增就业41万人。", "", -1),
        ("2026年城镇新增就业41万人。", "", 1),
        ("２０２５年城镇新增就业41万人。", "", -1),
        ("力争城镇新增就业41万人。", "", 1),
        ("城镇新增就业41万人，居全国第三。", "", -1),
        ("绿水青山就是金山银山。", "", 0),
    ],
)
def test_the_words_the_years_and_the_section_say_the_role(
    text: str, heading: str, told: int
) -> None:
    assert role(said(text, heading), 2026) == told


def test_a_result_is_of_the_year_before_and_a_target_of_the_report_s_own() -> None:
    assert speaks_of(said("新增就业41万人。", "一、工作回顾"), 2026) == 2025
    assert speaks_of(said("新增就业41万人。", "三、工作安排"), 2026) == 2026


def test_a_year_that_the_sentence_names_goes_before_the_section() -> None:
    assert speaks_of(said("2023年粮食产量310亿斤。", "一、工作回顾"), 2026) == 2023
    assert speaks_of(said("2020年至2025年翻了一番。", "一、工作回顾"), 2026) == 2025


def test_without_the_document_s_year_only_a_named_year_counts() -> None:
    assert speaks_of(said("新增就业41万人。", "一、工作回顾"), None) is None
    assert speaks_of(said("2023年新增就业41万人。"), None) == 2023
