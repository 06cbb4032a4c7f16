"""Slips in names are put right and told; what is a name or a word itself never is."""

import pytest

from corpus.gazetteer import known
from index.words import is_word
from rag.chain import Chain
from rag.data.make_syllables import characters
from rag.lexicon import rows
from rag.slips import corrected
from rag.sounds import alike, slips
from tests.rag.library import ask

HELD = ("浙江", "江苏", "新昌")


@pytest.mark.parametrize(
    ("typed", "meant", "said"),
    [
        ("折江2025年GDP目标", "浙江2025年GDP目标", ("“折江”按浙江理解",)),
        ("淅江今年的就业目标", "浙江今年的就业目标", ("“淅江”按浙江理解",)),
        ("2025年胡南粮食产量", "2025年湖南粮食产量", ("“胡南”按湖南理解",)),
        ("四穿省2025年目标", "四川省2025年目标", ("“四穿”按四川理解",)),
        ("江苏和折江2025年谁高", "江苏和浙江2025年谁高", ("“折江”按浙江理解",)),
        ("折江和江苏谁高", "浙江和江苏谁高", ("“折江”按浙江理解",)),
        ("新厂2025年GDP", "新昌2025年GDP", ("“新厂”按新昌理解",)),
        ("航州2025年GDP", "杭州2025年GDP", ("“航州”按杭州理解",)),
        ("浙江新增旧业目标", "浙江新增就业目标", ("“新增旧业”按新增就业理解",)),
        ("城镇调查失叶率", "城镇调查失业率", ("“城镇调查失叶率”按城镇调查失业率理解",)),
        ("居民消费价各", "居民消费价格", ("“居民消费价各”按居民消费价格理解",)),
        (
            "折江2025年新增旧业目标",
            "浙江2025年新增就业目标",
            ("“折江”按浙江理解", "“新增旧业”按新增就业理解"),
        ),
    ],
    ids=[*"abcdefghijkl"],
)
def test_a_slip_is_put_right_and_told(typed: str, meant: str, said: tuple[str, ...]) -> None:
    assert corrected(typed, HELD) == (meant, said)


@pytest.mark.parametrize(
    "text",
    [
        *("新昌2025年GDP", "吉安2025年GDP", "海南2025年GDP", "河南2025年GDP", "新沂2025年目标"),
        *("荷兰2025年GDP", "山洞的GDP", "附件2025年目标", "背景2025年目标"),
        *("闪西2025年GDP", "江西和南方2025年GDP", "《折江》2025年GDP", "“折江”2025年GDP"),
        *("旧业改造多少", "谁提出了折江的说法", "六大工程是哪些"),
    ],
    ids=[*"abcdefghijklmnop"],
)
def test_a_name_a_word_and_what_may_be_two_names_stay(text: str) -> None:
    assert corrected(text, HELD) == (text, ())


def test_no_place_of_the_gazetteer_is_taken_for_another() -> None:
    shorts = {place.short for place in known().rows if place.level != "country"}
    changed = [short for short in shorts if corrected(f"{short}2025年目标", HELD)[1]]
    assert changed == []


def test_a_name_may_differ_in_one_character_and_a_long_one_in_two() -> None:
    assert corrected("这将2025年目标", HELD) == ("这将2025年目标", ())
    assert corrected("城镇调查失叶绿", HELD)[0] == "城镇调查失业率"
    assert corrected("程真调查失叶率", HELD)[0] != "城镇调查失业率"


def test_characters_are_alike_by_a_usual_sound_or_by_shape() -> None:
    assert (alike("折", "浙"), alike("淅", "浙"), alike("充", "重")) == (True, True, True)
    assert (alike("吉", "浙"), alike("A", "浙"), alike("浙", "A")) == (False, False, False)
    assert (slips("浙江", "浙江"), slips("江", "浙江"), slips("新昌", "新疆")) == (0, None, None)


def test_the_table_of_sounds_holds_every_simplified_character_once() -> None:
    usual = [char for _, first, _ in rows("syllables.tsv") for char in first]
    assert sorted(usual) == sorted(characters())
    assert all(sound.isalpha() and sound.islower() for sound, _, _ in rows("syllables.tsv"))


def test_a_term_is_corrected_only_to_what_an_indicator_is_called() -> None:
    from corpus.indicators import asked_indicator

    terms = [term for (term,) in rows("terms.tsv")]
    assert [term for term in terms if asked_indicator(term) is None] == []


def test_the_dictionary_knows_its_words() -> None:
    assert (is_word("山洞"), is_word("折江"), is_word("")) == (True, False, False)


def test_the_answer_says_what_was_put_right(chain: Chain) -> None:
    answer = ask(chain, "折江2026年新增旧业目标")
    assert "105万人以上" in answer.answer
    assert answer.answer.endswith("（“折江”按浙江理解；“新增旧业”按新增就业理解）")
    assert answer.lock.held == answer.lock.checked


def test_a_slip_in_an_earlier_question_is_put_right_without_a_word(chain: Chain) -> None:
    answer = ask(chain, "那粮食产量呢", "折江2026年就业目标是多少")
    assert "127亿斤" in answer.answer
    assert "理解" not in answer.answer
