"""Which of many values a question wants."""

from decimal import Decimal

import pytest

from rag.ranking import Ranking, ranking

VALUES = {"浙江": 5, "江苏": 4, "安徽": 6, "福建": 5, "海南": None}


def value(place: str) -> Decimal | None:
    given = VALUES[place]
    return None if given is None else Decimal(given)


def chosen(question: str) -> list[str]:
    """The places that a question wants, of those above with their growth in percent."""
    asked = ranking(question)
    assert asked is not None
    return asked.of(list(VALUES), value)


@pytest.mark.parametrize(
    ("question", "words", "places"),
    [
        ("哪个省的目标最高", "最高", ["安徽", "浙江", "福建", "江苏"]),
        ("哪个省增长最快", "最快", ["安徽", "浙江", "福建", "江苏"]),
        ("哪个省排第一", "排第一", ["安徽", "浙江", "福建", "江苏"]),
        ("哪个省的目标最低", "最低", ["江苏", "浙江", "福建", "安徽"]),
        ("各省目标从高到低", "从高到低", ["安徽", "浙江", "福建", "江苏"]),
        ("各省目标排个序", "从高到低", ["安徽", "浙江", "福建", "江苏"]),
        ("哪些省目标高于5%", "高于5%", ["安徽"]),
        ("哪些省目标超过5%", "超过5%", ["安徽"]),
        ("哪些省目标大于５％", "大于５％", ["安徽"]),
        ("哪些省目标不低于5%", "不低于5%", ["安徽", "浙江", "福建"]),
        ("目标在5%以上的省", "5%以上", ["安徽", "浙江", "福建"]),
        ("哪些省目标低于5%", "低于5%", ["江苏"]),
        ("哪些省目标不到5%", "不到5%", ["江苏"]),
        ("哪些省目标小于5%", "小于5%", ["江苏"]),
        ("哪些省目标不超过5%", "不超过5%", ["江苏", "浙江", "福建"]),
        ("哪些省目标不高于5%", "不高于5%", ["江苏", "浙江", "福建"]),
        ("目标在5%以下的省", "5%以下", ["江苏", "浙江", "福建"]),
        ("哪些省目标同为5%", "为5%", ["浙江", "福建"]),
        ("哪些省目标是4.5%—5%", "为4.5%—5%", ["浙江", "福建"]),
        ("哪些省目标高于8%", "高于8%", []),
        ("哪些省目标同为7%", "为7%", []),
    ],
    ids=[
        *("highest", "fastest", "first", "lowest", "ordered", "sorted", "above", "over", "wide"),
        *("at-least", "from", "below", "under", "less", "at-most", "not-above", "up-to", "equal"),
        *("between", "none-above", "none-equal"),
    ],
)
def test_a_question_chooses_and_orders(question: str, words: str, places: list[str]) -> None:
    assert chosen(question) == places
    asked = ranking(question)
    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize("question", ["各省目标是多少", "2026年各省目标", ""], ids=list("abc"))
def test_a_question_that_wants_all_ranks_nothing(question: str) -> None:
    assert ranking(question) is None


def test_only_a_superlative_has_a_best_and_all_that_are_equal_share_it() -> None:
    highest = ranking("哪个省的目标最高")
    assert highest is not None
    assert highest.superlative
    assert highest.best(highest.of(list(VALUES), value), value) == ["安徽"]
    assert highest.best(["浙江", "福建", "江苏"], value) == ["浙江", "福建"]
    bounded = ranking("哪些省目标高于5%")
    assert bounded is not None
    assert not bounded.superlative


def test_what_has_no_value_never_counts() -> None:
    assert Ranking("从高到低").of(["海南"], value) == []
    assert Ranking("最低", highest=False).of(["海南", "江苏"], value) == ["江苏"]


def test_equal_values_keep_their_order() -> None:
    assert Ranking("从高到低").of(["福建", "浙江"], value) == ["福建", "浙江"]
    assert Ranking("最低", highest=False).of(["福建", "浙江"], value) == ["福建", "浙江"]
