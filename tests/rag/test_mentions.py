"""Every place where a phrase or figure stands, over the whole of each document."""

import time
from pathlib import Path

import pytest

from index.plain import plain
from index.search import Index
from index.types import EVERYWHERE, Scope
from rag.mentions import Use, by_year, first_use, newest_first, oldest_first, used_in, uses
from rag.sought import Sought, alone
from tests.rag.library import chain_over
from tests.rag.provinces import report

TEXTS = {
    "浙江2025.txt": report(
        "浙江", 2025, "培育“新质 生产力”。产值１.２万亿元。", "发展新质生产力。"
    ),
    "浙江2026.txt": report("浙江", 2026, "总额11.2万亿元，投资12000亿元。", "实施十六大工程。"),
    "江苏2026.txt": report("江苏", 2026, "新质生产力壮大。", "实施六大工程，增长百分之五点五。"),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return chain_over(tmp_path_factory.mktemp("mentions"), TEXTS).index


def sought(text: str) -> Sought:
    found = alone(text)
    assert found is not None
    return found


def quoted(text: str, index: Index, scope: Scope = EVERYWHERE) -> dict[str, list[str]]:
    """What stands at each mention, by source."""
    return {
        use.source: [index.document(m.source).text[m.start : m.end] for m in use.mentions]
        for use in uses(sought(text), index, scope)
    }


def test_a_phrase_is_found_through_spaces_and_quotation_marks(index: Index) -> None:
    assert quoted("新质生产力", index) == {
        "浙江2025.txt": ["新质 生产力", "新质生产力"],
        "江苏2026.txt": ["新质生产力"],
    }


def test_a_figure_is_found_in_any_writing_and_never_inside_another(index: Index) -> None:
    found = {"浙江2025.txt": ["１.２万亿元"], "浙江2026.txt": ["12000亿元"]}
    assert quoted("1.2万亿", index) == quoted("1.2万亿元", index) == found
    assert quoted("5.5%", index) == {"江苏2026.txt": ["百分之五点五"]}


def test_a_numeral_is_not_found_inside_a_longer_one(index: Index) -> None:
    assert quoted("六大工程", index) == {"江苏2026.txt": ["六大工程"]}


def test_only_the_scope_is_looked_at(index: Index) -> None:
    assert set(quoted("新质生产力", index, Scope(years=(2026,)))) == {"江苏2026.txt"}
    assert quoted("新质生产力", index, Scope(speakers=("无此人",))) == {}


def test_the_counts_of_a_line_plot_have_every_year_that_is_held(index: Index) -> None:
    counts = by_year(uses(sought("12000亿元"), index, EVERYWHERE), index, EVERYWHERE)
    assert [(c.year, c.mentions, c.documents, c.held) for c in counts] == [
        (2025, 1, 1, 1),
        (2026, 1, 1, 2),
    ]
    assert [c.mentions for c in by_year((), index, EVERYWHERE)] == [0, 0]


def test_the_first_use_is_that_of_the_oldest_document(index: Index) -> None:
    found = uses(sought("新质生产力"), index, EVERYWHERE)
    first = first_use(found)
    assert first is not None
    assert (first.source, first.count) == ("浙江2025.txt", 2)
    assert first_use(()) is None
    assert sources(oldest_first(found)) == ["浙江2025.txt", "江苏2026.txt"]
    assert sources(newest_first(found)) == ["江苏2026.txt", "浙江2025.txt"]


def sources(found: list[Use]) -> list[str]:
    return [use.source for use in found]


def test_a_text_uses_a_phrase_or_not() -> None:
    assert used_in(sought("新质生产力"), "培育“新质生产力”。")
    assert not used_in(sought("1.2万亿"), "达到11.2万亿元。")


def test_three_million_characters_take_no_time(tmp_path: Path) -> None:
    """The bound is ten times what it takes, since other work runs beside the tests."""
    text = "推动高质量发展，培育新质生产力，总量达到1.2万亿元。" * 120_000
    found = plain(text)
    began = time.process_time()
    assert sum(1 for _ in found.find("低空经济")) == 0
    assert time.process_time() - began < 0.5
