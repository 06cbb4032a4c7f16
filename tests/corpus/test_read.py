"""From files to documents, invented ones and the real ones."""

import re
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest

from corpus.errors import UnreadableFile
from corpus.places import find
from corpus.read import read_document
from corpus.types import Document, Identity
from tests.corpus.formats.writers import write_pdf

TEXT = """\
下载
政府工作报告
——2026年1月26日在广东省第十四届
人民代表大会第五次会议上
广东省省长 梁某某
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
一年来，我们修路架桥、植树治水，新建农村公路1180公里，
改造老旧小区260个。
二、2026年工作安排
（一）稳住经济。新增制造业贷款420亿元。
"""

CLEAN = """\
政府工作报告
——2026年1月26日在广东省第十四届
人民代表大会第五次会议上
广东省省长 梁某某
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
一年来，我们修路架桥、植树治水，新建农村公路1180公里，改造老旧小区260个。
二、2026年工作安排
（一）稳住经济。新增制造业贷款420亿元。"""

IDENTITY = Identity(
    title="2026年广东省政府工作报告",
    place="广东",
    year=2026,
    kind="report",
    delivered=date(2026, 1, 26),
    speaker="梁某某",
    meeting="广东省第十四届人民代表大会第五次会议",
    level="province",
    body="广东省人民政府",
)


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    (tmp_path / "qzxw.txt").write_text(TEXT, encoding="gb18030")
    document = read_document(tmp_path / "qzxw.txt")
    assert document.source == "qzxw.txt"
    assert document.text == CLEAN
    assert document.identity == IDENTITY
    assert [heading.title for heading in document.headings] == [
        "一、2025年工作回顾",
        "二、2026年工作安排",
        "（一）稳住经济",
    ]
    assert document.warnings == ("按 GB18030 编码读取",)


def test_a_word_file_becomes_the_same_document(tmp_path: Path) -> None:
    word = docx.Document()
    for line in CLEAN.split("\n"):
        word.add_paragraph(f"\u3000\u3000{line}")
    word.save(str(tmp_path / "qzxw.docx"))
    document = read_document(tmp_path / "qzxw.docx", "广东/报告.docx")
    assert (document.source, document.text) == ("广东/报告.docx", CLEAN)
    assert (document.identity, document.warnings) == (IDENTITY, ())


def test_a_page_of_nothing_but_furniture_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "空页.txt").write_text("下载\n打印\n【字体：大 中 小】\n分享：", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"^空页\.txt 去掉网页边栏等内容之后没有正文"):
        read_document(tmp_path / "空页.txt")


def reports(shared: Path, folder: str) -> list[Path]:
    return sorted(path for path in (shared / "reports" / folder).iterdir() if path.is_file())


def as_expected(identity: Identity, folder: str, name: str) -> bool:
    """Whether place and year are those that the name of the file or its folder tells."""
    if folder == "state-council":
        return (identity.place, identity.year) == ("全国", int(name[4:8]))
    if folder == "2026":
        return identity.year == 2026 and identity.place not in ("", "全国")
    return (identity.place, identity.year) == (find(name[5:])[0].place.short, 2025)


@pytest.mark.parametrize("renamed", [False, True], ids=["by its name", "by another name"])
@pytest.mark.parametrize("folder", ["2025", "2026", "state-council"])
def test_every_real_report_is_known_for_what_it_is(
    shared: Path, tmp_path: Path, folder: str, renamed: bool
) -> None:
    for number, path in enumerate(reports(shared, folder)):
        other = tmp_path / f"qzxw{'abcdefghij'[number % 10]}{path.suffix}"
        shutil.copyfile(path, other)
        identity = read_document(other if renamed else path).identity
        assert identity.kind == "report"
        assert as_expected(identity, folder, path.name), (path.name, identity)
        assert identity.speaker, path.name
        assert re.fullmatch(r"[一-鿿·]{2,12}", identity.speaker)
        assert not re.search("报告|同志|政府|作", identity.speaker), path.name
        assert identity.delivered is not None, path.name
        assert identity.delivered.year == identity.year
        assert identity.published is None or identity.published >= identity.delivered
        assert identity.meeting.endswith("会议"), path.name


def test_the_real_interviews_are_known_for_what_they_are(shared: Path, tmp_path: Path) -> None:
    [path] = reports(shared, "speeches")
    shutil.copyfile(path, tmp_path / "qzxw.txt")
    for one in (path, tmp_path / "qzxw.txt"):
        identity = read_document(one).identity
        assert (identity.place, identity.year, identity.kind) == ("新昌", 2021, "interview")


def test_a_place_in_the_text_is_on_its_page(tmp_path: Path) -> None:
    write_pdf(tmp_path / "安排.pdf")
    document = read_document(tmp_path / "安排.pdf")
    last = document.text.index("谁来管好南渡的食堂")
    assert document.page_at(0) == 1
    assert document.page_at(last) == len(document.pages) > 2
    assert document.page_at(document.pages[1]) == 2
    assert document.page_at(document.pages[1] - 1) == 1


def test_a_document_without_pages_is_on_none() -> None:
    assert Document("a.txt", "稳就业。", Identity()).page_at(2) is None
