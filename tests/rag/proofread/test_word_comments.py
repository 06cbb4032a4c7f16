"""Comments hang on exactly their sentence, and nothing else of the file changes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

from rag.proofread.check import context_of, findings
from rag.proofread.manuscript import Manuscript, open_manuscript, save
from rag.proofread.types import Result
from rag.proofread.word_comments import AUTHOR, split_run
from rag.proofread.word_runs import run_text
from tests.rag.proofread.drafts import Echo, add, run, saved, with_footnote, word

WHEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
INSERTED = f"<w:ins w:id='2' w:author='李'>{run('108万人。全省增长')}</w:ins>"
DELETED = "<w:del w:id='1' w:author='李'><w:r><w:delText>90万人。</w:delText></w:r></w:del>"


def check(manuscript: Manuscript) -> Result:
    echo = Echo()
    context = context_of(manuscript.blocks, echo.checker.places, "浙江", 2026, 2026)
    found = findings(manuscript.blocks, echo.checker, context, manuscript.markdown)
    return Result(manuscript.name, manuscript.blocks, tuple(found))


def checked(made: Document, folder: Path) -> Document:
    path = saved(made, folder / "稿.docx")
    return docx.Document(str(again(path, folder / "核.docx")))


def again(path: Path, out: Path) -> Path:
    manuscript = open_manuscript(path)
    save(out, manuscript, check(manuscript), WHEN)
    return out


def commented(document: Document) -> dict[str, str]:
    """The text under each comment of ours, with the first line of the comment."""
    said = {c.comment_id: c.paragraphs[0].text for c in document.comments if c.author == AUTHOR}
    under: dict[int, str] = {}
    open_: set[int] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:r"):
            for number in open_:
                under[number] = under.get(number, "") + run_text(element)
    return {under[number]: first for number, first in said.items()}


def formats(document: Document) -> list[tuple[str, str]]:
    """Each character with the XML of its run's properties."""
    found = []
    for element in document.element.body.iter(qn("w:r")):
        properties = element.find(qn("w:rPr"))
        xml = "" if properties is None else str(properties.xml)
        found += [(char, xml) for char in run_text(element)]
    return found


def styled() -> Document:
    made = word("浙江2026年观察")
    paragraph = made.add_paragraph("去年，")
    paragraph.add_run("全省增长5%。就业").bold = True
    coloured = paragraph.add_run("错了，是108万人。")
    coloured.font.color.rgb, coloured.italic = RGBColor(192, 0, 0), True
    paragraph.add_run("春天\t来了！粮食增长无2%。")
    return made


def test_each_sentence_with_a_fact_has_its_comment_and_no_other_has(tmp_path: Path) -> None:
    assert commented(checked(styled(), tmp_path)) == {
        "去年，全省增长5%。": "属实",
        "就业错了，是108万人。": "不符（数值不符）",
        "粮食增长无2%。": "查无依据",
    }


def test_every_character_keeps_its_format(tmp_path: Path) -> None:
    before = formats(styled())
    assert [pair for pair in formats(checked(styled(), tmp_path)) if pair[0]] == before


def test_a_comment_says_why_as_what_and_from_where(tmp_path: Path) -> None:
    document = checked(styled(), tmp_path)
    wrong = next(c for c in document.comments if "不符" in c.text)
    assert [paragraph.text for paragraph in wrong.paragraphs] == [
        "不符（数值不符）",
        "按浙江、2025年核对",
        "原文是“增长5%以上。”",
        "依据：甲报告 › 一、目标（甲.txt 3–10）",
    ]
    assert (wrong.initials, wrong.timestamp) == ("核", WHEN)


def test_comments_and_changes_of_others_stay(tmp_path: Path) -> None:
    made = word("浙江观察")
    made.add_comment(made.paragraphs[0].runs, "请核对", author="李主任")
    add(made, f"{run('就业')}{DELETED}{INSERTED}{run('5%。')}")
    document = checked(made, tmp_path)
    assert [c.text for c in document.comments if c.author == "李主任"] == ["请核对"]
    numbers = [c.comment_id for c in document.comments]
    assert len(set(numbers)) == len(numbers) == 3
    assert commented(document) == {"就业108万人。": "属实", "全省增长5%。": "属实"}
    body = document.element.body
    assert [e.text for e in body.iter(qn("w:delText"))] == ["90万人。"]
    inserted = list(body.iter(qn("w:ins")))
    assert "".join(run_text(e) for i in inserted for e in i.iter(qn("w:r"))) == "108万人。全省增长"


def test_a_second_check_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = saved(checked(styled(), tmp_path), tmp_path / "一.docx")
    document = docx.Document(str(again(first, tmp_path / "二.docx")))
    assert len(commented(document)) == len(list(document.comments)) == 3
    starts = list(document.element.body.iter(qn("w:commentRangeStart")))
    marks = list(document.element.body.iter(qn("w:commentReference")))
    assert len(starts) == len(marks) == 3


def test_what_stands_outside_of_the_body_hangs_on_where_it_belongs(tmp_path: Path) -> None:
    made = word("浙江观察")
    made.sections[0].header.paragraphs[0].text = "内参：增长错5%。"
    add(made, f"{run('见注')}<w:r><w:footnoteReference w:id='2'/></w:r>")
    path = with_footnote(saved(made, tmp_path / "a.docx"), "浙江增长4%。")
    document = docx.Document(str(again(path, tmp_path / "b.docx")))
    said = [[p.text for p in c.paragraphs][:2] for c in document.comments]
    assert said == [
        ["属实", "脚注：浙江增长4%。"],
        ["不符（数值不符）", "页眉：内参：增长错5%。"],
    ]


def test_a_cell_has_its_comment(tmp_path: Path) -> None:
    made = word("一览")
    table = made.add_table(rows=2, cols=2)
    cells = (*table.rows[0].cells, *table.rows[1].cells)
    for cell, text in zip(cells, ("省份", "2026年增速", "浙江", "增长错5%"), strict=True):
        cell.text = text
    assert commented(checked(made, tmp_path)) == {"增长错5%": "不符（数值不符）"}


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_split_run_loses_nothing(at: int) -> None:
    xml = (
        f"<w:p {nsdecls('w')}><w:r w:rsidR='00AB'><w:rPr><w:b/></w:rPr><w:t>甲乙</w:t><w:tab/>"
        "<w:footnoteReference w:id='2'/><w:t>丙 </w:t></w:r></w:p>"
    )
    paragraph: Any = parse_xml(xml)
    first = paragraph[0]
    rest = split_run(first, at)
    assert run_text(first) + run_text(rest) == "甲乙\t丙 "
    assert len(run_text(first)) == at
    assert [r.get(qn("w:rsidR")) for r in paragraph] == ["00AB", "00AB"]
    assert [r.rPr is not None for r in paragraph] == [True, True]
    assert len(list(paragraph.iter(qn("w:footnoteReference")))) == 1


def test_plain_text_becomes_a_word_file_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "稿.md"
    path.write_text("# 浙江2026年\n\n全省**增长**5%。就业错了2%。\n", encoding="utf-8")
    document = docx.Document(str(again(path, tmp_path / "核.docx")))
    assert [p.text for p in document.paragraphs] == ["浙江2026年", "全省**增长**5%。就业错了2%。"]
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Heading 1"
    assert list(commented(document).values()) == ["属实", "不符（数值不符）"]


def test_what_xml_cannot_hold_does_not_stop_a_text(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("浙江2026年增长\x0c5%。\n", encoding="utf-8")
    document = docx.Document(str(again(path, tmp_path / "核.docx")))
    assert len(commented(document)) == 1


@pytest.mark.slow
def test_a_manuscript_of_300_pages_takes_time_in_proportion(tmp_path: Path) -> None:
    made = word("浙江2026年观察")
    for at in range(3000):
        made.add_paragraph(f"第{at}镇增长{at % 9 + 1}%。又增加错{at}万人，比上年多。")
    path = saved(made, tmp_path / "长.docx")
    document = docx.Document(str(again(path, tmp_path / "核.docx")))
    assert len(list(document.comments)) == 6000
