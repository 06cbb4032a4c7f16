"""English questions lead to Chinese terms."""

import pytest

from rag.english import to_chinese


def test_the_longest_english_phrase_wins() -> None:
    assert to_chinese("new energy vehicles") == ["新能源汽车"]
    assert to_chinese("GDP growth target") == ["地区生产总值", "增长目标"]


def test_places_and_years_are_kept() -> None:
    assert to_chinese("Zhejiang's GDP in 2025") == ["浙江", "地区生产总值", "2025"]
    assert to_chinese("PM2.5 in 2021-2025") == ["PM2.5", "2021", "2025"]


def test_a_phrase_that_goes_beyond_the_place_it_opens_with_wins() -> None:
    assert to_chinese("Beijing-Tianjin-Hebei") == ["京津冀协同发展"]
    assert to_chinese("Hainan Free Trade Port") == ["海南自由贸易港"]
    assert to_chinese("Beijing and Tianjin") == ["北京", "天津"]


@pytest.mark.parametrize(
    ("asked", "region"),
    [
        ("Yangtze River Delta", "长三角"),
        ("the Greater Bay Area", "粤港澳大湾区"),
        ("Chengdu-Chongqing economic circle", "成渝地区双城经济圈"),
        ("revitalization of the northeast", "东北全面振兴"),
        ("Yellow River basin", "黄河流域"),
        ("Yangtze River Economic Belt", "长江经济带"),
    ],
)
def test_regions_are_known(asked: str, region: str) -> None:
    assert to_chinese(asked) == [region]


def test_a_number_before_a_countable_noun_names_a_set() -> None:
    assert to_chinese("What are the six projects?") == ["六大工程"]
    assert to_chinese("four principles") == ["四项原则"]


def test_words_that_say_nothing_are_dropped() -> None:
    assert to_chinese("what is the of and") == []


@pytest.mark.parametrize(
    "asked",
    [
        "renovate old residential communities",
        "Renovated old residential community",
        "renovates old residential communities",
        "renovating old-residential communities",
    ],
)
def test_number_tense_and_hyphens_make_no_difference(asked: str) -> None:
    assert to_chinese(asked) == ["老旧小区改造"]


def test_british_spelling_is_known() -> None:
    assert to_chinese("urbanisation rate") == to_chinese("urbanization rate") == ["城镇化率"]
    assert to_chinese("data centres") == ["数据中心"]


def test_a_unit_is_written_with_the_number_before_it() -> None:
    assert to_chinese("3 trillion yuan") == ["3万亿元"]
    assert to_chinese("25 million mu of farmland") == ["2500万亩", "耕地"]
    assert to_chinese("7,000 kilometers of roads") == ["7000公里", "公路"]


def test_a_rate_takes_no_unit() -> None:
    assert to_chinese("5.5 percent yuan") == ["5.5%", "元"]


def test_five_year_plans_are_named_as_reports_do() -> None:
    assert to_chinese("the 14th Five-Year Plan") == ["十四五"]
    assert to_chinese("during the 15th five year plan period") == ["十五五"]


def test_parts_of_a_year_are_known() -> None:
    assert to_chinese("first half of 2024") == ["上半年", "2024"]
    assert to_chinese("the third quarter") == ["三季度"]
    assert to_chinese("by the end of December") == ["12月"]
