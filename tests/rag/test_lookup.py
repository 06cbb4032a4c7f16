"""Sentences and tables looked up without a question; places, years and spans given by hand."""

import pytest

from corpus.errors import UserError
from corpus.types import Document, Heading, Identity
from index.types import EVERYWHERE
from rag.chain import Chain
from rag.lookup import Lookup
from rag.named_place import known_places, known_years
from rag.surroundings import LONGEST, surroundings

HELD = ("云溪", "浙江", "全国")
TEXT = "标题\n一、目标\n甲增长5%。乙稳定！丙到10%。\n丁。"
DOCUMENT = Document("a.txt", TEXT, Identity("标题"), (Heading(2, "一、目标", 3, 7),))
AT = TEXT.index("乙")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("浙江省", "浙江"), ("浙江",)),
        ((" 云溪 ",), ("云溪",)),
        (("全国",), ("全国",)),
        ((), ()),
    ],
)
def test_a_place_is_known_by_any_of_its_names(
    given: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert known_places(given, HELD) == found


@pytest.mark.parametrize("given", ["江苏", "", "浙江和云溪", "海" * 99])
def test_a_place_that_the_library_lacks_is_told(given: str) -> None:
    with pytest.raises(UserError, match="有的地方：云溪、全国、浙江。"):
        known_places((given,), HELD)


def test_a_year_that_the_library_lacks_is_told() -> None:
    assert known_years((2025, 2025), {2025}) == (2025,)
    with pytest.raises(UserError, match="文库里没有2031年的文件；有的年份：2025、2026。"):
        known_years((2031,), {2026, 2025})


def test_a_span_is_shown_among_whole_sentences() -> None:
    found = surroundings(DOCUMENT, AT, AT + 4, 8)
    assert (found.before, found.citation.text, found.after) == (
        "甲增长5%。",
        "乙稳定！",
        "丙到10%。\n",
    )
    assert found.citation.headings == ("一、目标",)


def test_a_span_with_wide_surroundings_is_the_whole_text() -> None:
    found = surroundings(DOCUMENT, AT, AT + 4, 10_000)
    assert found.before + found.citation.text + found.after == TEXT


@pytest.mark.parametrize(("start", "end"), [(5, 5), (5, 3), (-1, 3), (0, len(TEXT) + 1)])
def test_a_span_that_is_not_there_is_told(start: int, end: int) -> None:
    with pytest.raises(UserError, match=f"没有从 {start} 到 {end} 的一段"):
        surroundings(DOCUMENT, start, end, 10)


def test_a_span_that_is_too_long_is_told() -> None:
    long = Document("b.txt", "字" * (LONGEST + 1), Identity())
    with pytest.raises(UserError, match=f"最多打开 {LONGEST} 个字符"):
        surroundings(long, 0, LONGEST + 1, 10)


def test_sentences_are_found_and_numbered(provinces: Chain) -> None:
    found = Lookup(provinces).search("新增就业", 3, EVERYWHERE)
    assert [one.citation.number for one in found] == [1, 2, 3]
    for one in found:
        text = provinces.document(one.citation.source).text
        assert text[one.citation.start : one.citation.end] == one.citation.text


def test_a_table_never_puts_a_target_beside_a_result(provinces: Chain) -> None:
    lookup = Lookup(provinces)
    target = lookup.table("GDP", (), (2025,), "target").table
    result = lookup.table("GDP", (), (2025,), "result").table
    assert target is not None
    assert result is not None
    assert target.columns[-1] == "地区生产总值增速目标"
    assert result.columns[-1] == "地区生产总值增速"
    either = lookup.table("GDP", (), (2025,), "any").table
    assert either in (target, result)


def test_a_table_that_is_too_large_is_refused(provinces: Chain) -> None:
    with pytest.raises(UserError, match="表太大"):
        Lookup(provinces).table("GDP", (), range(1000, 2000), "any")


def test_english_and_everyday_words_find_what_official_ones_do(provinces: Chain) -> None:
    lookup = Lookup(provinces)
    for query in ("new urban jobs", "找工作"):
        found = lookup.search(query, 3, EVERYWHERE)
        assert any("就业" in one.citation.text for one in found)
        assert all(one.citation.text not in one.citation.headings for one in found)


def test_targets_and_results_stand_side_by_side_where_both_are_asked_for(provinces: Chain) -> None:
    table = Lookup(provinces).table("GDP增速", ("浙江",), (2025, 2026), "both").table
    assert table is not None
    told = [(row.year, row.value) for row in table.rows]
    assert told == [(2025, "5.5%左右（目标）"), (2025, "5.4%"), (2026, "5%以上（目标）")]
