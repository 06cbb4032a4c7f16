"""A statement checked: the word, the sentences it rests on, and each part."""

from rag.chain import Chain
from tests.rag.library import ask


def test_a_true_statement_is_told_with_every_sentence_it_rests_on(chain: Chain) -> None:
    answer = ask(chain, "江苏2025年规模以上工业企业利润下降3.3%，粮食产量达到760亿斤。")
    assert (answer.verdict, answer.error) == ("supported", None)
    assert answer.answer.startswith("属实：规模以上工业企业利润下降3.3%[1]；")
    assert answer.answer.endswith("[2]。")
    assert [part.verdict for part in answer.parts] == ["supported", "supported"]
    assert [part.citations for part in answer.parts] == [(1,), (2,)]


def test_a_statement_is_as_bad_as_its_worst_part(chain: Chain) -> None:
    answer = ask(chain, "全国2026年安排地方政府专项债券4.6万亿元，发行超长期特别国债1.3万亿元。")
    assert (answer.verdict, answer.error) == ("refuted", "wrong_figure")
    assert answer.answer == (
        "不符：原文是“拟安排地方政府专项债券4.6万亿元，发行超长期特别国债1.5万亿元。”[1]"
    )
    assert [(part.text, part.verdict, part.error) for part in answer.parts] == [
        ("全国2026年安排地方政府专项债券4.6万亿元", "supported", None),
        ("发行超长期特别国债1.3万亿元", "refuted", "wrong_figure"),
    ]


def test_where_the_wrong_figure_comes_from_is_quoted_too(chain: Chain) -> None:
    answer = ask(chain, "浙江2025年城镇新增就业132万人。")
    assert (answer.verdict, answer.error) == ("refuted", "wrong_place")
    right, wrong = answer.citations
    assert (right.place, wrong.place) == ("浙江", "江苏")
    assert f"原文是“{right.text}”[1]" in answer.answer
    assert f"这个说法出自2026年江苏省政府工作报告：“{wrong.text}”[2]" in answer.answer
    assert [part.citations for part in answer.parts] == [(1, 2)]


def test_what_is_not_there_is_told_without_a_citation(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年要新建三座核聚变电站。")
    assert answer.answer == "查无依据：文库没有说到这件事，或没有给出可比的数字。"
    assert (answer.verdict, answer.citations) == ("not_enough_info", ())
    assert [(part.verdict, part.citations) for part in answer.parts] == [("not_enough_info", ())]


def test_a_rank_is_checked(provinces: Chain) -> None:
    for rank, verdict in (("第一", "refuted"), ("第二", "supported"), ("前三", "supported")):
        assert ask(provinces, f"浙江2025年新能源汽车产量居全国{rank}。").verdict == verdict
