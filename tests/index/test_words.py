"""Words and bigrams: what is folded, what is kept whole, what is dropped."""

import subprocess
import sys
import time

import pytest

from index.words import DICTIONARY, bigrams, fold, words


def test_chinese_is_cut_into_words_of_the_dictionary() -> None:
    assert words("扩大有效投资，稳定就业") == ["扩大", "有效", "投资", "稳定", "就业"]


def test_compounds_are_cut_into_the_words_that_people_type() -> None:
    assert words("高新技术企业") == ["高新", "技术", "企业"]
    assert words("一般公共预算收入") == ["一般", "公共", "预算", "收入"]
    assert words("人工智能") == ["人工", "智能"]


def test_words_of_today_are_in_the_dictionary() -> None:
    assert words("文旅赋能碳达峰") == ["文旅", "赋能", "碳达峰"]


def test_an_unknown_name_falls_into_characters() -> None:
    assert words("龘靐") == ["龘", "靐"]


def test_full_width_and_capital_letters_are_folded() -> None:
    assert words("ＧＤＰ增长５．５％") == words("GDP增长5.5%") == ["gdp", "增长", "5.5"]


def test_numbers_with_decimals_and_latin_words_with_digits_stay_whole() -> None:
    assert words("PM2.5 5G 13.65") == ["pm2.5", "5g", "13.65"]


@pytest.mark.parametrize("written", ["4.3%", "4·3％", "４．３％"])
def test_every_decimal_point_is_the_same_point(written: str) -> None:
    assert words(written) == ["4.3"]


def test_a_thousands_separator_is_no_boundary_and_a_chinese_comma_is() -> None:
    assert words("1,299 projects") == ["1299", "projects"]
    assert words("分别为12，345个")[-3:] == ["12", "345", "个"]


def test_english_loses_its_possessive() -> None:
    assert words("Zhejiang's GDP") == ["zhejiang", "gdp"]


def test_punctuation_white_space_and_nothing_give_no_words() -> None:
    assert words("") == words(" \n\u3000，。！——《》") == []
    assert bigrams("") == bigrams("……") == []


def test_bigrams_run_over_chinese_only_and_never_across_punctuation() -> None:
    assert bigrams("稳就业，促发展") == ["稳就", "就业", "促发", "发展"]
    assert bigrams("稳就业2.5万人GDP") == ["稳就", "就业", "2.5", "万人", "gdp"]


def test_a_single_character_stands_for_itself_as_bigram() -> None:
    assert bigrams("5个") == ["5", "个"]


def test_folding_twice_changes_nothing() -> None:
    text = "２０２５年　ＧＤＰ增长４·３％，Zhejiang’s 1,299 ①"
    assert fold(fold(text)) == fold(text)


def test_words_of_chinese_text_put_together_are_the_text() -> None:
    text = "坚持稳中求进工作总基调推动高质量发展"
    assert "".join(words(text)) == text


def test_every_line_of_the_dictionary_is_a_word_and_a_positive_frequency() -> None:
    rows = [line.split(" ") for line in DICTIONARY.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 2 and row[0] and int(row[1]) > 0 for row in rows)
    assert len({row[0] for row in rows}) == len(rows) > 50_000


def test_importing_costs_no_jieba_and_the_dictionary_loads_in_a_moment() -> None:
    program = "import sys, index.words; assert 'jieba' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
    program = "from index.words import words; words('就业')"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    assert time.perf_counter() - started < 2
