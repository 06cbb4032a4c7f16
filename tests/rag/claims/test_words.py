"""Statements without figures: turned round, another item, a name that is not there."""

import pytest

from index.types import Hit
from rag.chain import Chain
from rag.claims.words import Wording, contradicts, missing
from rag.types import Question


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("利润增长", "利润下降3%"),
        ("利润下降", "利润增长3%"),
        ("差距扩大", "差距收窄"),
        ("贸易顺差", "贸易逆差"),
        ("增速高于全国", "增速低于全国"),
        ("居全国第一", "居全国第二位"),
        ("居首位", "居第3位"),
        ("位居前三", "居全国第五位"),
        ("任务完成了", "任务未完成"),
        ("任务完成了", "任务没有如期完成"),
    ],
    ids=[
        *("up-down", "down-up", "wider", "surplus", "above", "rank", "first"),
        *("among", "undone", "not-in-time"),
    ],
)
def test_what_is_turned_round_contradicts(said: str, clause: str) -> None:
    assert contradicts(said, clause)


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("利润增长", "利润提高3%"),
        ("利润增长", "利润30亿元"),
        ("利润先增长后下降", "利润增长"),
        ("居首位", "居第一位"),
        ("第十二位", "第12位"),
        ("位居前三", "居全国第二位"),
        ("任务未完成", "任务未完成"),
        ("发展第一产业", "发展第二产业"),
        ("第十四届", "第十五届"),
        ("稳就业", "保民生"),
    ],
    ids=[
        *("alike", "level", "both", "first", "digits", "among", "undone"),
        *("sector", "session", "other"),
    ],
)
def test_what_only_differs_does_not(said: str, clause: str) -> None:
    assert not contradicts(said, clause)


CITIES = "在南京、苏州、徐州建设三个国际消费中心"


def worded(statement: str, core: str, words: str, chain: Chain) -> Wording:
    """How the sentence of the library that holds some words words a statement."""
    index = chain.index
    row = next(row for row in range(len(index.contents.rows)) if words in index.passage(row).text)
    hit = Hit(row, index.passage(row), 1.0)
    return missing(core, statement, hit, chain.understand(Question(statement)), index)


def test_a_sentence_with_the_words_covers_them_by_the_clause_that_has_them(chain: Chain) -> None:
    said = "江苏在南京、苏州、徐州建设三个国际消费中心。"
    found = worded(said, "建设三个国际消费中心", CITIES, chain)
    assert found.covered == pytest.approx(1.0)
    assert (found.clause, found.items) == (CITIES, ())


def test_an_item_that_is_not_in_the_list_is_told(chain: Chain) -> None:
    core = "建设三个国际消费中心"
    assert worded(f"江苏{core}：南京、苏州、无锡。", core, CITIES, chain).items == ("无锡",)
    assert worded(f"江苏{core}：南京、苏州、徐州。", core, CITIES, chain).items == ()


def test_another_list_is_no_list_with_a_wrong_item(chain: Chain) -> None:
    core = "建设三个国际消费中心"
    assert worded(f"江苏{core}：常州、镇江、无锡。", core, CITIES, chain).items == ()


def test_a_first_that_the_sentence_does_not_tell_counts_against_it(chain: Chain) -> None:
    core = "建设三个国际消费中心"
    plain = worded(f"江苏{core}。", core, CITIES, chain)
    boast = worded(f"江苏率先{core}。", core, CITIES, chain)
    assert boast.covered == pytest.approx(plain.covered - 0.25)


def test_a_sentence_about_something_else_covers_less(chain: Chain) -> None:
    core = "建设三个国际消费中心"
    there, elsewhere = (
        worded(f"江苏{core}。", core, words, chain) for words in (CITIES, "改造危桥")
    )
    assert elsewhere.covered < 0.6 < there.covered
