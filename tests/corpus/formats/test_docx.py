"""Word files as they are printed: numbers, notes, text boxes, revisions, tables."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.formats import read_raw
from corpus.formats.numbering import written

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (kind, text) in enumerate(
        [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:styleId="a1"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:styleId="a2"><w:basedOn w:val="a1"/></w:style>'
)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(content: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{content if '<' in content else run(content)}</w:p>"


def numbered(text: str, depth: int, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def read(folder: Path, body: str, parts: Mapping[str, str] | None = None) -> list[str]:
    """The lines of a Word file with this body and these further parts."""
    path = folder / "报告.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        )
        for name, content in (parts or {}).items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{content}</w:{name}>")
    return read_raw(path).text.split("\n")


def test_the_numbers_that_word_counts_stand_before_the_paragraphs(tmp_path: Path) -> None:
    body = (
        numbered("总体要求", 0) + numbered("指导思想", 1) + numbered("主要目标", 1)
        + numbered("粮食增产", 2) + numbered("2026年开工", 2) + paragraph("正文。")
        + numbered("重点任务", 0) + numbered("稳就业", 1)
        + numbered("附则", 0, 2) + paragraph("按样式编号", '<w:pStyle w:val="a2"/>')
    )  # fmt: skip
    assert read(tmp_path, body, {"numbering": NUMBERING, "styles": STYLES}) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）主要目标",
        "1. 粮食增产",
        "2. 2026年开工",
        "正文。",
        "二、重点任务",
        "（一）稳就业",
        "五、附则",
        "（二）按样式编号",
    ]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (111, "japaneseCounting", "一百一十一"),
        (12, "chineseLegalSimplified", "拾贰"),
        (3, "ideographTraditional", "丙"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
        (2, "upperLetter", "B"),
        (7, "anything", "7"),
    ],
    ids=range(11),
)
def test_a_number_is_written_as_word_writes_it(number: int, kind: str, text: str) -> None:
    assert written(number, kind) == text


def test_notes_are_tied_to_their_place_by_a_mark(tmp_path: Path) -> None:
    def note(kind: str, name: int, text: str) -> str:
        return f'<w:{kind} w:id="{name}">{paragraph(text)}</w:{kind}>'

    body = (
        f'<w:p>{run("实施五大工程")}<w:r><w:footnoteReference w:id="2"/></w:r>{run("。")}</w:p>'
        f'<w:p>{run("推进四新")}<w:r><w:endnoteReference w:id="3"/></w:r>{run("。")}</w:p>'
        f"{paragraph('结束。')}"
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    parts = {
        "footnotes": separator + note("footnote", 2, "五大工程：道路、水利。"),
        "endnotes": note("endnote", 3, "四新：新技术等。"),
    }
    assert read(tmp_path, body, parts) == [
        "实施五大工程［1］。",
        "［1］五大工程：道路、水利。",
        "推进四新［2］。",
        "结束。",
        "［2］四新：新技术等。",
    ]


def test_a_text_box_follows_its_paragraph_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框里的话。')}</w:txbxContent>"
    body = (
        f"<w:p>{run('框外')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}"
        f"</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('的话。')}</w:p>"
    )
    assert read(tmp_path, body) == ["框外的话。", "框里的话。"]


def test_what_is_deleted_moved_away_or_hidden_is_left_out(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r>'
    body = (
        f"<w:p><w:hyperlink r:id='x'>{run('链接')}</w:hyperlink>{hidden}{shown}"
        f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo></w:p>"
        + paragraph("前半句，", "<w:rPr><w:del/></w:rPr>")
        + paragraph("后半句。")
    )
    assert read(tmp_path, body) == ["链接看得见新处", "前半句，后半句。"]


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{paragraph(text)}</w:tc>"


def test_names_over_two_rows_are_put_together(tmp_path: Path) -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("主要指标（单位：%）", '<w:gridSpan w:val="3"/>'),
        cell("指标", begins) + cell("2026年", '<w:gridSpan w:val="2"/>'),
        cell("", goes_on) + cell("目标") + cell("增幅"),
        cell("财政收入") + cell("80亿元") + cell("4.5"),
        "<w:trPr><w:del/></w:trPr>" + cell("删去") + cell("1") + cell("2"),
    )
    assert read(tmp_path, body) == [
        "主要指标（单位：%）",
        "指标 | 2026年目标 | 2026年增幅",
        "指标：财政收入 | 2026年目标：80亿元 | 2026年增幅：4.5",
    ]


def test_a_table_of_one_column_is_paragraphs(tmp_path: Path) -> None:
    body = table(f"<w:tc>{paragraph('第一段。')}{paragraph('第二段。')}</w:tc>", cell("第三段。"))
    assert read(tmp_path, body) == ["第一段。", "第二段。", "第三段。"]


def test_a_whole_text_in_a_merged_cell_stands_once(tmp_path: Path) -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    text = "这是一段很长的说明，" * 30
    body = table(cell(text, begins) + cell("甲"), cell("", goes_on) + cell("乙"))
    assert read(tmp_path, body) == [f"{text} | 甲", "乙"]
