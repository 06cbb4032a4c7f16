"""The place and year that a sentence leaves out come from what was said before it."""

import pytest

from rag.proofread.context import Context, Here, told

KNOWN = frozenset({"浙江", "江苏", "新昌"})


def wholes(*sentences: str, context: Context | None = None) -> list[tuple[str, tuple[str, ...]]]:
    context = context or Context("", 2026, KNOWN)
    found = []
    for sentence in sentences:
        if sentence.startswith("#"):
            context.under(sentence[1:])
        else:
            whole = context.whole(sentence)
            found.append((whole.text, whole.supplied))
    return found


def test_a_sentence_that_names_both_is_left_as_it_is() -> None:
    assert wholes("浙江2025年增长5%。") == [("浙江2025年增长5%。", ())]


def test_place_and_year_go_on_from_the_sentence_before() -> None:
    assert wholes("浙江2025年增长5%。", "全省就业108万人。")[1] == (
        "浙江2025年全省就业108万人。",
        ("浙江", "2025年"),
    )


def test_relative_years_are_those_of_the_manuscript() -> None:
    assert wholes("去年，浙江增长5%。") == [("2025年，浙江增长5%。", ("“去年”即2025年",))]


def test_a_heading_says_where_and_the_title_where_no_heading_does() -> None:
    said = wholes("#浙江2026年观察", "#江苏", "增长5%。", "#结语", "增长4%。")
    assert said == [
        ("江苏2026年增长5%。", ("江苏", "2026年")),
        ("浙江2026年增长4%。", ("浙江", "2026年")),
    ]


def test_the_place_given_by_hand_is_the_last_resort() -> None:
    context = Context("新昌", 2026, KNOWN, here=Here("新昌"))
    assert wholes("增长5%。", "江苏增长4%。", "增长3%。", context=context) == [
        ("新昌增长5%。", ("新昌",)),
        ("江苏增长4%。", ()),
        ("江苏增长3%。", ("江苏",)),
    ]


def test_a_town_is_its_province_unless_the_library_has_its_own() -> None:
    assert wholes("杭州增长5%。", "增长4%。")[1][1] == ("浙江",)
    assert wholes("新昌增长5%。", "增长4%。")[1][1] == ("新昌",)


def test_several_places_in_a_sentence_leave_the_next_without_one() -> None:
    assert wholes("浙江增长5%，江苏增长4%。", "增长3%。")[1] == ("增长3%。", ())


@pytest.mark.parametrize(
    ("sentence", "of_the_country"),
    [("全国增长5%。", True), ("我国粮食丰收，增长1%。", True), ("增速居全国第2位。", False)],
    ids=["country", "ours", "rank"],
)
def test_the_country_is_a_place_only_where_the_sentence_is_about_it(
    sentence: str, of_the_country: bool
) -> None:
    supplied = wholes("浙江2025年增长5%。", sentence)[1][1]
    assert ("浙江" not in supplied) is of_the_country


def test_a_period_of_years_is_given_no_year() -> None:
    assert wholes("浙江2025年增长5%。", "“十四五”时期年均增长6%。")[1][1] == ("浙江",)


def test_a_supplied_year_can_be_left_out_again() -> None:
    context = Context("", 2026, KNOWN, here=Here("浙江", 2025))
    whole = context.whole("增长5%。")
    assert whole.undated is not None
    assert (whole.undated.text, whole.undated.supplied) == ("浙江增长5%。", ("浙江",))


def test_what_was_supplied_is_told_in_one_phrase() -> None:
    assert told(("浙江", "2025年")) == "按浙江、2025年核对"
    assert told(()) == ""
