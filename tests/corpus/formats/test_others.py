"""Markdown, OFD, mail, and files for LibreOffice."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import read_raw
from corpus.formats.office import read_office
from tests.corpus.formats.writers import write_docx, write_ofd_pages


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    text = """---
place: 浙江
---
# 报告

坚持**稳中求进**，见[附件](http://example.org/a)。
![图](a.png)

1. 稳就业
2. 保民生

- 甲 `乙`

| 指标 | 目标 |
|---|---|
| 增速 | 5% |

<div>一段<b>话</b></div>
"""
    (tmp_path / "报告.md").write_text(text, encoding="utf-8")
    raw = read_raw(tmp_path / "报告.md")
    assert raw.fields == {"place": "浙江"}
    assert [line for line in raw.text.split("\n") if line] == [
        "报告",
        "坚持稳中求进，见附件。",
        "1. 稳就业",
        "2. 保民生",
        "甲 乙",
        "指标 | 目标",
        "指标：增速 | 目标：5%",
        "一段话",
    ]


def test_an_ofd_is_read_in_the_order_of_the_page_not_of_the_file(tmp_path: Path) -> None:
    pages = [[(20.0, 60.0, "下面一行。"), (20.0, 40.0, "上面一行。")], [(20.0, 40.0, "第二页。")]]
    write_ofd_pages(tmp_path / "文.ofd", pages)
    raw = read_raw(tmp_path / "文.ofd")
    assert raw.text.replace("\n", "") == "上面一行。下面一行。第二页。"
    assert raw.text[raw.pages[1] :] == "第二页。"


@pytest.mark.parametrize("size", ['Size="5"', 'size="4.5"', ""])
def test_digits_set_as_far_apart_as_characters_stay_together(tmp_path: Path, size: str) -> None:
    line = "引进企业120家，增长3.8%，其中PM 2.5下降。"
    write_ofd_pages(tmp_path / "文.ofd", [[(10, 20, line)]], size)
    assert read_raw(tmp_path / "文.ofd").text == line


def test_an_ofd_that_points_out_of_itself_is_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "文.ofd", "w") as archive:
        archive.writestr("OFD.xml", "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>")
    with pytest.raises(UnreadableFile, match=r"^文\.ofd 已损坏"):
        read_raw(tmp_path / "文.ofd")


def mail(folder: Path, message: EmailMessage) -> Path:
    (folder / "信.eml").write_bytes(message.as_bytes())
    return folder / "信.eml"


def test_a_mail_is_its_subject_and_its_text_and_what_is_attached_is_told(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "报送重点工作"
    message.set_content("新建公路五十公里。\n", charset="gb18030", cte="base64")
    message.add_alternative("<p>另一种说法。</p>", subtype="html")
    message.add_attachment(b"%PDF", "application", "pdf", filename="附表.pdf")
    raw = read_raw(mail(tmp_path, message))
    assert raw.text.split() == ["报送重点工作", "新建公路五十公里。"]
    assert raw.warnings == ("附件没有读：附表.pdf",)


def test_a_mail_that_is_only_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content("<p>新建公路五十公里。</p><script>x</script>", subtype="html")
    assert read_raw(mail(tmp_path, message)).text.strip() == "新建公路五十公里。"


def test_a_text_that_is_no_mail_is_refused(tmp_path: Path) -> None:
    (tmp_path / "信.eml").write_text("新建公路五十公里。", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"^信\.eml 不是邮件"):
        read_raw(tmp_path / "信.eml")


OLD_WORD = b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "save_as"),
    [
        ("旧.doc", OLD_WORD, r"\.docx"),
        ("旧.wps", OLD_WORD, r"\.docx"),
        ("旧.rtf", b"{\\rtf1 x}", r"\.docx"),
        ("旧.et", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), r"\.xlsx"),
    ],
    ids=["doc", "wps", "rtf", "et"],
)
def test_without_libreoffice_the_person_is_told_what_to_do(
    tmp_path: Path, name: str, data: bytes, save_as: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile, match=rf"^{name} 要靠 LibreOffice 才能读.*{save_as}。$"):
        read_office(tmp_path / name, lambda: None)


def test_a_doc_is_read_by_what_it_holds(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx")
    (tmp_path / "a.docx").rename(tmp_path / "新.doc")
    assert "柳溪" in read_office(tmp_path / "新.doc", lambda: None).text
    (tmp_path / "网页.doc").write_text("<html><p>新建公路五十公里。</p></html>", encoding="utf-8")
    assert read_office(tmp_path / "网页.doc", lambda: None).text == "新建公路五十公里。"
