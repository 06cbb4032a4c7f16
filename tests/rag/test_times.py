"""The years a question speaks of."""

import pytest

from rag.times import document_years, leaning, names_report, this_year, times


def years(text: str) -> tuple[int, ...]:
    return times(text, 2026).years


def test_relative_years_are_counted_from_the_year_given() -> None:
    counted = {"今年": 2026, "去年": 2025, "上年": 2025, "前年": 2024, "大前年": 2023, "明年": 2027}
    assert {word: years(f"浙江{word}的目标") for word in counted} == {
        word: (year,) for word, year in counted.items()
    }


def test_a_relative_year_is_written_out_and_told() -> None:
    told = times("浙江去年的粮食产量比前年多吗", 2026)
    assert told.text == "浙江2025年的粮食产量比2024年多吗"
    assert told.years == (2024, 2025)
    assert told.notes == ("“去年”按2025年理解", "“前年”按2024年理解")


def test_a_relative_year_said_twice_is_told_once() -> None:
    assert times("今年和今年", 2026).notes == ("“今年”按2026年理解",)
    assert times("今年年内", 2026).text == "2026年"


def test_a_relative_year_beside_a_written_one_is_left_alone() -> None:
    told = times("2005年的报告说去年怎样", 2026)
    assert (told.years, told.notes) == ((2005,), ())
    assert told.text == "2005年的报告说去年怎样"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年到2026年", (2024, 2025, 2026)),
        ("2024至2026年的目标", (2024, 2025, 2026)),
        ("2024-2026年", (2024, 2025, 2026)),
        ("2024——2026年", (2024, 2025, 2026)),
        ("2024~26年", (2024, 2025, 2026)),
        ("2024年、2026年", (2024, 2026)),
        ("2024和2025、2026年", (2024, 2025, 2026)),
        ("2024和25年", (2024, 2025)),
        ("2024/2026", (2024, 2026)),
    ],
    ids=["to", "zhi", "hyphen", "dash", "short", "comma", "and", "short-and", "slash"],
)
def test_ranges_and_lists_of_years(text: str, expected: tuple[int, ...]) -> None:
    assert years(text) == expected


def test_a_range_is_no_longer_than_twenty_years() -> None:
    assert len(years("1949年到2026年")) == 22
    assert years("1949年到2026年")[-2:] == (1969, 2026)


def test_years_in_any_writing() -> None:
    assert years("２０２５年") == years("二〇二五年") == years("二零二五年") == (2025,)
    assert years("浙江2025") == years("2025浙江") == years("in 2025?") == (2025,)
    assert years("2026GDP目标") == years("2026人均收入") == years("2026公共预算") == (2026,)


@pytest.mark.parametrize(
    "text",
    [
        "投入2000万元",
        "增长2025亿元",
        "种了2030万亩",
        "招2000人",
        "新增2000多家",
        "2025.5亿元",
        "12025年",
        "建2000个公园",
    ],
    ids=["wan", "yi", "mu", "people", "firms", "decimal", "longer", "parks"],
)
def test_a_quantity_is_no_year(text: str) -> None:
    assert years(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "目前年产量多少",
        "五年内建成几座",
        "60岁以上年人均补贴",
        "精神文明年会",
        "当今年轻人",
        "今后年均增速",
        "上年纪的老人",
        "基本年金",
    ],
    ids=["now", "within", "above", "civil", "today", "later", "aged", "basic"],
)
def test_what_only_looks_like_a_relative_year_is_left_alone(text: str) -> None:
    told = times(text, 2026)
    assert (told.years, told.text, told.notes) == ((), text, ())


def test_english_years_are_counted_too() -> None:
    told = times("What was the growth last year?", 2026)
    assert (told.years, told.text) == ((2025,), "What was the growth in 2025?")
    assert times("this year's target and Next Year's", 2026).text == "2026's target and 2027's"


def test_this_year_is_the_clocks_where_there_is_a_document_of_it() -> None:
    assert this_year(2026, (2024, 2025, 2026)) == 2026
    assert this_year(2030, (2024, 2025)) == 2025
    assert this_year(2026, ()) == 2026


def test_a_year_can_be_that_of_a_report() -> None:
    assert names_report("2005年的报告怎么说")
    assert names_report("2005年政府工作报告")
    assert names_report("2026年浙江省政府工作报告提了什么")
    assert not names_report("2005年的粮食产量")


def test_a_year_is_told_by_its_own_document_and_the_next() -> None:
    assert document_years((2025,), (2024, 2025, 2026)) == (2025, 2026)
    assert document_years((2024,), (2023, 2025)) == (2025,)
    assert document_years((2019,), (2025, 2026)) == ()
    assert document_years((), (2025, 2026)) == ()


def test_questions_lean_towards_targets_or_results() -> None:
    assert leaning("浙江2026年就业目标") == leaning("计划建多少") == leaning("要新增多少") == 1
    assert leaning("去年实际增长了多少") == leaning("完成了吗") == -1
    assert leaning("浙江2026年粮食产量") == leaning("主要在哪些领域") == 0
