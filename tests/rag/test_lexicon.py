"""Everyday words lead to official ones, English questions to Chinese terms."""

from pathlib import Path

import pytest

from rag.lexicon import expand, to_chinese

DATA = Path(__file__).parents[2] / "rag" / "data"


@pytest.mark.parametrize(("name", "columns"), [("everyday.tsv", 2), ("glossary.tsv", 3)])
def test_the_tables_are_sorted_and_without_repeats(name: str, columns: int) -> None:
    rows = (DATA / name).read_text(encoding="utf-8").splitlines()[1:]
    keys = [row.split("\t")[0] for row in rows]
    assert len(rows) > 150
    assert all(row.count("\t") == columns - 1 and all(row.split("\t")) for row in rows)
    assert rows == sorted(rows)
    assert len(set(keys)) == len(keys)


def test_everyday_words_are_given_their_official_ones_once() -> None:
    assert expand("找工作的大学生找工作") == ["就业", "高校毕业生"]
    assert expand("坚持稳中求进") == []


def test_the_longer_word_goes_before_the_shorter_inside_it() -> None:
    assert expand("大学生") == ["高校毕业生"]


def test_a_word_that_stands_there_already_is_not_added() -> None:
    assert "就业" not in expand("就业，找工作")


def test_the_longest_english_phrase_wins() -> None:
    assert to_chinese("new energy vehicles") == ["新能源汽车"]
    assert to_chinese("GDP growth target") == ["地区生产总值", "增长目标"]


def test_places_and_numbers_are_kept() -> None:
    assert to_chinese("Zhejiang's GDP in 2025") == ["浙江", "地区生产总值", "2025"]


def test_a_number_before_a_countable_noun_names_a_set() -> None:
    assert to_chinese("What are the six projects?") == ["六大工程"]
    assert to_chinese("four principles") == ["四项原则"]


def test_words_that_say_nothing_are_dropped() -> None:
    assert to_chinese("what is the of and") == []
