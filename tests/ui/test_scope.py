"""The scope as chips, and what removing one asks for."""

import pytest

from corpus.types import Identity
from index.types import EVERYWHERE, Scope
from tests.ui.fakes import FakeEntry
from ui.scope import Chip, chips, giving_way, instead, is_all, places, without, years

ENTRIES = (
    FakeEntry("a.txt", Identity("甲报告", "云泽", 2025, "report")),
    FakeEntry("b.txt", Identity("乙报告", "海陵", 2026, "report")),
    FakeEntry("c.txt", Identity("", "", None, "notice")),
)


def test_the_choices_are_what_the_library_knows() -> None:
    assert places(ENTRIES) == ["云泽", "海陵"]
    assert years(ENTRIES) == [2026, 2025]


def test_each_value_of_a_scope_is_a_chip() -> None:
    scope = Scope(places=("云泽",), years=(2025,), sources=("a.txt", "c.txt"), kinds=("report",))
    assert chips(scope, ENTRIES, "zh") == (
        Chip("places", "云泽", "云泽"),
        Chip("years", "2025", "2025年"),
        Chip("sources", "a.txt", "甲报告"),
        Chip("sources", "c.txt", "c.txt"),
        Chip("kinds", "report", "政府工作报告"),
    )


def test_many_values_are_one_chip_that_cannot_be_removed() -> None:
    scope = Scope(speakers=tuple("赵钱孙李周吴郑"))
    assert chips(scope, ENTRIES, "zh") == (Chip("speakers", "", "7 个讲话人", removable=False),)


def test_a_removed_value_leaves_the_others() -> None:
    scope = Scope(places=("云泽", "海陵"), years=(2025,))
    assert without(scope, "places", "云泽", ENTRIES) == Scope(places=("海陵",), years=(2025,))


def test_a_field_that_loses_its_last_value_holds_all_values() -> None:
    scope = Scope(places=("云泽",), years=(2025,))
    anywhere = without(scope, "places", "云泽", ENTRIES)
    assert anywhere == Scope(places=("", "云泽", "海陵"), years=(2025,))
    assert is_all(anywhere, "places", ENTRIES)
    assert chips(anywhere, ENTRIES, "zh")[0] == Chip("places", "", "地区不限", removable=False)
    assert without(scope, "years", "2025", ENTRIES).years == (2026, 2025)


def test_a_clicked_question_that_names_a_place_or_year_is_not_held_to_another() -> None:
    hand = Scope(places=("云泽",), years=(2025,))
    assert giving_way(hand, "海陵的目标", ENTRIES) == Scope(years=(2025,))
    assert giving_way(hand, "2026年呢", ENTRIES) == Scope(places=("云泽",))
    assert giving_way(hand, "海陵2026年呢", ENTRIES) == EVERYWHERE
    assert giving_way(hand, "目标呢", ENTRIES) == hand


@pytest.mark.parametrize(
    ("value", "chosen", "held"),
    [
        ("2025", "2026", (2026,)),
        ("", "2026", (2025, 2026)),
        ("", "2025", (2025,)),
        ("2025", "1066", (2025,)),
        ("", "<b>", (2025,)),
    ],
    ids=["instead", "beside", "held", "unknown", "nonsense"],
)
def test_another_value_stands_in_the_place_of_one_or_beside_it(
    value: str, chosen: str, held: tuple[int, ...]
) -> None:
    scope = Scope(years=(2025,))
    assert instead(scope, "years", value, chosen, ENTRIES).years == held


def test_what_is_added_to_all_values_is_alone() -> None:
    anywhere = without(Scope(places=("云泽",)), "places", "云泽", ENTRIES)
    assert instead(anywhere, "places", "", "海陵", ENTRIES).places == ("海陵",)
