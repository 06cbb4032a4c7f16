"""Everyday words lead to official ones."""

from pathlib import Path

import pytest

from rag.lexicon import expand

DATA = Path(__file__).parents[2] / "rag" / "data"


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(
    ("name", "columns"), [("everyday.tsv", 2), ("glossary.tsv", 3), ("hiding.tsv", 2)]
)
def test_the_tables_are_sorted_whole_and_without_repeats(name: str, columns: int) -> None:
    table = rows(name)
    keys = [row[0] for row in table]
    assert {len(row) for row in table} == {columns}
    assert all(cell and cell == cell.strip() for row in table for cell in row)
    assert ["\t".join(row) for row in table] == sorted("\t".join(row) for row in table)
    assert len(set(keys)) == len(keys)


def test_an_everyday_word_has_one_to_four_official_ones_other_than_itself() -> None:
    pairs = [(word, official.split("|")) for word, official in rows("everyday.tsv")]
    assert sum(len(officials) for _, officials in pairs) >= 1500
    for word, officials in pairs:
        assert len(word) > 1
        assert 1 <= len(officials) <= 4
        assert word not in officials
        assert len(set(officials)) == len(officials)
        assert all(len(official) > 1 for official in officials)


def test_the_glossary_is_lower_case_and_leads_to_chinese() -> None:
    table = rows("glossary.tsv")
    assert len(table) >= 1500
    assert all(english == english.lower() for english, _, _ in table)
    assert {kind for _, _, kind in table} == {
        "agriculture", "culture", "education", "environment", "health", "indicator",
        "institution", "law", "noun", "opening", "policy", "region", "report", "sector",
        "slogan", "unit", "verb",
    }  # fmt: skip


def test_a_phrase_hides_an_everyday_word_and_is_none_itself() -> None:
    words = {word for word, _ in rows("everyday.tsv")}
    for phrase, hidden in rows("hiding.tsv"):
        assert hidden in phrase
        assert hidden in words
        assert phrase not in words


def test_everyday_words_are_given_their_official_ones_once() -> None:
    assert expand("找工作的大学生找工作") == ["就业", "高校毕业生"]
    assert expand("坚持稳中求进") == []


def test_the_longer_word_goes_before_the_shorter_inside_it() -> None:
    assert expand("大学生") == ["高校毕业生"]


def test_the_shorter_word_counts_where_it_stands_by_itself() -> None:
    assert expand("大学生上大学")[0] == "高校毕业生"
    assert "高校" in expand("大学生的大学")


def test_a_word_that_stands_there_already_is_not_added() -> None:
    assert "就业" not in expand("就业，找工作")


def test_a_word_that_a_phrase_only_hides_is_not_found() -> None:
    assert "高铁" in expand("坐动车")
    assert "高铁" not in expand("机动车有多少")
    assert "高新技术企业" not in expand("怎么提高企业效益")


@pytest.mark.parametrize("text", ["5g基站建了多少", "5G基站建了多少"])
def test_latin_letters_count_in_either_case(text: str) -> None:
    assert expand("gdp多少") == expand("GDP多少") == ["地区生产总值", "生产总值"]
    assert "5G" in " ".join([text.upper(), *expand(text)])


def test_latin_letters_are_not_cut_out_of_a_longer_word() -> None:
    assert "人工智能" in expand("AI怎么发展")
    assert "人工智能" not in expand("MAIN怎么发展")


def test_nothing_is_found_in_what_is_too_short() -> None:
    assert expand("") == expand("我") == []
