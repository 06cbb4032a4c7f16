"""Of which years a sentence speaks, and whether it tells a result or a target."""

from pathlib import Path

import pytest

from corpus.outline import outline
from corpus.periods import UNKNOWN, Period, periods, section
from corpus.read import read_document
from corpus.split import split
from corpus.types import Document, Identity, Kind

SAMPLES = sorted((Path(__file__).parents[2] / "corpus" / "samples").glob("*.txt"))

REVIEW, TASKS = "一、2025年工作回顾", "二、2026年重点工作"
LAST_YEAR, THIS_YEAR = Period(2025, 2025, "result"), Period(2026, 2026, "target")
MEASURE = Period(2026, 2026, "plan")
FIVE_YEARS, NEXT_FIVE = Period(2021, 2025, "five-year"), Period(2026, 2030, "five-year")


def document(text: str, year: int | None = 2026, kind: Kind = "report") -> Document:
    identity = Identity(place="浙江", year=year, kind=kind)
    return Document("a.txt", text, identity, outline(text))


def told(text: str, year: int | None = 2026, kind: Kind = "report") -> dict[str, Period]:
    """The sentences of a document of 2026 with their periods."""
    given = document(text, year, kind)
    passages = split(given)
    found = periods(given, passages)
    return {p.text: period for p, period in zip(passages, found, strict=True)}


def under(heading: str, sentence: str) -> Period:
    """The period of a sentence that stands under a heading of a report of 2026."""
    return told(f"{heading}\n{sentence}")[sentence]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("一、2025年工作回顾", LAST_YEAR),
        ("一、２０２５年工作回顾", LAST_YEAR),
        ("一、2024年和2025年工作", LAST_YEAR),
        ("一、“十四五”时期工作回顾", LAST_YEAR),
        ("一、“十四五”时期和2025年工作回顾", LAST_YEAR),
        ("一、过去五年的工作", FIVE_YEARS),
        ("二、2026年工作安排", THIS_YEAR),
        ("二、重点任务", THIS_YEAR),
        ("二、“十五五”时期的目标", NEXT_FIVE),
        ("二、今后五年的总体要求", NEXT_FIVE),
        ("三、自身建设", UNKNOWN),
        ("名词解释", UNKNOWN),
    ],
    ids=[
        *("review", "wide", "two", "plan", "both", "five", "year", "tasks", "next", "coming"),
        *("own", "words"),
    ],
)
def test_a_heading_says_of_what_time_its_sentences_are(heading: str, period: Period) -> None:
    assert section(heading, 2026) == period
    assert section(heading, None) == UNKNOWN


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2024年新建学校12所。", Period(2024, 2024, "result")),
        ("前年新建学校12所。", Period(2024, 2024, "result")),
        ("去年新建学校12所。", LAST_YEAR),
        ("上年度新建学校12所。", LAST_YEAR),
        ("过去一年新建学校12所。", LAST_YEAR),
        ("今年新建学校12所。", MEASURE),
        ("明年新建学校12所。", Period(2027, 2027, "plan")),
        ("到2030年新建学校12所。", Period(2030, 2030, "plan")),
        ("2022年和2024年新建学校12所。", Period(2024, 2024, "result")),
        ("2021—2025年新建学校12所。", FIVE_YEARS),
        ("2021年至2025年新建学校12所。", FIVE_YEARS),
        ("2024—2025年新建学校12所。", Period(2024, 2025, "result")),
        ("过去五年新建学校12所。", FIVE_YEARS),
        ("五年来新建学校12所。", FIVE_YEARS),
        ("未来五年新建学校12所。", NEXT_FIVE),
        ("“十四五”时期新建学校12所。", FIVE_YEARS),
        ("“十五五”时期新建学校12所。", NEXT_FIVE),
        ("“十三五”时期新建学校12所。", Period(2016, 2020, "five-year")),
        ("“十一五”时期新建学校12所。", Period(2006, 2010, "five-year")),
        ("“十五”时期新建学校12所。", Period(2001, 2005, "five-year")),
        ("“九五”时期新建学校12所。", Period(1996, 2000, "five-year")),
        ("“一五”时期新建学校12所。", Period(1953, 1957, "five-year")),
    ],
    ids=[
        *("year", "before-last", "last", "last-too", "past", "this", "next", "goal", "latest"),
        *("span", "span-too", "two-years", "five", "five-too", "coming", "plan", "plan-next"),
        *("plan-13", "plan-11", "plan-10", "plan-9", "plan-1"),
    ],
)
@pytest.mark.parametrize("heading", [REVIEW, TASKS], ids=["review", "tasks"])
def test_the_years_that_a_sentence_names_decide_wherever_it_stands(
    heading: str, sentence: str, period: Period
) -> None:
    assert under(heading, sentence) == period


@pytest.mark.parametrize(
    "sentence",
    [
        "粮食产量比2024年增长3%。",
        "粮食产量较上年增长3%。",
        "粮食产量比去年提高3%。",
        "粮食产量创近五年新高。",
        "粮食产量居全省第一。",
    ],
    ids=["year", "before", "last", "record", "none"],
)
def test_a_year_that_is_only_compared_with_says_nothing(sentence: str) -> None:
    assert under(REVIEW, sentence) == LAST_YEAR


def test_a_comparison_with_the_year_before_tells_a_result_even_among_tasks() -> None:
    assert under(TASKS, "粮食产量比上年增长3%。") == LAST_YEAR
    assert under(TASKS, "粮食产量力争比上年增长3%以上。") == THIS_YEAR


@pytest.mark.parametrize(
    "sentence",
    ["粮食产量比2020年增长12%。", "粮食产量年均增长2%。", "粮食产量比“十三五”末增长12%。"],
    ids=["from-then", "yearly", "plan"],
)
def test_a_change_over_several_years_is_of_five(sentence: str) -> None:
    assert under(REVIEW, sentence) == FIVE_YEARS


@pytest.mark.parametrize(
    "sentence",
    ["建设“十五五”规划编制专班。", "为实现“十五五”时期的目标开好局。"],
    ids=["written", "aimed"],
)
def test_a_plan_that_is_only_made_or_aimed_at_says_nothing(sentence: str) -> None:
    assert under(TASKS, sentence) == MEASURE


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("粮食产量达到126亿斤。", THIS_YEAR),
        ("粮食产量增长2%左右。", THIS_YEAR),
        ("失业率控制在5.5%以内。", THIS_YEAR),
        ("新建学校12所。", MEASURE),
        ("推进城市更新。", MEASURE),
        ("安排教育补助资金3亿元，增长5%以上。", MEASURE),
        ("今年以来已新建学校12所。", MEASURE),
        ("今年1月新建学校12所。", Period(2026, 2026, "result")),
        ("今年已新建学校12所。", Period(2026, 2026, "result")),
    ],
    ids=["to", "about", "within", "build", "words", "funds", "since", "january", "already"],
)
def test_what_lies_ahead_is_a_level_to_reach_or_a_measure(sentence: str, period: Period) -> None:
    assert under(TASKS, sentence) == period


def test_the_list_of_expected_targets_is_of_the_report_s_year_under_any_heading() -> None:
    sentence = "主要预期目标是：地区生产总值增长5%左右。"
    assert under(REVIEW, sentence) == under(TASKS, sentence) == THIS_YEAR
    assert under(TASKS, "2025年的预期目标全部实现。") == LAST_YEAR


def test_a_paragraph_goes_on_with_the_five_years_that_it_began_with() -> None:
    found = told(
        f"{REVIEW}\n过去五年，我们攻坚克难。新建学校60所。2025年，我们稳住了增长。新建公路30公里。\n"
        "新建水库3座。"
    )
    assert found["过去五年，我们攻坚克难。"] == found["新建学校60所。"] == FIVE_YEARS
    assert found["2025年，我们稳住了增长。"] == found["新建公路30公里。"] == LAST_YEAR
    assert found["新建水库3座。"] == LAST_YEAR


def test_five_years_named_late_in_a_sentence_do_not_go_on() -> None:
    found = told(
        f"{REVIEW}\n新建学校的数量和质量都超出预期，完成了过去五年的任务。新建公路30公里。"
    )
    assert found["新建公路30公里。"] == LAST_YEAR


def test_five_years_do_not_go_on_among_tasks() -> None:
    found = told(f"{TASKS}\n未来五年，我们要攻坚克难。新建学校60所。")
    assert found["新建学校60所。"] == MEASURE


def test_a_section_that_says_nothing_goes_on_with_tasks_but_not_with_a_review() -> None:
    found = told(
        f"{TASKS}\n新建学校12所。\n三、自身建设\n新建制度30项。\n名词解释\n新制：一种制度。"
    )
    assert found["新建制度30项。"] == MEASURE
    assert found["新制：一种制度。"] == UNKNOWN
    assert told(f"{REVIEW}\n三、自身建设\n新风正气充盈。")["新风正气充盈。"] == UNKNOWN


def test_a_report_without_telling_headings_is_a_review_up_to_the_turn() -> None:
    found = told(
        "各位代表：\n新建学校60所。\n2026年工作的总体要求是稳中求进。\n新建公路30公里。\n"
        "粮食产量126亿斤以上。"
    )
    assert found["新建学校60所。"] == LAST_YEAR
    assert found["新建公路30公里。"] == MEASURE
    assert found["2026年工作的总体要求是稳中求进。"] == MEASURE


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("村里获批两个示范项目。", LAST_YEAR),
        ("将新建学校12所。", MEASURE),
        ("粮食产量力争达到126亿斤。", THIS_YEAR),
        ("村里的溪水很清。", UNKNOWN),
    ],
    ids=["done", "ahead", "goal", "none"],
)
def test_where_nothing_says_of_what_time_a_sentence_is_its_verbs_do(
    sentence: str, period: Period
) -> None:
    assert told(sentence, kind="speech")[sentence] == period


def test_without_the_year_of_the_document_only_years_written_out_are_known() -> None:
    found = told(f"{REVIEW}\n2025年新建学校60所。去年新建公路30公里。新建水库3座。", year=None)
    assert found["2025年新建学校60所。"] == Period(2025, 2025, "unknown")
    assert found["去年新建公路30公里。"] == found["新建水库3座。"] == UNKNOWN


def test_a_document_without_sentences_has_no_periods() -> None:
    assert periods(document(""), ()) == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sentence_has_one_period_with_both_years_or_none(path: Path) -> None:
    given = read_document(path)
    passages = split(given)
    found = periods(given, passages)
    assert len(found) == len(passages)
    for passage, period in zip(passages, found, strict=True):
        assert (period.first is None) == (period.last is None), passage.text
        assert (period.first or 0) <= (period.last or 0), passage.text
        assert (period.role == "unknown") == (period.last is None), passage.text
        if period.role == "result":
            assert (period.last or 0) <= (given.identity.year or 0), passage.text
        if period.role in ("target", "plan"):
            assert (period.last or 0) >= (given.identity.year or 0), passage.text
