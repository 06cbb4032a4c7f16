"""When the documents do not answer: the reason, and what comes close."""

import pytest

from rag.chain import Chain
from rag.types import Lock
from tests.rag.library import ask

UNANSWERABLE = {
    "place": (
        "昆山2026年增长目标是多少",
        "文库中没有昆山的文件，别的文件里也没有说到昆山的这件事",
    ),
    "year": ("浙江2019年增长目标是多少", "文库中没有浙江2019年的文件（现有2025年、2026年）"),
    "topic": ("浙江2026年足球队有几支", ""),
    "price": ("江苏2026年房价是多少", ""),
    "nonsense": ("龘靐齉爩鱻麤灪", ""),
    "emoji": ("浙江🀄🀄🀄的麻将桌有几张", ""),
}


@pytest.mark.parametrize("name", UNANSWERABLE)
def test_a_refusal_gives_its_reason_and_cites_nothing(name: str, chain: Chain) -> None:
    question, reason = UNANSWERABLE[name]
    answer = ask(chain, question)
    assert not answer.answered
    assert answer.kind == "refusal"
    assert answer.reason
    assert answer.reason == (reason or answer.reason)
    assert answer.answer.startswith(answer.reason)
    assert (answer.citations, answer.table, answer.verdict) == ((), None, None)
    assert answer.lock == Lock()
    assert "[" not in answer.answer


def test_near_misses_are_shown_apart(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年足球队有几支")
    assert 1 <= len(answer.near_misses) <= 3
    assert [near.number for near in answer.near_misses] == [*range(1, len(answer.near_misses) + 1)]
    for near in answer.near_misses:
        assert near.place == "浙江"
        assert chain.document(near.source).text[near.start : near.end] == near.text


def test_other_years_are_offered_where_the_year_is_missing(chain: Chain) -> None:
    answer = ask(chain, "浙江2019年增长目标是多少")
    assert {s.question for s in answer.suggestions} == {
        "浙江2025年增长目标是多少",
        "浙江2026年增长目标是多少",
    }


def test_a_province_that_is_not_there_is_not_answered_for_the_country(chain: Chain) -> None:
    answer = ask(chain, "广东2026年增长目标是多少")
    assert (answer.answered, answer.reason) == (False, "文库中没有广东的文件")


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("江苏2026年固定资产投资增长目标是多少", "江苏2026年固定资产投资的目标"),
        ("浙江2026年城镇调查失业率目标是多少", "浙江2026年城镇调查失业率的目标"),
        ("浙江2025年城镇新增就业完成了多少", "浙江2025年城镇新增就业的数字"),
        ("浙江2025年粮食产量是多少", "浙江2025年粮食产量的数字"),
        ("浙江2027年GDP增长目标是多少", "浙江2027年地区生产总值的目标"),
    ],
    ids=["only-a-result", "neither", "only-a-target", "only-another-year", "to-come"],
)
def test_an_indicator_is_not_answered_by_another_role_or_year(
    question: str, reason: str, provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert (answer.answered, answer.reason) == (False, f"文库中没有给出{reason}")


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("火星2025年GDP增长目标是多少", "火星的地区生产总值"),
        ("2025年冥王星的粮食产量是多少", "冥王星的粮食产量"),
    ],
)
def test_an_owner_that_no_document_names_gets_no_other_s_figure(
    question: str, thing: str, provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert (answer.answered, answer.reason) == (False, f"文库中没有给出{thing}")


def test_an_indicator_without_an_owner_is_answered_as_before(provinces: Chain) -> None:
    assert ask(provinces, "2025年GDP增长目标是多少").answered


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("浙江2023年GDP增长多少", "文库中没有浙江2023年的文件（现有2025年、2026年）"),
        ("山东2026年GDP增长目标是多少", "文库中没有山东2026年的文件（现有2025年）"),
        ("山东2025年GDP增长目标是多少", ""),
        ("山东2024年GDP增长多少", ""),
    ],
    ids=["past", "no-report", "its-own", "the-year-before"],
)
def test_a_year_is_held_if_its_own_report_or_the_next_is_there(
    question: str, reason: str, provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert (answer.answered, answer.reason) == (not reason, reason)
