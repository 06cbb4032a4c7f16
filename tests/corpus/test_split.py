"""Sentences as exact slices, with their heading path and their speaker."""

import random
from pathlib import Path

import pytest

from corpus.outline import outline
from corpus.read import read_document
from corpus.split import sentences, split
from corpus.types import Document, Identity, Passage

REPORT = """\
政府工作报告
一、去年工作
过去一年，全县生产总值增长6.1%。粮食产量21.4万吨；城乡面貌一新！
（一）稳住农业。新建高标准农田2.1万亩。“藏粮于地？”答案是肯定的。
办好实事。新增学位900个。
这是新的一段，没有题目。
二、今年安排
今年怎么干？！一件一件干。"""

INTERVIEW = """\
开局之年看部门
守好一方水
水利局局长丁小满谈治水
记者 何小雨
丁小满说，今年修水库两座。
守好一片林
林业局副局长、工程师罗云谈护林
罗云说，今年造林3000亩。"""


def document(text: str, kind: str = "report", speaker: str = "") -> Document:
    identity = Identity(kind=kind, speaker=speaker)  # type: ignore[arg-type]
    return Document("d.txt", text, identity, outline(text))


def exact(one: Document) -> tuple[Passage, ...]:
    """The passages, after a look at all that holds for those of any document."""
    passages = split(one)
    covered = 0
    for passage in passages:
        assert one.text[passage.start : passage.end] == passage.text != ""
        assert passage.text.strip() == passage.text
        assert passage.source == one.source
        assert one.text[covered : passage.start].strip() == ""
        assert not any(passage.start < h.start < passage.end for h in one.headings)
        covered = passage.end
    assert one.text[covered:].strip() == ""
    return passages


def test_a_report_is_cut_into_sentences_with_their_headings() -> None:
    first, farming, second = "一、去年工作", "（一）稳住农业", "二、今年安排"
    assert [(p.text, p.headings) for p in exact(document(REPORT))] == [
        ("政府工作报告", ()),
        ("一、去年工作", (first,)),
        ("过去一年，全县生产总值增长6.1%。", (first,)),
        ("粮食产量21.4万吨；", (first,)),
        ("城乡面貌一新！", (first,)),
        ("（一）稳住农业。", (first, farming)),
        ("新建高标准农田2.1万亩。", (first, farming)),
        ("“藏粮于地？”", (first, farming)),
        ("答案是肯定的。", (first, farming)),
        ("办好实事。", (first, farming, "办好实事")),
        ("新增学位900个。", (first, farming, "办好实事")),
        ("这是新的一段，没有题目。", (first, farming)),
        ("二、今年安排", (second,)),
        ("今年怎么干？！", (second,)),
        ("一件一件干。", (second,)),
    ]


def test_the_speaker_of_a_report_speaks_every_sentence() -> None:
    assert {p.speaker for p in exact(document(REPORT, speaker="沈一舟"))} == {"沈一舟"}


def test_the_speakers_of_interviews_speak_their_own() -> None:
    passages = exact(document(INTERVIEW, kind="interview"))
    assert [p.speaker for p in passages] == ["", *["丁小满"] * 2, "", "丁小满", *["罗云"] * 3]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\u3000\n", []),
        ("。", ["。"]),
        ("没有句号", ["没有句号"]),
        ("甲。。乙", ["甲。。", "乙"]),
        ("甲。”乙。", ["甲。”", "乙。"]),
        ("  甲 。 乙", ["甲 。", "乙"]),
        ("甲\n乙", ["甲", "乙"]),
        ("增长5.5%，GDP达到1.2万亿元", ["增长5.5%，GDP达到1.2万亿元"]),
        ("（甲；乙。）丙", ["（甲；", "乙。）", "丙"]),
    ],
    ids=["empty", "white", "stop", "open", "stops", "quoted", "spaces", "lines", "point", "nested"],
)
def test_a_sentence_ends_with_its_stop_and_what_closes_it(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == pieces


@pytest.mark.parametrize("seed", range(30))
def test_any_text_is_cut_into_exact_slices_that_cover_it(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [*"是要稳。；！”“\n\u3000：，", "外贸", "一、", "（二）", "3.", "第三章", "\n\n", "——"]
    text = "".join(chance.choice(pieces) for _ in range(400)).strip()
    exact(document(text))


def test_every_real_document_is_cut_into_exact_slices_that_cover_it(shared: Path) -> None:
    for path in sorted((shared / "reports").rglob("*.*")):
        passages = exact(read_document(path))
        assert len(passages) > 30
        assert max(len(passage.text) for passage in passages) < 2000
