"""A Word file is read as it is shown, and every stretch of text knows its runs."""

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.errors import UnreadableFile
from rag.proofread.manuscript import open_manuscript
from rag.proofread.word_runs import run_text
from rag.proofread.word_text import WordFile, open_word
from tests.rag.proofread.drafts import add, run, saved, with_footnote, word

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def texts(file: WordFile) -> list[tuple[str, str]]:
    return [(block.where, block.text) for block in file.blocks]


def test_what_was_inserted_or_linked_is_read_what_was_deleted_or_hidden_is_not(
    tmp_path: Path,
) -> None:
    made = word("浙江观察")
    add(
        made,
        run("就业")
        + "<w:del w:id='1' w:author='李'><w:r><w:delText>90万人</w:delText></w:r></w:del>"
        + f"<w:ins w:id='2' w:author='李'>{run('108万人')}</w:ins>"
        + f"<w:hyperlink>{run('，增长5%')}</w:hyperlink>{run('（内部）', HIDDEN)}{run('。')}",
    )
    file = open_word(saved(made, tmp_path / "a.docx"))
    assert texts(file) == [("第1段", "浙江观察"), ("第2段", "就业108万人，增长5%。")]


def test_every_span_holds_the_text_that_it_says(tmp_path: Path) -> None:
    made = word("浙江𠮷观察")
    made.add_paragraph().add_run("甲\t乙\n丙").bold = True
    made.paragraphs[-1].add_run("丁。")
    file = open_word(saved(made, tmp_path / "a.docx"))
    for block, anchor in zip(file.blocks, file.anchors, strict=True):
        assert anchor.exact
        for span in anchor.spans:
            assert block.text[span.start : span.end] == run_text(span.run)


def test_notes_boxes_heads_and_feet_are_read_where_they_hang(tmp_path: Path) -> None:
    made = word("浙江观察")
    made.sections[0].header.paragraphs[0].text = "内参：增长5%。"
    add(made, f"{run('正文。')}<w:r><w:footnoteReference w:id='2'/></w:r>")
    box = (
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p>{run('框里增长3%。')}</w:p>"
        "</w:txbxContent></w:pict></w:r>"
    )
    made.paragraphs[0]._p.append(parse_xml(box))
    path = with_footnote(saved(made, tmp_path / "a.docx"), "注：增长4%。")
    file = open_word(path)
    assert texts(file) == [
        ("第1段", "浙江观察"),
        ("文本框", "框里增长3%。"),
        ("第2段", "正文。"),
        ("脚注", "注：增长4%。"),
        ("页眉", "内参：增长5%。"),
    ]
    assert all(anchor.spans for anchor in file.anchors)


def test_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    made = word("一览")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells),
        ("省份", "2026年GDP目标（%）", "浙江", "5"),
        strict=True,
    ):
        cell.text = text
    file = open_word(saved(made, tmp_path / "a.docx"))
    assert texts(file)[1:] == [("表1第2行", "浙江2026年GDP目标5%")]
    assert [run_text(span.run) for span in file.anchors[1].spans] == ["5"]


def test_a_table_that_lays_out_text_is_read_as_text(tmp_path: Path) -> None:
    made = word("一览")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "增长5%。就业稳定。"
    table.rows[0].cells[1].text = "右栏增长3%。"
    file = open_word(saved(made, tmp_path / "a.docx"))
    assert texts(file)[1:] == [("第2段", "增长5%。就业稳定。"), ("第3段", "右栏增长3%。")]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("假.docx", "这不是 Word".encode(), "不是 Word 文件"),
        ("锁.docx", OLE, "已加密"),
        ("空.docx", b"", "空.docx"),
        ("空.txt", b"  \n", "空.txt 是空的"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + bytes(90), "图.txt"),
        ("稿.pdf", b"%PDF-1.4", "请另存为 .docx、.txt、.md"),
    ],
    ids=["no-word", "locked", "no-bytes", "blank", "picture", "suffix"],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=said) as told:
        open_manuscript(path)
    assert name in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_damaged_file_is_told_in_one_sentence(share: float, tmp_path: Path) -> None:
    path = saved(word("浙江增长5%。"), tmp_path / "坏.docx")
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(UnreadableFile, match=r"坏\.docx"):
        open_manuscript(path)


def test_a_file_without_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="是空的"):
        open_manuscript(saved(word(), tmp_path / "空.docx"))
