"""Each kind of answer over the invented documents: the facts that must stand in it."""

import pytest

from rag.chain import Chain
from rag.types import AnswerKind
from tests.rag.documents import TWIN
from tests.rag.library import ask

ZHEJIANG, ZHEJIANG_BEFORE = "浙江/2026.txt", "浙江/2025.txt"
JIANGSU, JIANGSU_BEFORE = "江苏/2026.txt", "江苏/2025.txt"
NATION, INTERVIEW = "国务院2026.txt", "德清访谈.txt"

FACTS: dict[str, tuple[str, AnswerKind, tuple[str, ...], str]] = {
    "target": ("浙江2026年城镇新增就业目标是多少？", "number", ("105万人以上",), ZHEJIANG),
    "target-before": ("浙江2025年就业目标是多少？", "number", ("100万人以上",), ZHEJIANG_BEFORE),
    "result": ("江苏2025年粮食产量是多少", "number", ("760亿斤",), JIANGSU),
    "this-year": ("江苏今年粮食产量目标", "number", ("755亿斤以上",), JIANGSU),
    "last-year": ("去年浙江新能源汽车产量是多少", "number", ("95万辆",), ZHEJIANG),
    "wide-digits": ("江苏2025年城镇新增就业多少人", "number", ("１３２万人",), JIANGSU),
    "negative": ("江苏2025年规模以上工业企业利润增长多少", "number", ("下降3.3%",), JIANGSU),
    "nation": ("国务院今年安排多少专项债券", "number", ("4.6万亿元",), NATION),
    "interview": ("德清引进多少博士", "number", ("45名",), INTERVIEW),
    "six": (
        "浙江六大工程是哪些？",
        "enumeration",
        ("科创登峰", "数智强基", "蓝海拓展", "城乡共富", "绿水富民", "文脉传承"),
        ZHEJIANG,
    ),
    "other-six": (
        "江苏的六大工程是哪六个",
        "enumeration",
        ("产业强链", "算力筑基", "长江生态", "安居暖心", "通道畅行", "人才聚力"),
        JIANGSU,
    ),
    "five": ("五新消费是什么", "enumeration", ("首店", "冰雪", "银发", "数字", "绿色"), NATION),
    "list": ("江苏有哪些未来产业", "list", ("新型储能", "商业航天", "深海装备"), JIANGSU_BEFORE),
    "cities": (
        "江苏在哪些城市建设国际消费中心",
        "where",
        ("南京", "苏州", "徐州"),
        JIANGSU,
    ),
    "how": ("浙江怎么稳外贸", "how", ("出口信用保险", "海外仓", "义乌"), ZHEJIANG),
    "when": ("甬舟跨海铁路什么时候通车", "when", ("2028年",), ZHEJIANG),
    "day": ("浙江2026年的政府工作报告是哪天作的", "when", ("2026年1月14日",), ZHEJIANG),
    "where": ("东极海上风电场建在哪里", "where", ("舟山",), ZHEJIANG_BEFORE),
    "who": ("谁说要种好早稻", "who", ("宋晓禾",), INTERVIEW),
    "who-reports": ("2026年江苏的政府工作报告是谁作的", "who", ("陆远航",), JIANGSU),
}


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_stand_in_the_answer_and_their_document_is_cited(name: str, chain: Chain) -> None:
    question, kind, facts, source = FACTS[name]
    answer = ask(chain, question)
    assert answer.answered, answer.reason
    assert answer.kind == kind
    assert [fact for fact in facts if fact not in answer.answer] == []
    assert source in {citation.source for citation in answer.citations}


def test_a_number_is_told_without_its_neighbours(chain: Chain) -> None:
    told = ask(chain, "浙江2026年城镇新增就业目标是多少？").answer
    assert "127亿斤" not in told
    assert "113万人" not in told


def test_yes_and_no_come_first(chain: Chain) -> None:
    assert ask(chain, "江苏给汽车更新发补贴吗？").answer.startswith("是")
    assert ask(chain, "浙江2026年全面取消学校午餐费吗").answer.startswith("否")
    assert ask(chain, "江苏2026年增长目标是6%吗").answer.startswith("否")


def test_a_comparison_brings_evidence_of_both_places_and_the_difference(chain: Chain) -> None:
    answer = ask(chain, "浙江和江苏2026年GDP增长目标谁高？")
    assert answer.kind == "compare"
    assert {citation.place for citation in answer.citations} == {"浙江", "江苏"}
    assert {citation.year for citation in answer.citations} == {2026}
    assert "浙江高于江苏，相差0.2个百分点" in answer.answer
    assert answer.lock.computed == 1


def test_amounts_are_compared_in_their_unit(chain: Chain) -> None:
    told = ask(chain, "浙江和江苏2026年粮食产量目标相比，谁多多少？").answer
    assert "127亿斤" in told
    assert "755亿斤" in told
    assert "江苏高于浙江，相差628亿斤" in told


def test_a_table_has_a_row_a_place(chain: Chain) -> None:
    answer = ask(chain, "各省2026年城镇新增就业目标是多少")
    assert answer.kind == "table"
    assert answer.table is not None
    rows = {row.place: row for row in answer.table.rows}
    assert set(rows) >= {"浙江", "江苏"}
    assert "105万人" in rows["浙江"].value
    assert "118万人" in rows["江苏"].value
    sources = {citation.number: citation.source for citation in answer.citations}
    assert [sources[n] for n in rows["浙江"].citations] == [ZHEJIANG]
    assert [sources[n] for n in rows["江苏"].citations] == [JIANGSU]


def test_a_place_that_is_silent_has_an_empty_cell(chain: Chain) -> None:
    answer = ask(chain, "各省2026年居民消费价格涨幅目标是多少")
    assert answer.table is not None
    rows = {row.place: row for row in answer.table.rows}
    assert "1.5%" in rows["浙江"].value
    assert (rows["江苏"].value, rows["江苏"].citations) == ("", ())
    assert "江苏" in answer.answer


@pytest.mark.parametrize(
    "claim",
    [
        "浙江2026年城镇新增就业目标为105万人以上。",
        "江苏2026年新建儿童友好公园260个。",
        "江苏2026年发放汽车更新补贴35亿元，对吗？",
    ],
    ids=["target", "parks", "asked"],
)
def test_a_true_claim_is_supported(claim: str, chain: Chain) -> None:
    answer = ask(chain, claim)
    assert (answer.kind, answer.verdict, answer.error) == ("claim", "supported", None)
    assert answer.citations


@pytest.mark.parametrize(
    "claim",
    [
        "浙江2026年城镇新增就业目标为115万人以上。",
        "江苏2026年新建儿童友好公园620个。",
        "江苏2026年发放汽车更新补贴53亿元。",
    ],
    ids=["target", "parks", "subsidy"],
)
def test_a_claim_with_another_figure_is_refuted(claim: str, chain: Chain) -> None:
    answer = ask(chain, claim)
    assert (answer.kind, answer.verdict, answer.error) == ("claim", "refuted", "wrong_figure")
    assert answer.citations


def test_a_claim_about_what_nobody_said_is_not_judged(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年要新建三座核聚变电站。")
    assert (answer.kind, answer.verdict) == ("claim", "not_enough_info")
    assert answer.citations == ()


def test_twins_are_told_of_the_place_that_is_asked_about(chain: Chain) -> None:
    for place in ("浙江", "江苏"):
        for year in (2025, 2026):
            answer = ask(chain, f"{place}{year}年依法行政有什么要求")
            twins = [c for c in answer.citations if c.text == TWIN]
            assert {(c.place, c.year) for c in twins} <= {(place, year)}
            assert {c.place for c in answer.citations} == {place}


def test_places_are_never_mixed(chain: Chain) -> None:
    for question in ("浙江2026年就业目标", "浙江2026年六大工程是哪些", "浙江怎么发展海洋经济"):
        answer = ask(chain, question)
        assert {c.place for c in answer.citations} == {"浙江"}
        assert {passage.source.split("/")[0] for passage in answer.passages} == {"浙江"}


def test_a_digest_gives_way_to_its_original(chain: Chain) -> None:
    answer = ask(chain, "甬舟跨海铁路什么时候建成通车")
    assert "摘编.txt" not in {c.source for c in answer.citations}
    assert "摘编.txt" not in {passage.source for passage in answer.passages}


def test_a_follow_up_is_answered_in_its_context(chain: Chain) -> None:
    answer = ask(chain, "那江苏呢？", "浙江2026年城镇新增就业目标是多少？")
    assert answer.resolved == "江苏2026年城镇新增就业目标是多少？"
    assert "118万人以上" in answer.answer
    assert {c.source for c in answer.citations} == {JIANGSU}
    again = ask(chain, "那2025年呢？", "浙江2026年城镇新增就业目标是多少？", "那江苏呢？")
    assert "120万人以上" in again.answer


def test_a_relative_year_is_told_with_the_answer(chain: Chain) -> None:
    assert "“去年”按2025年理解" in ask(chain, "去年浙江新能源汽车产量是多少").answer


def test_another_place_with_the_same_slogan_is_one_click_away(chain: Chain) -> None:
    answer = ask(chain, "六大工程是哪些")
    [cited] = {(c.place, c.year) for c in answer.citations}
    others = {("浙江", 2026), ("江苏", 2026)} - {cited}
    assert {s.label for s in answer.suggestions} == {f"{y}年{p}·六大工程" for p, y in others}


def test_the_same_question_of_another_year_is_one_click_away(chain: Chain) -> None:
    [written] = ask(chain, "浙江2026年就业目标是多少？").suggestions
    assert (written.label, written.question) == ("浙江2025年", "浙江2025年就业目标是多少？")
    [relative] = ask(chain, "浙江今年就业目标是多少？").suggestions
    assert relative.question == "浙江2025年就业目标是多少？"


@pytest.mark.parametrize("figure", ["6%左右", "6%以上", "约6%"], ids=["about", "above", "circa"])
def test_another_figure_is_denied_whatever_its_qualifier(figure: str, chain: Chain) -> None:
    answer = ask(chain, f"江苏2026年增长目标是{figure}吗")
    assert answer.answer.startswith("否")


def test_a_bare_heading_is_no_answer(chain: Chain) -> None:
    told = ask(chain, "浙江怎么稳外贸")
    assert "（三）稳住外贸基本盘" not in told.answer
    deeds = ask(chain, "江苏2026年有什么民生实事")
    assert "260个" in deeds.answer


def test_a_question_in_an_interview_is_no_answer(chain: Chain) -> None:
    assert "问：" not in ask(chain, "宋晓禾认为乡村振兴的关键是什么").answer


@pytest.mark.parametrize(
    "question",
    ["浙江2025年和2026年就业目标怎么变", "哪个省新增就业目标更高", "各省2026年预算收入目标"],
    ids=["trend", "compare", "table"],
)
def test_the_words_of_asking_do_not_count_against_an_answer(question: str, chain: Chain) -> None:
    answer = ask(chain, question)
    assert answer.citations
