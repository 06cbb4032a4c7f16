"""The evidence for a question, led by what the ledger states where it keeps the indicator."""

import pytest

from index.types import Scope
from rag.chain import Chain
from rag.retrieve import Found, on_record
from rag.types import Question


def found(text: str, chain: Chain) -> Found:
    return chain.retrieve(chain.understand(Question(text))).found


def recorded(text: str, chain: Chain, *, scope: Scope | None = None) -> str | None:
    """The value on record for a question of one place and year."""
    query = chain.understand(Question(text, scope=scope or Scope()))
    item = on_record(query, chain.index, "", None)
    return item.fact.value if item else None


def test_the_sentence_that_states_an_indicator_leads_and_comes_once(provinces: Chain) -> None:
    hits = found("浙江2026年城镇新增就业目标是多少", provinces).hits
    assert "城镇新增就业105万人以上" in hits[0].passage.text
    assert hits[0].score >= hits[1].score + 1
    assert len({hit.row for hit in hits}) == len(hits) > 1


def test_each_side_is_led_by_its_own_fact(provinces: Chain) -> None:
    groups = found("浙江和江苏2026年GDP增长目标谁高", provinces).groups
    assert [(group.place, group.year) for group in groups] == [("浙江", None), ("江苏", None)]
    leading = [group.hits[0].passage for group in groups]
    assert [passage.source for passage in leading] == ["浙江2026.txt", "江苏2026.txt"]
    assert "增长5%以上" in leading[0].text
    assert "增长4.8%左右" in leading[1].text


def test_each_year_is_led_by_the_report_that_can_tell_of_it(provinces: Chain) -> None:
    groups = found("浙江2024年和2025年GDP总量有什么变化", provinces).groups
    assert [(group.year, group.hits[0].passage.source) for group in groups] == [
        (2024, "浙江2025.txt"),
        (2025, "浙江2026.txt"),
    ]


def test_a_table_of_the_ledger_rests_on_one_sentence_a_place(provinces: Chain) -> None:
    told = found("各省2026年城镇新增就业目标是多少", provinces)
    assert {group.place for group in told.groups} == {"浙江", "江苏", "安徽"}
    assert {(group.year, len(group.hits)) for group in told.groups} == {(2026, 1)}
    assert all("城镇新增就业" in hit.passage.text for hit in told.hits)
    assert len(told.passages) == len(told.hits) == 3


def test_a_table_of_anything_else_is_searched_for(chain: Chain) -> None:
    groups = found("各省2026年新增养老床位多少张", chain).groups
    assert {group.place for group in groups} == {"浙江", "江苏"}
    assert all(len(group.hits) > 1 for group in groups)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("浙江2026年城镇新增就业目标是多少", "105万人以上"),
        ("浙江2025年固定资产投资增长多少", "2.4%"),
        ("浙江2026年固定资产投资增长目标是多少", None),
        ("江苏2026年农村居民收入增长目标是多少", None),
        ("浙江2026年城镇新增就业105万人以上吗", None),
        ("浙江2026年有哪些目标", None),
    ],
    ids=["target", "result", "not-stated", "narrower", "yes-or-no", "no-indicator"],
)
def test_only_what_is_asked_for_is_on_record(
    question: str, value: str | None, provinces: Chain
) -> None:
    assert recorded(question, provinces) == value


def test_a_document_chosen_by_hand_is_searched_itself(provinces: Chain) -> None:
    scope = Scope(sources=("浙江2025.txt",))
    assert recorded("浙江2026年城镇新增就业目标是多少", provinces, scope=scope) is None


def test_over_years_a_result_stands_where_no_target_is_stated(provinces: Chain) -> None:
    query = provinces.understand(Question("浙江2024年和2026年GDP增长目标怎么变"))
    assert query.kind == "trend"
    told = [on_record(query, provinces.index, "", year) for year in (2024, 2026)]
    assert [item and (item.fact.value, item.is_target) for item in told] == [
        ("5.3%", False),
        ("5%以上", True),
    ]
