"""Readers of files: encodings, Word, what is refused and how it is told."""

import codecs
import random
import struct
import zipfile
from contextlib import suppress
from itertools import count
from pathlib import Path

import docx
import pytest

from corpus.errors import UnreadableFile
from corpus.formats import FORMATS, SUFFIXES, read_raw
from corpus.formats.front import split_front
from corpus.formats.text import decode

SIMPLIFIED = (
    "今年，我们要稳住粮食和外贸两个基本盘，全年粮食产量保持在３８０万吨以上，"
    "外贸进出口增长4.5%左右；新建口袋公园26个，改造老旧小区71处，让街坊邻里住得更舒心。"
)
TRADITIONAL = (
    "議長、各位議員女士先生：本府過去一年持續推動產業轉型，新設工廠一百二十家，"
    "就業人數增加三千餘人；明年將加強防災與長者照顧，總經費約新臺幣八十億元。"
)
SHORT = "粮食产量增长2.1%，就业稳中向好。"


def written(folder: Path, data: bytes, name: str = "报告.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "mark", "warnings"),
    [
        ("utf-8", b"", ()),
        ("utf-8", codecs.BOM_UTF8, ()),
        ("utf-16-le", codecs.BOM_UTF16_LE, ("按 UTF-16 编码读取",)),
        ("utf-16-be", codecs.BOM_UTF16_BE, ("按 UTF-16 编码读取",)),
        ("utf-16-le", b"", ("按 UTF-16-LE 编码读取",)),
        ("utf-16-be", b"", ("按 UTF-16-BE 编码读取",)),
        ("gb18030", b"", ("按 GB18030 编码读取",)),
    ],
    ids=count(1),
)
@pytest.mark.parametrize("text", [SIMPLIFIED, SHORT], ids=["paragraph", "short"])
def test_an_encoding_is_found_and_told(
    tmp_path: Path, encoding: str, mark: bytes, warnings: tuple[str, ...], text: str
) -> None:
    raw = read_raw(written(tmp_path, mark + text.encode(encoding)))
    assert (raw.text, raw.warnings) == (text, warnings)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16-le", "utf-16-be"])
def test_traditional_characters_are_read_in_their_encodings(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == (TRADITIONAL, encoding)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16-le", "utf-16-be"])
def test_any_twenty_characters_are_enough(encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED + TRADITIONAL
    for start in range(len(text) - 20):
        piece = text[start : start + 20]
        assert decode(piece.encode(encoding)) == (piece, encoding)


def test_a_damaged_byte_costs_one_sign_and_is_told(tmp_path: Path) -> None:
    data = (SIMPLIFIED * 20).encode()
    raw = read_raw(written(tmp_path, data + b"\xff" + "完。".encode(), "报告.TXT"))
    assert raw.text == SIMPLIFIED * 20 + "\ufffd完。"
    assert raw.warnings == ("有 1 处字节损坏，读不出来，以 \ufffd 代替",)


def test_a_file_cut_off_inside_a_character_is_read(tmp_path: Path) -> None:
    raw = read_raw(written(tmp_path, (SIMPLIFIED * 5).encode()[:-1]))
    assert raw.text == (SIMPLIFIED * 5)[:-1] + "\ufffd"


def test_every_kind_of_line_end_is_one_line_end(tmp_path: Path) -> None:
    raw = read_raw(written(tmp_path, "一\n二\r\n三\r四".encode()))
    assert raw.text == "一\n二\n三\n四"


def document(folder: Path, name: str = "报告.docx") -> Path:
    word = docx.Document()
    word.add_paragraph("二〇二六年重点工作")
    table = word.add_table(rows=3, cols=3)
    rows = [["指标", "去年", "今年"], ["粮食产量", "5%", "5%"], ["进出口", "", "4.5%"]]
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    word.add_paragraph("以上目标由各部门分头落实。")
    word.save(str(folder / name))
    return folder / name


def test_the_rows_of_a_table_stand_in_their_place_with_the_names_of_their_columns(
    tmp_path: Path,
) -> None:
    raw = read_raw(document(tmp_path))
    assert raw.text.split("\n") == [
        "二〇二六年重点工作",
        "指标 | 去年 | 今年",
        "指标：粮食产量 | 去年：5% | 今年：5%",
        "指标：进出口 | 今年：4.5%",
        "以上目标由各部门分头落实。",
    ]
    assert raw.lines_are_paragraphs


def test_a_cell_merged_downwards_stands_in_every_row_and_one_merged_across_once(
    tmp_path: Path,
) -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "农业"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "合计380"
    table.cell(1, 1).text = "稻谷300"
    table.cell(1, 2).text = "小麦80"
    word.save(str(tmp_path / "表.docx"))
    raw = read_raw(tmp_path / "表.docx")
    assert raw.text == "农业 | 合计380\n农业 | 稻谷300 | 小麦80"


def test_what_was_inserted_is_read_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    word = docx.Document()
    runs = (
        "<w:r><w:t>新建学校</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:r><w:t>所</w:t></w:r>"
    )
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>'
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{tabs}{runs}</w:p>")
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    control[0].append(paragraph)
    word.element.body.insert(0, control)
    word.save(str(tmp_path / "修订.docx"))
    assert read_raw(tmp_path / "修订.docx").text == "新建学校4所"


REFUSED = {
    "binary": ("数据.txt", bytes(range(256)) * 40, "不是可识别的文本编码"),
    "noise": ("噪声.txt", random.Random(1).randbytes(4000), "不是可识别的文本编码"),
    "zeros": ("零.txt", b"abc\x00\x00def", "含有二进制内容"),
    "empty text": ("空.txt", b"", "是空的"),
    "white text": ("空白.txt", b" \n\t\n", "是空的"),
    "only a mark": ("标记.txt", codecs.BOM_UTF8, "是空的"),
    "pdf as text": ("报告.txt", b"%PDF-1.7\n%\xe2\xe3", "内容是PDF"),
    "old office as text": ("旧.txt", b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(500), "旧版或加密"),
    "text as docx": ("报告.docx", SIMPLIFIED.encode(), "不是 Word 文件"),
    "empty docx": ("空.docx", b"", "不是 Word 文件"),
    "old office as docx": ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(500), "另存为不加密的"),
    "other ending": ("报告.pages", SIMPLIFIED.encode(), "格式不支持"),
}


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_told_with_the_name_of_the_file(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_raw(written(tmp_path, data, name))
    assert str(refusal.value).startswith(name)
    assert reason in str(refusal.value)


def test_a_word_file_named_txt_is_refused(tmp_path: Path) -> None:
    path = document(tmp_path).rename(tmp_path / "改名.txt")
    with pytest.raises(UnreadableFile, match=r"^改名\.txt 的内容是一个压缩包或 Office 文件"):
        read_raw(path)


def test_a_word_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = document(tmp_path).read_bytes()
    for share in (0.02, 0.3, 0.6, 0.9, 0.999):
        path = written(tmp_path, whole[: int(len(whole) * share)], "截断.docx")
        with pytest.raises(UnreadableFile, match=r"^截断\.docx "):
            read_raw(path)


def test_a_word_file_with_overwritten_bytes_is_refused_or_read(tmp_path: Path) -> None:
    whole = document(tmp_path).read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(whole)
        at = chance.randrange(len(data) - 30)
        data[at : at + 30] = chance.randbytes(30)
        path = written(tmp_path, bytes(data), "坏.docx")
        with suppress(UnreadableFile):
            assert "以上目标" in read_raw(path).text


def test_an_archive_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "压缩.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not Word")
    with pytest.raises(UnreadableFile, match=r"^压缩\.docx 已损坏"):
        read_raw(path)


def test_an_archive_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = document(tmp_path, "大.docx")
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 300 * 1024 * 1024)
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=r"^大\.docx 解压后超过 200 MB"):
        read_raw(path)


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "目录.txt").mkdir()
    with pytest.raises(UnreadableFile, match=r"^目录\.txt 读取失败"):
        read_raw(tmp_path / "目录.txt")


@pytest.mark.parametrize("suffix", SUFFIXES, ids=SUFFIXES)
def test_every_format_refuses_an_empty_file(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UnreadableFile, match=f"^空{suffix} "):
        read_raw(written(tmp_path, b"", f"空{suffix}"))


def test_no_ending_belongs_to_two_formats() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES) == sum(len(f.suffixes) for f in FORMATS)


def test_front_matter_is_taken_off_the_text(tmp_path: Path) -> None:
    text = "---\r\ntitle: 甲：乙\r\nPlace： 浙江\r\n\r\nyear: 2026\r\n---\r\n正文。"
    raw = read_raw(written(tmp_path, codecs.BOM_UTF8 + text.encode()))
    assert raw.text == "正文。"
    assert raw.fields == {"title": "甲：乙", "place": "浙江", "year": "2026"}


@pytest.mark.parametrize(
    "text",
    [
        "正文\n---\nplace: 浙江\n---\n",
        "---\n这一段不是字段，而是正文。\n---\n后文",
        "---\nplace: 浙江\n正文没有结束线",
        "----\nplace: 浙江\n----\n",
    ],
    ids=["not at the top", "prose between lines", "never closed", "four dashes"],
)
def test_text_between_lines_is_no_front_matter_unless_it_is_fields(text: str) -> None:
    assert split_front(text) == ({}, text)


def test_an_empty_block_of_front_matter_is_taken_off() -> None:
    assert split_front("---\n---\n正文") == ({}, "正文")
