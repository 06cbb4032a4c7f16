"""Every file of the development reports is known for what it is, under any name.

The expected values were read off the heads of the files by eye: places, dates and names only.
"""

from datetime import date
from pathlib import Path

import pytest

from corpus.evidence import Evidence
from corpus.formats import read_raw
from corpus.identify import identify, identity_evidence
from corpus.read import read_document
from corpus.types import Document, Identity

# file: place, kind, day of the session, speaker; the year is that of the session
PROVINCES_2025 = """
2025年上海市政府工作报告.docx 上海 report 2025-01-15 龚正
2025年云南省政府工作报告.docx 云南 report 2025-01-18 王予波
2025年内蒙古自治区政府工作报告.docx 内蒙古 report 2025-01-14 王莉霞
2025年北京市政府工作报告.docx 北京 report 2025-01-14 殷勇
2025年吉林省政府工作报告.docx 吉林 report 2025-01-14 胡玉亭
2025年四川省政府工作报告.docx 四川 report 2025-01-20 施小琳
2025年天津市政府工作报告.docx 天津 report 2025-01-14 张工
2025年宁夏政府工作报告.docx 宁夏 report 2025-01-19 张雨浦
2025年安徽省政府工作报告.docx 安徽 report 2025-01-20 王清宪
2025年山东省政府工作报告.docx 山东 report 2025-01-20 周乃翔
2025年山西省政府工作报告.docx 山西 report 2025-01-17 金湘军
2025年广东省政府工作报告.docx 广东 report 2025-01-15 王伟中
2025年广西政府工作报告.docx 广西 report 2025-01-13 蓝天立
2025年新疆政府工作报告.docx 新疆 report 2025-01-19 艾尔肯·吐尼亚孜
2025年江苏省政府工作报告.docx 江苏 report 2025-01-19 许昆林
2025年江西省政府工作报告.docx 江西 report 2025-01-17 叶建春
2025年河北省政府工作报告.docx 河北 report 2025-01-13 王正谱
2025年河南省政府工作报告.docx 河南 report 2025-01-18 王凯
2025年浙江省政府工作报告.docx 浙江 report 2025-01-14 刘捷
2025年海南省政府工作报告.docx 海南 report 2025-01-14 刘小明
2025年湖北省政府工作报告.docx 湖北 report 2025-01-16 李殿勋
2025年湖南省政府工作报告.docx 湖南 report 2025-01-14 毛伟明
2025年甘肃省政府工作报告.docx 甘肃 report 2025-01-20 任振鹤
2025年福建省政府工作报告.docx 福建 report 2025-01-13 赵龙
2025年西藏政府工作报告.docx 西藏 report 2025-01-19 嘎玛泽登
2025年贵州省政府工作报告.docx 贵州 report 2025-01-19 李炳军
2025年辽宁省政府工作报告.docx 辽宁 report 2025-01-16 李乐成
2025年重庆市政府工作报告.docx 重庆 report 2025-01-19 胡衡华
2025年陕西省政府工作报告.docx 陕西 report 2025-01-16 赵刚
2025年青海省政府工作报告.docx 青海 report 2025-01-19 罗东川
2025年黑龙江省政府工作报告.docx 黑龙江 report 2025-01-13 梁惠玲
"""
PROVINCES_2026 = """
bg26-01.txt 四川 report 2026-02-03 施小琳
bg26-02.txt 山东 report 2026-01-27 周乃翔
bg26-03.txt 山西 report 2026-02-02 卢东亮
bg26-04.txt 广东 report 2026-01-26 孟凡利
bg26-05.txt 新疆 report 2026-01-27 艾尔肯·吐尼亚孜
bg26-06.txt 江苏 report 2026-02-03 刘小涛
bg26-07.txt 河南 report 2026-01-26 王凯
bg26-08.txt 湖北 report 2026-01-27 李殿勋
"""
STATE_COUNCIL = """
gwy-1985-page.gb18030.txt 全国 report 1985-03-27 赵紫阳
gwy-2006-page.gb18030.txt 全国 report 2006-03-05 温家宝
gwy-2011-page.gb18030.txt 全国 report 2011-03-05 温家宝
gwy-1954.txt 全国 report 1954-05-23 周恩来
gwy-1955.txt 全国 report 1955-07-05 李富春
gwy-1956.txt 全国 report 1956-06-15 李先念
gwy-1957.txt 全国 report 1957-06-26 周恩来
gwy-1958.txt 全国 report 1958-02-03 薄一波
gwy-1959.txt 全国 report 1959-04-18 周恩来
gwy-1960.txt 全国 report 1960-04-06 谭震林
gwy-1964.txt 全国 report 1964-12-21 周恩来
gwy-1975.txt 全国 report 1975-01-13 周恩来
gwy-1978.txt 全国 report 1978-02-26 华国锋
gwy-1980.txt 全国 report 1980-08-30 姚依林
gwy-1981.txt 全国 report 1981-11-30 赵紫阳
gwy-1982.txt 全国 report 1982-11-30 赵紫阳
gwy-1983.txt 全国 report 1983-06-06 赵紫阳
gwy-1984.txt 全国 report 1984-05-15 赵紫阳
gwy-1985.txt 全国 report 1985-03-27 赵紫阳
gwy-1986.txt 全国 report 1986-03-25 赵紫阳
gwy-1987.txt 全国 report 1987-03-25 赵紫阳
gwy-1989.txt 全国 report 1989-03-20 李鹏
gwy-1990.txt 全国 report 1990-03-20 李鹏
gwy-1991.txt 全国 report 1991-03-26 邹家华
gwy-1992.txt 全国 report 1992-03-20 李鹏
gwy-1994.txt 全国 report 1994-03-10 李鹏
gwy-1995.txt 全国 report 1995-03-05 李鹏
gwy-1996.txt 全国 report 1996-03-05 李鹏
gwy-1997.txt 全国 report 1997-03-01 李鹏
gwy-1999.txt 全国 report 1999-03-05 朱镕基
gwy-2000.txt 全国 report 2000-03-05 朱镕基
gwy-2001.txt 全国 report 2001-03-05 朱镕基
gwy-2002.txt 全国 report 2002-03-05 朱镕基
gwy-2004.txt 全国 report 2004-03-05 温家宝
gwy-2005.txt 全国 report 2005-03-05 温家宝
gwy-2006.txt 全国 report 2006-03-05 温家宝
gwy-2007.txt 全国 report 2007-03-05 温家宝
gwy-2009.txt 全国 report 2009-03-05 温家宝
gwy-2010.txt 全国 report 2010-03-05 温家宝
gwy-2011.txt 全国 report 2011-03-05 温家宝
gwy-2013.txt 全国 report 2013-03-05 温家宝
gwy-2014.txt 全国 report 2014-03-05 李克强
gwy-2015.txt 全国 report 2015-03-05 李克强
gwy-2017.txt 全国 report 2017-03-05 李克强
"""
INTERVIEWS = {"xinchang-lianghui-2021.txt": Identity(place="新昌", year=2021, kind="interview")}
BODIES = {"新疆": "新疆维吾尔自治区人民政府", "全国": "国务院", "天津": "天津市人民政府"}


def expected() -> dict[str, Identity]:
    """What each file is, by its name."""
    lines = f"{PROVINCES_2025}{PROVINCES_2026}{STATE_COUNCIL}".split("\n")
    known = dict(INTERVIEWS)
    for name, place, kind, day, speaker in (line.split() for line in lines if line):
        assert kind == "report"
        delivered = date.fromisoformat(day)
        known[name] = Identity("", place, delivered.year, "report", delivered, speaker=speaker)
    return known


def told(identity: Identity) -> tuple[object, ...]:
    delivered, speaker = identity.delivered, identity.speaker
    return identity.place, identity.year, identity.kind, delivered, speaker


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    return sorted(path for path in (shared / "reports").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def documents(files: list[Path]) -> dict[str, Document]:
    return {path.name: read_document(path) for path in files}


def test_every_file_has_an_expected_identity(files: list[Path]) -> None:
    assert {path.name for path in files} == set(expected())


def test_every_file_is_known_under_its_own_name(documents: dict[str, Document]) -> None:
    found = {name: told(document.identity) for name, document in documents.items()}
    assert found == {name: told(identity) for name, identity in expected().items()}


def test_every_file_is_known_under_a_name_that_says_nothing(
    files: list[Path], documents: dict[str, Document], tmp_path: Path
) -> None:
    for number, path in enumerate(files):
        link = tmp_path / f"q{number:03}x{path.suffix}"
        link.symlink_to(path)
        assert told(read_document(link).identity) == told(documents[path.name].identity), path.name


def test_every_file_has_the_level_and_the_body_of_its_place(documents: dict[str, Document]) -> None:
    for document in documents.values():
        identity = document.identity
        levels = {"全国": "country", "新昌": "county"}
        assert identity.level == levels.get(identity.place, "province")
        if identity.kind == "report":
            body = "中央人民政府" if identity.year == 1954 else BODIES.get(identity.place)
            assert identity.body == (body or identity.body)
            assert identity.body.endswith(("人民政府", "国务院"))


def test_what_says_a_field_is_a_slice_and_sure_where_the_session_says_it(
    files: list[Path], documents: dict[str, Document]
) -> None:
    for path in files:
        text, raw = documents[path.name].text, read_raw(path)
        said = {one.field: one for one in identity_evidence(text, raw.text, "q", raw.fields)}
        for one in said.values():
            assert one.start is None or text.startswith(one.quote, one.start), (path.name, one)
        if documents[path.name].identity.kind == "report":
            sure = [said[field].confidence for field in ("place", "year", "delivered", "speaker")]
            assert set(sure) == {"sure"}, path.name


@pytest.mark.parametrize("top", ["政府工作报告\n各位代表：\n", ""], ids=["bare", "none"])
def test_a_report_without_its_title_and_session_keeps_its_place(
    documents: dict[str, Document], top: str
) -> None:
    """What the text calls its own (全省, 我国) and the places it names are enough."""
    for name, document in documents.items():
        _, address, body = document.text.partition("各位代表")
        if not address:
            continue
        text = top + body.lstrip("：！:!\n")
        identity = identify(text, text, "q", {})
        assert identity.place == document.identity.place, name


def test_a_year_that_is_wrong_without_title_and_session_is_not_called_sure(
    documents: dict[str, Document],
) -> None:
    wrong: list[Evidence] = []
    for document in documents.values():
        body = document.text.partition("各位代表")[2]
        if body and identify(body, body, "q", {}).year != document.identity.year:
            said = {one.field: one for one in identity_evidence(body, body, "q", {})}
            wrong += [said["year"]] if "year" in said else []
    assert {one.confidence for one in wrong} <= {"guess", "likely"}
    assert sum(one.confidence == "likely" for one in wrong) <= 2
