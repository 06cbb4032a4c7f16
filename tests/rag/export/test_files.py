"""Exported files: notes in order, the record within, and nothing that is more than text."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from docx import Document
from openpyxl import load_workbook

from rag.export.forms import FORMS
from rag.export.markdown import markdown_bytes
from rag.export.sheet import csv_bytes, xlsx_bytes
from rag.export.word import word_bytes
from rag.proofread.verify import citations_in, read_report
from rag.types import Part, Row, Table
from tests.rag.export.answers import REFUSED, SAID

WHEN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def notes(made: bytes) -> list[str]:
    """The footnotes of a Word file in their order, without those that only draw a line."""
    with ZipFile(io.BytesIO(made)) as package:
        root = ElementTree.fromstring(package.read("word/footnotes.xml"))
    own = [note for note in root if note.get(f"{W}type") is None]
    return ["".join(text.text or "" for text in note.iter(f"{W}t")).strip() for note in own]


def test_word_has_a_footnote_a_source_and_says_it_once() -> None:
    made = word_bytes((SAID,), WHEN)
    assert notes(made) == [
        "云泽2025年政府工作报告 › 二、主要目标：“地区生产总值增长5.5%左右。”",
        "海陵*报告* › 二、主要目标 › 第3页：“=增长 6%。”",
    ]
    written = Document(io.BytesIO(made))
    texts = [paragraph.text for paragraph in written.paragraphs]
    assert "2025年云泽和海陵的增长目标" in texts
    assert "云泽5.5%左右；海陵6%，比云泽高1[9]。" in texts
    assert written.tables[0].rows[3].cells[2].text == "未提及"
    assert "江浦没有提到" in texts


def test_the_marks_of_word_lead_to_notes_that_are_there() -> None:
    with ZipFile(io.BytesIO(word_bytes((SAID, REFUSED, SAID), WHEN))) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
        own = ElementTree.fromstring(package.read("word/footnotes.xml"))
        assert b"footnotes+xml" in package.read("[Content_Types].xml")
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert len(marks) == len(set(marks)) == 4
    assert set(marks) <= {note.get(f"{W}id") for note in own}


def test_markdown_has_footnotes_by_answer_and_no_marks_of_others() -> None:
    text = markdown_bytes((REFUSED, SAID), WHEN).decode()
    assert "云泽5.5%左右[^2-1]；海陵6%[^2-2]，比云泽高[^2-1]\\[9\\]。" in text
    assert "[^2-2]: 海陵\\*报告\\* › 二、主要目标 › 第3页：“=增长 6%。”" in text
    assert "| 江浦 | 2025 | 未提及 |" in text
    assert "文库没有说到，未作回答。" in text


def test_a_statement_is_told_with_its_verdict_and_its_facts() -> None:
    facts = (
        Part("云泽是5.5%", "supported", None, (1,)),
        Part("海陵是7%", "refuted", "wrong_figure", (2,)),
    )
    judged = replace(SAID, verdict="refuted", error="wrong_figure", parts=facts)
    text = markdown_bytes((judged,), WHEN).decode()
    assert "\n\n不符（数值不符）\n\n" in text
    assert "属实：云泽是5.5%[^1-1]" in text
    assert "不符（数值不符）：海陵是7%[^1-2]" in text


def test_what_was_exported_can_be_verified(tmp_path: Path) -> None:
    for form in ("word", "markdown"):
        file = tmp_path / f"answer{FORMS[form].suffix}"
        file.write_bytes(FORMS[form].make((SAID,), WHEN))
        assert [cited.source for cited in citations_in(read_report(file))] == [
            "云泽-2025.txt",
            "海陵-2025.pdf",
        ]


def test_a_table_for_a_spreadsheet_has_numbers_sources_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(SAID).decode("utf-8-sig"))))
    assert rows[0] == ["地区", "年份", "增长目标", "数值", "单位", "出处", "原文"]
    assert rows[1][:6] == ["云泽", "2025", "5.5%左右", "5.5", "%", "云泽2025年政府工作报告"]
    assert rows[2][2] == "'=6%"
    assert rows[2][6] == "'=增长 6%。"
    assert rows[3][2:] == ["未提及", "", "", "", ""]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(SAID))).active
    assert sheet is not None
    told = list(sheet.iter_rows(values_only=True))
    assert told[1][1:5] == (2025, "5.5%左右", 5.5, "%")
    assert told[2][2] == "'=6%"
    assert told[3][3] is None


def test_a_decline_is_a_number_below_zero() -> None:
    table = Table(("年份", "增速"), (Row("云泽", 2025, "下降2.5%", ()),))
    rows = list(csv.reader(io.StringIO(csv_bytes(replace(SAID, table=table)).decode("utf-8-sig"))))
    assert rows[1][:4] == ["2025", "下降2.5%", "-2.5", "%"]


def test_an_answer_without_a_table_has_no_spreadsheet() -> None:
    assert csv_bytes(REFUSED) == xlsx_bytes(REFUSED) == b""
