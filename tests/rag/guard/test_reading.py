"""A text is read clause by clause: figures, years, places, roles."""

from rag.guard.fold import fold
from rag.guard.reading import read
from rag.guard.times import dates, times


def test_one_width_one_kind_of_quotation_mark_and_no_note_marks() -> None:
    assert (
        fold('ＧＤＰ增长 5．5％, 达到 1,200 亿元［2］，"好"') == "GDP增长5.5%，达到1200亿元，“好”"
    )


def test_a_percentage_in_words_is_one_in_digits() -> None:
    assert fold("增长百分之五点五") == "增长5.5%"


def test_relative_years_are_counted_from_the_report() -> None:
    named = [time.years for time in times("去年增长5%，今年6%，“十五五”时期翻番", 2026)]
    assert named == [(2025, 2025), (2026, 2026), (2026, 2030)]


def test_the_year_before_a_named_year_is_that() -> None:
    assert [time.years for time in times("1979年比上年增长", 1990)] == [(1979, 1979), (1978, 1978)]


def test_years_that_are_only_compared_with_are_told_apart() -> None:
    assert [time.against for time in times("2025年比2020年增长5%", 2026)] == [False, True]


def test_months_and_quarters_are_dates() -> None:
    assert dates("3月底前，上半年，一季度") == ("3月底", "上半年", "一季度")


def test_a_target_holds_for_all_that_it_leads_in_to() -> None:
    said = read(fold("主要预期目标是：地区生产总值增长6%，粮食产量18亿斤"), 2026)
    assert [one.stretch.cue for one in said.stated] == ["target", "target"]


def test_items_of_a_list_have_what_the_last_says_for_all() -> None:
    said = read(fold("城镇居民、农村居民人均可支配收入分别增长5.2%、7.3%"), 2026)
    assert [one.label for one in said.stated] == [
        "城镇居民人均可支配收入增长",
        "农村居民人均可支配收入增长",
    ]
