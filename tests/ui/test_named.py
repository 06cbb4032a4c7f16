"""What the page calls places, indicators and columns."""

import pytest

from corpus.indicators import INDICATORS
from rag.lookup import told
from ui import named
from ui.data.coverage import coverage


def test_places_have_their_english_names_and_others_keep_their_own() -> None:
    assert named.place("江苏", "en") == "Jiangsu"
    assert named.place("江苏", "zh") == "江苏"
    assert named.place("云泽", "en") == "云泽"
    assert named.place("", "en") == ""


def test_places_are_sorted_by_what_is_shown() -> None:
    held = ["安徽", "北京", "江苏"]
    assert named.places(["江苏", "北京", "安徽"], "zh")[0] == ("江苏", "江苏")
    assert [short for _, short in named.places(["江苏", "北京", "安徽"], "en")] == held


def test_every_indicator_has_an_english_name() -> None:
    assert {one.name for one in INDICATORS} == set(named.INDICATORS)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("地区", "Place"),
        ("地区生产总值增速目标", "GDP, growth, target"),
        ("城镇新增就业", "New urban jobs"),
        ("目标", "目标"),
        ("Sentence", "Sentence"),
    ],
    ids=["place", "growth-target", "level", "unknown", "of-the-page"],
)
def test_columns_are_named_in_english(title: str, said: str) -> None:
    assert named.column(title, "en") == said
    assert named.column(title, "zh") == title


def test_the_coverage_of_a_table_is_told_in_english_whatever_the_engine_says_of_it() -> None:
    few = told("粮食产量目标", {("江苏", 2026): None, ("云泽", 2026): None})
    assert coverage(few, "zh") == few
    assert coverage(few, "en") == (
        "Grain output, target, 2026: stated by 0 of 2 places; not by Jiangsu, 云泽."
    )
    many = told("能耗增速", {(f"甲{at}", year): None for at in range(20) for year in (2025, 2026)})
    assert coverage(many, "en").count("and 8 more") == 2
    assert "个" not in coverage(many, "en")
