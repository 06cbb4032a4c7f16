"""Tables over the places of a library: coverage, silence, and the rows that a question wants."""

import pytest

from rag.chain import Chain
from rag.types import Answer
from tests.rag.library import ask

WITHOUT = "；文库里另有1个地方没有能说明2026年的文件。"
TARGET = "2026年地区生产总值增速目标"


def rows(answer: Answer) -> list[tuple[str, str]]:
    """Place and value of each row, in order."""
    assert answer.table is not None
    return [(row.place, row.value) for row in answer.table.rows]


def unmarked(answer: Answer) -> str:
    """The text without its markers."""
    text = answer.answer
    for citation in answer.citations:
        text = text.replace(f"[{citation.number}]", "")
    return text


def test_a_row_a_place_its_year_and_what_the_ledger_states(provinces: Chain) -> None:
    answer = ask(provinces, "各省2026年GDP增长目标是多少")
    assert answer.table is not None
    assert answer.table.columns == ("地区", "年份", "地区生产总值增速目标")
    assert {row.year for row in answer.table.rows} == {2026}
    assert sorted(rows(answer)) == [
        ("安徽", "5.5%以上"),
        ("江苏", "4.8%左右"),
        ("浙江", "5%以上"),
        ("福建", "5%左右"),
    ]


def test_each_value_is_cited_by_the_clause_that_states_it(provinces: Chain) -> None:
    answer = ask(provinces, "各省2026年GDP增长目标是多少")
    assert answer.table is not None
    quotes = {citation.number: citation for citation in answer.citations}
    for row in answer.table.rows:
        [number] = row.citations
        assert (quotes[number].place, quotes[number].year) == (row.place, 2026)
        assert quotes[number].text == f"地区生产总值增长{row.value}"
    assert (answer.lock.checked, answer.lock.held, answer.lock.computed) == (8, 8, 0)


def test_the_sentence_tells_how_many_give_it_who_is_silent_and_who_has_no_report(
    provinces: Chain,
) -> None:
    answer = ask(provinces, "各省2026年城镇新增就业目标是多少")
    told = unmarked(answer)
    assert told.startswith("3/4个地方的文件给出了2026年城镇新增就业目标：")
    assert "江苏118万人以上" in told
    assert told.endswith(f"；未提及：福建{WITHOUT}")
    assert ("福建", "") in rows(answer)
    assert "山东" not in {place for place, _ in rows(answer)}


def test_where_all_give_it_nobody_is_called_silent(provinces: Chain) -> None:
    answer = ask(provinces, "各省2024年GDP增长是多少")
    assert sorted(rows(answer)) == [("山东", "5.7%"), ("浙江", "5.3%")]
    told = unmarked(answer)
    assert told.startswith("2/2个地方的文件给出了2024年地区生产总值增速：")
    assert "未提及" not in told
    assert told.endswith("；文库里另有3个地方没有能说明2024年的文件。")


def test_a_target_in_words_stands_in_its_cell(provinces: Chain) -> None:
    answer = ask(provinces, "各省2026年居民收入增长目标")
    assert sorted(rows(answer)) == [
        *(("安徽", "5.5%左右"), ("江苏", "与经济增长同步")),
        *(("浙江", ""), ("福建", "")),
    ]


def test_results_and_targets_are_never_in_one_table(provinces: Chain) -> None:
    """Of 2025 Shandong only states a target, the others state results."""
    answer = ask(provinces, "各省2025年GDP增长是多少")
    assert dict(rows(answer)) == {
        **{"浙江": "5.4%", "江苏": "5.2%", "安徽": "5.6%", "福建": "5%"},
        "山东": "",
    }
    assert answer.table is not None
    assert answer.table.columns[2] == "地区生产总值增速"


def test_growth_and_level_are_told_apart(provinces: Chain) -> None:
    answer = ask(provinces, "各省2025年GDP总量是多少")
    assert dict(rows(answer)) == {
        **{"浙江": "9.12万亿元", "江苏": "14.05万亿元", "安徽": "5.1万亿元"},
        **{"福建": "", "山东": ""},
    }


@pytest.mark.parametrize(
    ("question", "told", "places"),
    [
        (
            "2026年哪个省GDP增长目标最高",
            f"给出{TARGET}的4个地方中，最高的是安徽5.5%以上",
            ["安徽", "浙江", "福建", "江苏"],
        ),
        (
            "2026年哪个省GDP增长目标最低",
            f"给出{TARGET}的4个地方中，最低的是江苏4.8%左右",
            ["江苏", "浙江", "福建", "安徽"],
        ),
        ("哪些省2026年GDP增长目标高于5%", f"{TARGET}高于5%的有1个：安徽5.5%以上", ["安徽"]),
        ("哪些省2026年GDP增长目标低于5%", f"{TARGET}低于5%的有1个：江苏4.8%左右", ["江苏"]),
        (
            "哪些省2026年GDP增长目标不低于5%",
            f"{TARGET}不低于5%的有3个：安徽5.5%以上，浙江5%以上，福建5%左右",
            ["安徽", "浙江", "福建"],
        ),
        (
            "哪些省2026年GDP增长目标同为5%",
            f"{TARGET}为5%的有2个：浙江5%以上，福建5%左右",
            ["浙江", "福建"],
        ),
        (
            "各省2026年GDP增长目标从高到低排序",
            f"{TARGET}从高到低的有4个：安徽5.5%以上，浙江5%以上，福建5%左右，江苏4.8%左右",
            ["安徽", "浙江", "福建", "江苏"],
        ),
    ],
    ids=["highest", "lowest", "above", "below", "at-least", "equal", "ordered"],
)
def test_the_rows_are_chosen_and_ordered_as_asked(
    question: str, told: str, places: list[str], provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert unmarked(answer) == f"{told}{WITHOUT}"
    assert [place for place, _ in rows(answer)] == places


def test_all_that_share_the_first_place_are_named(provinces: Chain) -> None:
    answer = ask(provinces, "2026年哪个省居民消费价格涨幅目标最低")
    assert "2个地方中，最低的是浙江2%左右，福建2%左右；" in unmarked(answer)
    assert [place for place, _ in rows(answer)] == ["浙江", "福建"]


def test_where_no_value_is_beyond_the_bound_it_says_so(provinces: Chain) -> None:
    answer = ask(provinces, "哪些省2026年GDP增长目标高于8%")
    assert answer.answer == f"4个地方给出了{TARGET}，没有高于8%的{WITHOUT}"
    assert (answer.table, answer.citations) == (None, ())


def test_what_nobody_states_is_refused(provinces: Chain) -> None:
    answer = ask(provinces, "各省2026年单位GDP能耗降低目标是多少")
    assert (answer.answered, answer.table) == (False, None)


def test_what_the_ledger_does_not_keep_is_looked_up_for_each_place(chain: Chain) -> None:
    answer = ask(chain, "各省2026年新增养老床位多少张")
    assert answer.table is not None
    assert answer.table.columns == ("地区", "年份", "内容")
    assert dict(rows(answer)) == {"浙江": "1.5万张", "江苏": ""}
    assert answer.answer == "1/2个地方的文件给出了数字；未提及：江苏。"
    [cited] = answer.citations
    assert (cited.source, cited.text) == ("浙江/2026.txt", "新增养老床位1.5万张")
