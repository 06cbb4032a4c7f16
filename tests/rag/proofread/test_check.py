"""Sentences become findings: what is asked of the library, and what becomes of its answer."""

from rag.chain import Chain
from rag.proofread.check import context_of, findings, statement
from rag.proofread.facts import NOTHING, QUESTION
from rag.proofread.library import checker
from rag.proofread.types import Finding
from tests.rag.proofread.drafts import PRESS, SOURCE, Echo, blocks


def found(echo: Echo, *lines: str, place: str = "", year: int | None = None) -> list[Finding]:
    made = blocks(*lines)
    context = context_of(made, echo.checker.places, place, year, 2026)
    return list(findings(made, echo.checker, context))


def test_every_sentence_has_a_finding_and_only_facts_are_asked() -> None:
    echo = Echo()
    told = found(echo, "浙江观察", "浙江2025年增长5%。春天来了！增长多少？")
    assert [one.sentence.number for one in told] == [1, 2, 3, 4]
    assert [one.verdict for one in told] == [None, "supported", None, None]
    assert told[2].why == NOTHING
    assert told[3].why == "这是问句，不核对。"
    assert echo.asked == ["浙江2025年增长5%。"]


def test_a_finding_holds_the_fact_the_reason_and_the_citation() -> None:
    (one,) = found(Echo(), "浙江2025年增长错7%。")
    assert (one.verdict, one.error) == ("refuted", "wrong_figure")
    assert one.explanation == "原文是“增长5%以上。”"
    assert one.fact == SOURCE.text
    assert one.citations == (SOURCE,)


def test_the_same_sentence_is_asked_once_but_not_under_another_place() -> None:
    echo = Echo()
    found(echo, "浙江", "2025年增长5%。", "2025年增长5%。", "江苏", "2025年增长5%。")
    assert echo.asked == ["浙江2025年增长5%。", "江苏2025年增长5%。"]


def test_today_decides_the_year_else_the_title_else_the_clock() -> None:
    for title, year, wanted in (("浙江2024年观察", 2020, 2020), ("浙江2024年", None, 2024)):
        echo = Echo()
        found(echo, title, "今年浙江增长5%。", year=year)
        assert echo.asked == [f"{wanted}年浙江增长5%。"]
    echo = Echo()
    found(echo, "浙江观察", "今年浙江增长5%。")
    assert echo.asked == ["2026年浙江增长5%。"]


def test_several_places_are_ruled_on_one_by_one_and_the_worst_counts() -> None:
    echo = Echo()
    (one,) = found(echo, "2025年浙江GDP增长5%，江苏增长错6%。")
    assert echo.asked == ["2025年浙江GDP增长5%", "2025年江苏GDP增长错6%"]
    assert one.verdict == "refuted"
    assert [part.verdict for part in one.parts] == ["supported", "refuted"]
    assert [citation.number for citation in one.citations] == [1, 2]
    assert [part.citations for part in one.parts] == [(1,), (2,)]


def test_a_year_that_we_supplied_refutes_nothing(chain: Chain) -> None:
    asked = checker(chain)
    made = blocks("浙江2026年观察", "浙江新能源汽车产量达到95万辆，增长31.9%。")
    context = context_of(made, asked.places, "", None, 2026)
    told = list(findings(made, asked, context))[1]
    assert told.verdict == "supported"
    assert "2026年" not in told.whole.supplied


def test_a_press_draft_is_checked_against_the_reports(chain: Chain) -> None:
    asked = checker(chain)
    made = blocks(*PRESS)
    context = context_of(made, asked.places, "", None, 2026)
    told = list(findings(made, asked, context))
    assert [one.verdict for one in told] == [
        *(None, None, "supported", "refuted", "supported", None, None),
    ]
    assert told[3].whole.supplied == ("浙江", "“今年”即2026年")
    assert "增长5%以上" in told[3].fact


def test_a_misplaced_figure_says_where_it_is_from(chain: Chain) -> None:
    told = statement("江苏2026年粮食产量127亿斤以上。", checker(chain), "", 2026)
    assert told.verdict == "refuted"
    assert told.error == "wrong_place"
    assert "粮食产量稳定在127亿斤以上" in told.origin
    assert "粮食产量755亿斤以上" in told.fact


def test_a_statement_that_is_a_question_or_nothing_says_so() -> None:
    echo = Echo()
    for text, why in (("浙江2025年目标是多少", QUESTION), ("让我们携手共进。", NOTHING)):
        told = statement(text, echo.checker, "", 2026)
        assert (told.verdict, told.why) == (None, why)
    assert echo.asked == []


def test_a_statement_that_only_might_be_one_is_nothing_if_nothing_is_known_of_it() -> None:
    assert statement("无人知道此事的缘由。", Echo().checker, "", 2026).why == NOTHING
