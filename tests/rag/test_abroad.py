"""Places outside China and places that are not held: refused, with the nearest to ask about."""

import pytest

from corpus.gazetteer import known
from rag.abroad import abroad, is_abroad
from rag.chain import Chain
from rag.lexicon import rows
from rag.nearest_place import held_note, nearest
from tests.rag.library import ask


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("东京2025年GDP", "东京"),
        ("法国2025年财政赤字", "法国"),
        ("2025年法国GDP增长目标", "法国"),
        ("日本的人口是多少", "日本"),
        ("请问2025年的美国经济增长多少", "美国"),
        ("南苏丹2025年GDP", "南苏丹"),
        ("对俄罗斯贸易增长多少", ""),
        ("2025年与德国合作的项目有多少", ""),
        ("中欧班列开行多少列", ""),
        ("德国企业投资了多少项目", ""),
        ("汉堡2025年", "汉堡"),
        ("吃汉堡的人有多少", ""),
    ],
    ids=[*"abcdefghijkl"],
)
def test_a_place_abroad_is_asked_about_only_as_a_place_is(text: str, place: str) -> None:
    assert abroad(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What is France's growth target for 2025?", "法国"),
        ("GDP growth of Japan in 2025", "日本"),
        ("How much did trade with Russia grow?", ""),
        ("exports to Germany in 2025", ""),
        ("Jordanian students", ""),
    ],
    ids=[*"abcde"],
)
def test_so_in_english(text: str, place: str) -> None:
    assert abroad(text, is_english=True) == place


def test_no_place_abroad_is_also_one_in_china() -> None:
    names = [name for name, _, _ in rows("world.tsv")]
    assert [name for name in names if name in known().named] == []
    assert len(names) == len(set(names))
    assert is_abroad("东京")
    assert not is_abroad("北京")


@pytest.mark.parametrize(
    ("text", "place"),
    [("东京2026年GDP增长目标是多少", "东京"), ("法国2026年财政赤字", "法国")],
    ids=["city", "country"],
)
def test_a_place_abroad_is_refused_with_what_there_is(text: str, place: str, chain: Chain) -> None:
    answer = ask(chain, text)
    assert (answer.answered, answer.reason) == (False, f"文库中没有{place}的文件")
    assert "文库里有全国、德清、江苏、浙江的文件" in answer.answer
    assert answer.suggestions
    assert all(place not in chip.question for chip in answer.suggestions)


def test_trade_of_a_chinese_place_with_another_country_is_no_question_about_that(
    chain: Chain,
) -> None:
    answer = ask(chain, "浙江对俄罗斯贸易的目标是多少")
    assert "俄罗斯" not in answer.reason


def test_the_nearest_sound_or_look_alike() -> None:
    assert nearest("东京", ("浙江", "北京", "南京")) == ("北京", "南京")
    assert nearest("闪西", ("江苏", "山西", "陕西")) == ("山西", "陕西")
    assert nearest("昆山", ("北京", "全国")) == ()
    assert nearest("法国", ("全国",)) == ()


def test_the_places_there_are_are_told_up_to_five() -> None:
    assert held_note(("昆山",), {"浙江", "全国"}) == ("文库里有全国、浙江的文件",)
    many = {"浙江", "江苏", "安徽", "福建", "山东", "江西"}
    assert held_note(("昆山",), many)[0].endswith("等6个地方的文件")
    assert held_note((), {"浙江"}) == held_note(("昆山",), ()) == ()


def test_a_name_that_no_list_has_is_refused_with_places_to_ask_about(provinces: Chain) -> None:
    answer = ask(provinces, "瓦坎达2026年GDP增长目标是多少")
    assert (answer.answered, answer.reason) == (False, "文库中没有给出瓦坎达的地区生产总值")
    assert [chip.question for chip in answer.suggestions] == [
        "安徽2026年GDP增长目标是多少",
        "山东2026年GDP增长目标是多少",
        "江苏2026年GDP增长目标是多少",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("香港2026年GDP增长目标是多少", "香港"),
        ("2026年全国GDP增长目标是多少", "全国"),
        ("全国2026年城镇新增就业目标是多少", "全国"),
    ],
    ids=["hong-kong", "behind-the-year", "first"],
)
def test_nobody_else_answers_for_a_place_that_is_not_there(
    text: str, place: str, provinces: Chain
) -> None:
    answer = ask(provinces, text)
    assert (answer.answered, answer.reason) == (False, f"文库中没有{place}的文件")


def test_the_country_behind_the_year_is_the_country(chain: Chain) -> None:
    assert "1200万人以上" in ask(chain, "2026年全国城镇新增就业目标是多少").answer
