"""The verdict on each part of a statement, and the kind of error of a refuted one."""

import pytest

from rag.chain import Chain
from rag.claims.judge import rule
from rag.claims.ruling import Ruling
from rag.types import Question

ZHEJIANG, ZHEJIANG_BEFORE, JIANGSU = "浙江/2026.txt", "浙江/2025.txt", "江苏/2026.txt"


def ruled(statement: str, chain: Chain) -> tuple[Ruling, ...]:
    query = chain.understand(Question(statement))
    assert query.kind == "claim"
    return rule(query, chain.retrieve(query).found.hits, chain.index)


def source(ruling: Ruling) -> str | None:
    """Where the sentence stands that a ruling rests on."""
    return ruling.hit.passage.source if ruling.hit else None


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("浙江2026年城镇新增就业目标为105万人以上。", ZHEJIANG),
        ("浙江2025年城镇新增就业108万人。", ZHEJIANG),
        ("浙江2024年城镇新增就业113万人。", ZHEJIANG_BEFORE),
        ("江苏2025年规模以上工业企业利润下降3.3%。", JIANGSU),
        ("江苏2025年粮食产量达到3800万吨。", JIANGSU),
        ("江苏2025年高新技术企业超过6万家。", JIANGSU),
        ("江苏2026年新建儿童友好公园260个。", JIANGSU),
        ("江苏2026年农村中小银行改革完成。", JIANGSU),
        ("宋晓禾说要种好5.8万亩早稻。", "德清访谈.txt"),
    ],
    ids=[
        *("target", "result", "year", "decline", "tons", "over", "plan", "words", "speaker"),
    ],
)
def test_what_a_document_says_is_supported_by_it(statement: str, where: str, chain: Chain) -> None:
    [ruling] = ruled(statement, chain)
    assert (ruling.verdict, ruling.error) == ("supported", None)
    assert source(ruling) == where


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("浙江2026年城镇新增就业目标为115万人以上。", "wrong_figure"),
        ("江苏2025年粮食产量达到760斤。", "wrong_unit"),
        ("浙江2026年城镇新增就业目标为105万人。", "dropped_qualifier"),
        ("浙江2026年城镇新增就业目标为105万人以内。", "dropped_qualifier"),
        ("江苏2025年规模以上工业企业利润增长3.3%。", "opposite_direction"),
        ("江苏养老护理员队伍缩小到9.8万人。", "opposite_direction"),
        ("浙江2025年城镇新增就业113万人。", "wrong_year"),
        ("浙江2026年城镇新增就业108万人。", "wrong_year"),
        ("浙江2019年城镇新增就业113万人。", "wrong_year"),
        ("浙江2025年地区生产总值增长目标为5.4%。", "result_as_target"),
        ("江苏2025年保交房项目全部交付。", "target_as_result"),
        ("浙江2026年新建儿童友好公园260个。", "wrong_place"),
        ("浙江2025年城镇新增就业132万人。", "wrong_place"),
        ("江苏2026年在南京新建儿童友好公园260个。", "wrong_place"),
        ("方启明说要种好5.8万亩早稻。", "wrong_subject"),
    ],
    ids=[
        *("figure", "unit", "bare", "turned", "decline", "shrunk", "year-before", "year-after"),
        *("rare-figure",),
        *("as-target", "as-result", "place", "place-of-figure", "city", "speaker"),
    ],
)
def test_what_is_wrong_with_a_statement_is_named(statement: str, error: str, chain: Chain) -> None:
    [ruling] = ruled(statement, chain)
    assert (ruling.verdict, ruling.error) == ("refuted", error)
    assert ruling.hit or ruling.origin


def test_where_a_wrong_figure_really_comes_from_is_told(chain: Chain) -> None:
    [ruling] = ruled("浙江2025年城镇新增就业132万人。", chain)
    assert source(ruling) == ZHEJIANG
    assert ruling.origin is not None
    assert ruling.origin.passage.source == JIANGSU
    assert "１３２万人" in ruling.origin.passage.text
    [ruling] = ruled("浙江2026年新建儿童友好公园260个。", chain)
    assert ruling.hit is None
    assert ruling.origin is not None
    assert ruling.origin.passage.source == JIANGSU


@pytest.mark.parametrize(
    "statement",
    [
        "浙江2026年要新建三座核聚变电站。",
        "昆山2026年城镇新增就业5万人。",
        "浙江2019年城镇新增就业完成115万人。",
        "浙江2019年地区生产总值增长5.3%。",
    ],
    ids=["never", "place", "year", "common-figure"],
)
def test_what_no_document_speaks_of_is_not_judged(statement: str, chain: Chain) -> None:
    [ruling] = ruled(statement, chain)
    assert (ruling.verdict, ruling.error) == ("not_enough_info", None)
    assert (ruling.hit, ruling.origin) == (None, None)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("浙江新能源汽车的产量排在全国第二。", "supported"),
        ("浙江新能源汽车的产量全国最高。", "refuted"),
        ("浙江的柑橘产量排在全国第二。", "not_enough_info"),
    ],
    ids=["given", "higher", "of-another-thing"],
)
def test_a_rank_is_ruled_by_the_rank_that_is_given(
    statement: str, verdict: str, provinces: Chain
) -> None:
    [ruling] = ruled(statement, provinces)
    assert ruling.verdict == verdict


def test_each_part_has_its_own_ruling(chain: Chain) -> None:
    first, second = ruled(
        "全国2026年安排地方政府专项债券4.6万亿元，发行超长期特别国债1.3万亿元。", chain
    )
    assert (first.part.text, first.verdict) == (
        "全国2026年安排地方政府专项债券4.6万亿元",
        "supported",
    )
    assert (second.verdict, second.error) == ("refuted", "wrong_figure")
    assert first.hit is not None
    assert second.hit is not None
    assert first.hit.row == second.hit.row


def test_figures_of_one_part_are_each_checked(chain: Chain) -> None:
    right, wrong = (
        ruled(f"浙江2025年新能源汽车产量达到95万辆，增长{growth}%。", chain)
        for growth in ("31.9", "13.9")
    )
    assert [ruling.verdict for ruling in right] == ["supported"]
    assert [(ruling.verdict, ruling.error) for ruling in wrong] == [("refuted", "wrong_figure")]
