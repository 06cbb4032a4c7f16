"""Indexing archives: members come, stay, change and go as files of a folder do."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from corpus.errors import UserError
from index import store
from index.build import build
from index.doctor import examine
from index.edit import remove
from tests.index.encoders import Counting
from tests.index.test_build import as_if_fresh, report, run, sources, write

TXT, DOCX = "材料.zip/浙江/2026.txt", "材料.zip/江苏/2026年/报告.docx"


def word(text: str) -> bytes:
    document, data = docx.Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def pack(folder: Path, **members: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / "材料.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return folder


MEMBERS: dict[str, str | bytes] = {
    "浙江/2026.txt": report("浙江省", 2026, "粮食产量保持在126亿斤以上。"),
    "江苏/2026年/报告.docx": word(report("江苏省", 2026, "粮食产量达到750亿斤。")),
    "江苏/图.png": b"\x89PNG",
    "__MACOSX/._a.txt": b"junk",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return pack(tmp_path / "library", **MEMBERS)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def unpacked(home: Path) -> list[Path]:
    return [path for path in (home / "unpacked").rglob("*") if path.is_file()]


def test_each_readable_member_is_a_document(home: Path, library: Path) -> None:
    done, read = run(home, library)
    assert sorted(read) == sources(home) == sorted([TXT, DOCX])
    assert (len(done.added), done.refused) == (2, ())
    stored = {item.document.source: item for item in store.read(home).stored}
    assert stored[TXT].path == str(library / TXT)
    assert stored[TXT].document.identity.place == "浙江"
    assert "750亿斤" in stored[DOCX].document.text


def test_the_second_run_reads_nothing_and_unpacks_nothing(home: Path, library: Path) -> None:
    run(home, library)
    before = {path: path.stat().st_mtime_ns for path in unpacked(home)}
    assert len(before) == 2
    done, read = run(home, library)
    assert (read, len(done.kept)) == ([], 2)
    assert {path: path.stat().st_mtime_ns for path in unpacked(home)} == before


def test_of_a_changed_archive_only_what_changed_is_read_again(
    home: Path, library: Path, tmp_path: Path
) -> None:
    run(home, library)
    newer = report("浙江省", 2026, "粮食产量保持在130亿斤以上。")
    added = {"山东.txt": report("山东省", 2026, "小麦丰收。")}
    pack(library, **(MEMBERS | added | {"浙江/2026.txt": newer}))
    done, read = run(home, library)
    assert sorted(read) == ["材料.zip/山东.txt", TXT]
    assert (done.added, done.changed, done.kept) == (("材料.zip/山东.txt",), (TXT,), (DOCX,))
    assert len(unpacked(home)) == 3
    assert as_if_fresh(home, tmp_path / "fresh", library)


def test_a_member_that_is_no_longer_in_the_archive_is_dropped(home: Path, library: Path) -> None:
    run(home, library)
    pack(library, **{name: MEMBERS[name] for name in MEMBERS if not name.endswith(".docx")})
    assert run(home, library)[0].removed == (DOCX,)
    assert sources(home) == [TXT]
    assert len(unpacked(home)) == 1


def test_an_archive_that_is_removed_takes_its_members_along(home: Path, library: Path) -> None:
    write(library, a=report("山东省", 2026, "小麦丰收。"))
    run(home, library)
    (library / "材料.zip").unlink()
    assert sorted(run(home, library)[0].removed) == sorted([TXT, DOCX])
    assert sources(home) == ["a.txt"]
    assert unpacked(home) == []


def test_an_archive_given_alone_leaves_the_rest_in_place(home: Path, library: Path) -> None:
    write(library, a=report("山东省", 2026, "小麦丰收。"))
    run(home, library)
    pack(library, **{"浙江/2026.txt": MEMBERS["浙江/2026.txt"]})
    done, read = run(home, library / "材料.zip")
    assert (done.removed, read) == ((DOCX,), [])
    assert sources(home) == ["a.txt", TXT]


def test_a_bad_archive_is_refused_once_and_the_rest_is_indexed(home: Path, library: Path) -> None:
    write(library, a=report("山东省", 2026, "小麦丰收。"))
    with zipfile.ZipFile(library / "弹.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "0" * 60_000_000)
    done, _ = run(home, library)
    [(source, reason)] = done.refused
    assert (source, reason[:12]) == ("弹.zip", "弹.zip 解压后是原来")
    assert sources(home) == sorted(["a.txt", TXT, DOCX])
    (library / "弹.zip").unlink()
    assert run(home, library)[0].refused == ()
    assert all(one.level == "note" for one in examine(home, Counting().name))


def test_an_archive_that_can_no_longer_be_read_keeps_its_older_readings(
    home: Path, library: Path
) -> None:
    run(home, library)
    (library / "材料.zip").write_bytes(b"PK\x03\x04broken")
    done, _ = run(home, library)
    assert [source for source, _ in done.refused] == ["材料.zip"]
    assert sources(home) == sorted([TXT, DOCX])
    pack(library, **MEMBERS)
    assert run(home, library)[0].refused == ()


def test_a_member_that_cannot_be_read_is_refused_by_its_name(home: Path, library: Path) -> None:
    pack(library, **MEMBERS, **{"坏.docx": b"broken"})
    [(source, reason)] = run(home, library)[0].refused
    assert source == "材料.zip/坏.docx"
    assert reason.startswith("坏.docx ")
    assert len(sources(home)) == 2


def test_a_member_that_a_person_removed_stays_out_until_the_archive_is_given(
    home: Path, library: Path
) -> None:
    write(library, a=report("山东省", 2026, "小麦丰收。"))
    run(home, library)
    remove(home, [TXT])
    done, _ = run(home, library)
    assert done.left == (TXT,)
    assert sources(home) == sorted(["a.txt", DOCX])
    assert run(home, library / "材料.zip")[0].added == (TXT,)


def test_an_archive_without_anything_to_read_is_told(home: Path, tmp_path: Path) -> None:
    folder = pack(tmp_path / "图", **{"图.png": b"\x89PNG"})
    with pytest.raises(UserError, match=r"里没有能读的文件；现在能读：.*\.zip。$"):
        build([folder], home, Counting())
    write(folder, a=report("山东省", 2026, "小麦丰收。"))
    assert run(home, folder)[0].refused == ()
