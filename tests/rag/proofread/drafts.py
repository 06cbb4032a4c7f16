"""Manuscripts for the tests, made with python-docx and by hand where that cannot."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from rag.proofread.types import Block, Checker, Judged
from rag.types import Answer, Citation, Part

PRESS = (
    "浙江2026年开局观察",
    "本报记者 何小满",
    "去年，浙江全省生产总值增长5.4%，城镇新增就业108万人。"
    "今年，全省生产总值预期增长6%以上。粮食产量稳定在127亿斤以上。",
    "为什么是浙江？让我们继续前行！",
)
"""Over ``tests.rag.documents``: right, right, wrong (it is 5%以上), right, a question, nothing."""


def word(*lines: str) -> Document:
    """A Word document with a paragraph a line."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return made


def saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def add(document: Document, xml: str) -> None:
    """Adds a paragraph with the given inner XML before the end of the body."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def with_footnote(path: Path, note: str) -> Path:
    """Puts a footnotes part with note 2 into a saved file; python-docx makes none."""
    w = nsdecls("w")
    notes = (
        f"<w:footnotes {w}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        f"<w:footnote w:id='2'><w:p>{run(note)}</w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    before = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/>'
                data = data.replace("</Relationships>", f"{link}</Relationships>")
            if name == "[Content_Types].xml":
                part = f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/>'
                data = data.replace("</Types>", f"{part}</Types>")
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", notes)
    return path


def blocks(*lines: str) -> tuple[Block, ...]:
    """A block a line, headings where a line ends without a stop."""
    return tuple(
        Block(line, f"第{at}段", line[-1] not in "。！？") for at, line in enumerate(lines)
    )


SOURCE = Citation(1, "甲.txt", "甲报告", "浙江", 2026, ("一、目标",), None, 3, 10, "增长5%以上。")


class Echo:
    """A library that rules on a statement by its wording; keeps what it was asked.

    What holds 错 is refuted, what holds 无 is not known, all else is supported.
    """

    def __init__(self, places: Sequence[str] = ("浙江", "江苏")) -> None:
        self.asked: list[str] = []
        self.checker = Checker(self.judge, lambda quote, statement: None, frozenset(places))

    def judge(self, statement: str) -> Judged:
        self.asked.append(statement)
        if "无" in statement:
            part = Part(statement, "not_enough_info", None, ())
            return Judged(_answer(statement, "查无依据：没有。", part))
        if "错" in statement:
            part = Part(statement, "refuted", "wrong_figure", (1,))
            return Judged(_answer(statement, "不符：原文是“增长5%以上。”[1]", part))
        part = Part(statement, "supported", None, (1,))
        return Judged(_answer(statement, "属实：增长5%以上[1]。", part))


def _answer(statement: str, said: str, part: Part) -> Answer:
    return Answer(
        question=statement,
        resolved=statement,
        kind="claim",
        answered=True,
        answer=said,
        verdict=part.verdict,
        error=part.error,
        citations=(SOURCE,) if part.citations else (),
        parts=(part,),
    )
