"""The number lock: which figures of an answer stand in what it cites."""

from dataclasses import replace

import pytest

from rag.lock import lock, locked, loose
from rag.types import Answer, AnswerKind, Citation, Lock, Row, Table


def answer(text: str, *quotes: str, kind: AnswerKind = "number") -> Answer:
    """An answer that cites the quotes."""
    citations = tuple(
        Citation(n, "a.txt", "甲", "浙江", 2026, (), None, 0, len(quote), quote)
        for n, quote in enumerate(quotes, 1)
    )
    return Answer("问", "问", kind, kind != "refusal", text, citations=citations)


def test_a_figure_that_stands_in_the_citation_is_held() -> None:
    assert lock(answer("增长5.5%[1]。", "今年增长5.5%左右。")) == Lock(1, 1, 0)


def test_a_figure_is_looked_for_as_a_whole_number() -> None:
    assert lock(answer("增长5%[1]。", "今年增长5.5%左右。")) == Lock(1, 0, 0)
    assert lock(answer("新增6万人[1]。", "2026年新增16万人。")) == Lock(1, 0, 0)


def test_markers_are_no_figures() -> None:
    assert lock(answer("稳就业[1][2]。", "稳就业。", "稳就业。")) == Lock()


def test_figures_in_any_writing_are_held() -> None:
    for text in ("132万人", "１３２万人", "1,299家", "4·3％", "１３．６５亿元"):
        assert lock(answer(f"达到{text}[1]。", f"去年达到{text}。")) == Lock(1, 1, 0)


def test_numbers_of_items_and_years_of_sides_are_no_figures() -> None:
    assert lock(answer("1．修路[1]；2．架桥[1]。", "修路、架桥。")) == Lock()
    assert lock(answer("浙江2026年：增长5%[1]；", "增长5%。")) == Lock(1, 1, 0)


def test_a_difference_is_computed_not_held() -> None:
    text = "浙江：增长5%[1]；江苏：增长4.8%[2]；浙江高于江苏，相差0.2个百分点[1][2]。"
    assert lock(answer(text, "增长5%。", "增长4.8%。", kind="compare")) == Lock(3, 2, 1)


def test_a_difference_that_does_not_come_out_is_loose() -> None:
    text = "浙江：增长5%[1]；江苏：增长4.8%[2]；浙江高于江苏，相差0.3个百分点[1][2]。"
    given = answer(text, "增长5%。", "增长4.8%。", kind="compare")
    assert lock(given) == Lock(3, 2, 0)
    assert loose(given) == ("0.3",)


def test_a_difference_of_sums_of_money_is_worked_out_in_any_size() -> None:
    text = "甲高于乙，相差3000亿元[1][2]。"
    assert lock(answer(text, "达到1.2万亿元。", "达到0.9万亿元。", kind="compare")) == Lock(1, 0, 1)


def test_a_figure_that_the_person_named_needs_no_proof() -> None:
    given = replace(answer("高于5.5%的有浙江6%[1]。", "增长6%。"), resolved="哪些省高于5.5%")
    assert lock(given) == Lock(2, 2, 0)


def test_what_holds_an_unproved_figure_is_withheld_and_told() -> None:
    given = locked(answer("增长5.5%[1]；新增6万人[1]。另有两处[1]。", "今年增长5.5%左右，有两处。"))
    assert given.answer == "增长5.5%[1]；另有两处[1]。"
    assert given.lock == Lock(1, 1, 0)
    assert "6" in given.problems[0]


def test_an_unproved_cell_is_emptied() -> None:
    rows = (Row("浙江", 2026, "5%", (1,)), Row("江苏", 2026, "7%", (1,)))
    given = replace(
        answer("两地的目标。", "增长5%", kind="table"), table=Table(("地区", "年份", "值"), rows)
    )
    kept = locked(given).table
    assert kept is not None
    assert [row.value for row in kept.rows] == ["5%", ""]


def test_nothing_is_withheld_where_all_is_proved() -> None:
    given = answer("增长5.5%[1]。", "今年增长5.5%左右。")
    assert locked(given) == replace(given, lock=Lock(1, 1, 0))


def test_a_quoted_figure_beside_the_word_higher_is_held() -> None:
    sentence = "增长5.4%，高于全国0.3个百分点。"
    assert lock(answer(sentence, sentence)) == Lock(2, 2, 0)


def test_the_cells_of_a_table_are_figures_and_the_count_of_its_rows_is_none() -> None:
    values = (("浙江", "5%以上"), ("江苏", "4.9%"), ("安徽", ""))
    rows = tuple(Row(place, 2026, value, (1,) * bool(value)) for place, value in values)
    given = answer("2/3个地方的文件给出了数字；未提及：安徽。", "增长5%以上", kind="table")
    table = Table(("地区", "年份", "内容"), rows)
    told = Answer(
        *("各省", "各省", "table", True, given.answer),
        citations=given.citations,
        table=table,
    )
    assert lock(told) == Lock(2, 1, 0)


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ("2026年增速目标为5%的有2个：浙江5%[1]；文库里另有1个地方没有能说明2026年的文件。", 2),
        ("给出2026年增速目标的4个地方中，最高的是浙江5%[1]。", 1),
        ("4个地方给出了2026年增速目标，浙江5%[1]。", 1),
        ("浙江2026年目标：增长5%[1]。", 1),
    ],
    ids=["chosen", "highest", "given", "target"],
)
def test_the_counts_of_places_are_no_figures(text: str, checked: int) -> None:
    asked = replace(answer(text, "增长5%。", kind="table"), resolved="各省2026年目标")
    assert lock(asked) == Lock(checked, checked, 0)


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        (
            "文库中3份文件提到“稳就业”，共4次（2025年2次、2026年2次），最早是浙江2025年的文件[1]。",
            0,
        ),
        ("31个省中有28个的文件提到“稳就业”，共57次；没有提到的：西藏。", 0),
        ("31个省的文件都没有提到“稳就业”；提到的是：", 0),
        ("浙江2026年沈一舟（2次）：“增长5%”[1]。", 1),
        ("浙江2026年的报告与2025年的相比，新的提法：“稳就业”（3次）[1]。", 0),
        ("2025年有、2026年没有的提法：“增长5%”[1]。", 1),
        ("2025年：“增长5%”[1] → 2026年：“增长6%”[1]。", 2),
    ],
    ids=["users", "provinces", "nobody", "line", "new", "dropped", "pair"],
)
def test_the_counts_and_years_of_mentions_are_no_figures(text: str, checked: int) -> None:
    assert lock(answer(text, "增长5%，后为增长6%。", kind="mention")) == Lock(checked, checked, 0)


def test_a_refusal_has_no_figures() -> None:
    text = "文库中没有浙江2019年的文件（现有2025年、2026年），无法回答。"
    assert lock(answer(text, kind="refusal")) == Lock()
