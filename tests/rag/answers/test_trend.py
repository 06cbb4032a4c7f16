"""A course over years: the year of each figure is its own, targets and results are told apart."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over


def report(year: int, result: str, target: str, more: str = "") -> str:
    return (
        f"{year}年贵州省政府工作报告\n\n一、{year - 1}年工作回顾\n\n"
        f"{year - 1}年，全省地区生产总值增长{result}。{more}\n\n"
        f"二、{year}年主要预期目标\n\n今年的主要预期目标是：地区生产总值增长{target}。\n"
    )


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    texts = {
        "a.txt": report(2024, "4.9%", "5.5%左右"),
        "b.txt": report(2025, "5.3%", "5.5%左右", "2023年，全省地区生产总值增长4.8%。"),
        "c.txt": report(2026, "4.6%", "5%左右"),
    }
    return chain_over(tmp_path_factory.mktemp("courses"), texts)


def test_the_course_of_targets_holds_no_result_and_names_the_silent_years(chain: Chain) -> None:
    answer = ask(chain, "贵州2023年到2026年GDP增长目标的变化")
    assert answer.kind == "trend"
    assert "2024年：" in answer.answer
    assert "未提及：2023年" in answer.answer
    assert answer.table is not None
    assert [(row.year, row.value) for row in answer.table.rows] == [
        (2024, "5.5%左右"),
        (2025, "5.5%左右"),
        (2026, "5%左右"),
    ]
    assert answer.table.columns[-1] == "地区生产总值增速目标"


def test_a_year_that_no_document_tells_of_gets_no_other_year_s_figure(chain: Chain) -> None:
    answer = ask(chain, "贵州2022年到2024年GDP增速变化")
    assert "2022年：" not in answer.answer
    assert answer.table is not None
    assert [(row.year, row.value) for row in answer.table.rows] == [(2023, "4.9%"), (2024, "5.3%")]


def test_without_years_all_years_are_told_a_target_marked_among_results(chain: Chain) -> None:
    answer = ask(chain, "贵州GDP增速历年变化")
    assert answer.table is not None
    assert [(row.year, row.value) for row in answer.table.rows] == [
        (2023, "4.9%"),
        (2024, "5.3%"),
        (2025, "4.6%"),
        (2026, "5%左右（目标）"),
    ]
    assert "2025年实绩：" in answer.answer
    assert "2026年目标：" in answer.answer
    assert answer.lock.held == answer.lock.checked


@pytest.mark.parametrize(
    "question", ["贵州2023年到2024年GDP增速变化", "贵州2023年GDP增长多少"], ids=["course", "number"]
)
def test_a_figure_that_a_later_document_gives_otherwise_is_shown_beside(
    question: str, chain: Chain
) -> None:
    answer = ask(chain, question)
    assert "4.9%" in answer.answer
    assert "2023年的数，2025年的文件写的是4.8%" in answer.answer
    assert {citation.year for citation in answer.citations} >= {2024, 2025}
    assert answer.lock.held == answer.lock.checked - answer.lock.computed
