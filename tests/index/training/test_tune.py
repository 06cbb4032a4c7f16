"""The embedder taught a library's words: what is learned from, what is held back, what is kept."""

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import UserError
from index.embedders import encoder, static
from index.training.asked import asked
from index.training.fit import Recipe
from index.training.texts import Example
from index.training.tune import tune

TOPICS = (
    *("造林", "渔业", "钢铁", "医院", "公路", "学校", "剧院", "港口", "电网", "养老"),
    *("供水", "住房", "旅游", "外贸", "消防", "体育", "粮食", "煤炭", "邮政", "气象"),
)
NICKNAMES = tuple(f"{first}{second}活" for first in "甲乙丙丁" for second in "子丑寅卯辰")
TOWNS = ("东川", "西川", "南川", "北川")
QUICK = Recipe(epochs=12, rate=3e-3, weight_rate=1e-2)


def sentence(town: str, topic: str) -> str:
    return f"{town}今年安排资金支持{topic}事业加快发展。"


def library() -> dict[str, tuple[str, ...]]:
    return {f"{town}.txt": tuple(sentence(town, topic) for topic in TOPICS) for town in TOWNS}


def questions() -> list[Example]:
    """Each topic by a nickname that nobody else knows."""
    return [
        Example(f"{town}.txt", "zh", f"{nickname}有多少资金", sentence(town, topic))
        for topic, nickname in zip(TOPICS, NICKNAMES, strict=True)
        for town in TOWNS
    ]


@pytest.mark.slow
def test_nicknames_are_learned_and_the_copy_is_an_embedder(tmp_path: Path) -> None:
    out = tmp_path / "tuned"
    result = tune(library(), questions(), out, QUICK)
    first = result.gains[0]
    assert (first.kind, first.questions) == ("asked", 16)
    assert result.written
    assert first.after > first.before
    tuned = encoder(str(out))
    assert tuned.dimension == static.load().dimension
    assert tuned.name.startswith("tuned@")
    assert not list(tmp_path.glob("tmp*"))


@pytest.mark.slow
def test_what_does_not_help_is_not_written(tmp_path: Path) -> None:
    out = tmp_path / "tuned"
    still = Recipe(epochs=1, rate=0.0, weight_rate=0.0, dropout=0.0)
    result = tune(library(), questions(), out, still)
    assert not result.written
    assert not out.exists()


@pytest.mark.slow
def test_set_phrases_become_words_that_say_what_their_pieces_said(tmp_path: Path) -> None:
    said = tuple(f"第{n}项任务是把蓝莓攀枝攻坚行动落实到第{n}个乡镇。" for n in range(8))
    out = tmp_path / "tuned"
    result = tune(library() | {"phrases.txt": said}, questions(), out, QUICK)
    assert any("攀枝" in phrase for phrase in result.phrases)
    [before], [after] = (one.passages([said[0]]) for one in (static.load(), encoder(str(out))))
    assert float(np.dot(before, after)) > 0.6


def test_nothing_to_learn_from_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有可以学的句子"):
        tune({"empty.txt": ()}, [], tmp_path / "tuned")


def test_questions_are_found_by_their_quote_in_cases_and_in_plain_lines(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    said = sentence("东川", "造林")
    cases.write_text(
        f'{{"question": "种树的钱", "evidence": [{{"doc": "x", "quote": "{said[2:16]}"}}]}}\n'
        '{"question": "没有依据的", "evidence": []}\n',
        encoding="utf-8",
    )
    plain = tmp_path / "pairs.tsv"
    plain.write_text(
        f"打鱼的钱\t{sentence('西川', '渔业')}\n\n没有这句\t天上下雨。\n", encoding="utf-8"
    )
    found = asked([cases, plain], {"a.txt": (said,), "b.txt": (sentence("西川", "渔业"),)})
    assert [(one.document, one.question) for one in found] == [
        ("a.txt", "种树的钱"),
        ("b.txt", "打鱼的钱"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [("没有制表符", "问题<Tab>句子"), ('{"question": 1, "evidence": [3]}', "不是合格的题目")],
    ids=["no-tab", "no-quote"],
)
def test_a_line_that_is_neither_form_is_named(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError, match=f"pairs.tsv:2.*{told}"):
        asked([path], {})
