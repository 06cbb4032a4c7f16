"""A statement cut into facts that can be looked up one by one."""

import pytest

from rag.claims.parts import parts

STATEMENTS = (
    "浙江2025年新建学校12所，改造小区640个，新增床位1.2万张。",
    "2025年，浙江新建学校12所，增长20%。",
    "浙江要稳就业、保民生，新建学校12所；建成水库3座！",
    "好，浙江新建学校12所。",
    "新建学校。",
)


def texts(statement: str) -> list[str]:
    return [part.text for part in parts(statement)]


def test_each_clause_with_a_figure_and_a_subject_is_a_part() -> None:
    assert texts(STATEMENTS[0]) == [*("浙江2025年新建学校12所", "改造小区640个", "新增床位1.2万张")]


def test_what_cannot_stand_alone_goes_with_the_clause_before() -> None:
    assert texts("浙江新建学校12所，增长20%。") == ["浙江新建学校12所，增长20%"]
    assert texts("浙江要新建学校，让孩子就近入学。") == ["浙江要新建学校，让孩子就近入学"]


def test_what_is_too_short_goes_with_the_clause_behind() -> None:
    assert texts(STATEMENTS[1]) == ["2025年，浙江新建学校12所，增长20%"]
    assert texts(STATEMENTS[3]) == ["好，浙江新建学校12所"]


@pytest.mark.parametrize(
    ("statement", "core"),
    [
        ("浙江2025年新建学校12所。", "新建学校12所"),
        ("截至2025年底，浙江新建学校12所。", "新建学校12所"),
        ("江苏“十四五”时期建成公园260个。", "建成公园260个"),
        ("新建学校12所。", "新建学校12所"),
    ],
    ids=["year", "end", "plan", "bare"],
)
def test_the_core_is_without_places_and_years(statement: str, core: str) -> None:
    [part] = parts(statement)
    assert part.core == core


def test_a_part_brings_its_own_figures_with_the_subject_they_lean_on() -> None:
    first, second = parts("浙江新建学校12所，增长20%，改造小区640个。")
    assert [(told.figure.text, told.label) for told in first.stated] == [
        ("12所", "浙江新建学校"),
        ("20%", "浙江新建学校增长"),
    ]
    assert [(told.figure.text, told.label) for told in second.stated] == [("640个", "改造小区")]


def test_a_statement_without_a_figure_is_a_part_all_the_same() -> None:
    [part] = parts("浙江要全面推行河长制。")
    assert (part.text, part.stated) == ("浙江要全面推行河长制", ())


@pytest.mark.parametrize("statement", ["", "，。", " "], ids=["empty", "stops", "white"])
def test_where_nothing_is_said_there_is_no_part(statement: str) -> None:
    assert parts(statement) == ()


@pytest.mark.parametrize("statement", STATEMENTS, ids=range(len(STATEMENTS)))
def test_the_parts_are_slices_that_leave_nothing_but_stops(statement: str) -> None:
    rest = statement
    for part in parts(statement):
        assert part.text in rest
        rest = rest.replace(part.text, "", 1)
    assert rest.strip("，。；！") == ""
