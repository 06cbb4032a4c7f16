"""The members of an archive are files of a library; what lies unpacked is what is needed."""

import zipfile
from pathlib import Path

import pytest

from corpus.archives import at_hand, expanded, sweep
from corpus.errors import UnreadableFile
from corpus.library import SourceFile, is_there, scan, state

PAGE = "<html><body>政府工作报告</body></html>"


def packed(path: Path, **members: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def found(folder: Path, home: Path) -> tuple[SourceFile, ...]:
    return expanded(scan([folder]), home)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    packed(
        tmp_path / "库" / "年" / "材料.zip", **{"浙江/a.txt": "甲", "b.txt": "乙", "图.png": "丙"}
    )
    (tmp_path / "库" / "c.txt").write_text("丁", encoding="utf-8")
    return tmp_path / "库"


def test_members_are_named_as_if_the_archive_were_a_folder(folder: Path, tmp_path: Path) -> None:
    files = found(folder, tmp_path)
    assert [file.source for file in files] == [
        "c.txt",
        "年/材料.zip/b.txt",
        "年/材料.zip/浙江/a.txt",
    ]
    member = files[-1]
    assert member.path == folder / "年" / "材料.zip" / "浙江" / "a.txt"
    assert member.root == str(folder)
    assert member.unpacked is not None
    assert member.unpacked.read_text("utf-8") == "甲"
    assert member.unpacked.is_relative_to(tmp_path / "unpacked")


def test_an_archive_may_be_given_itself(folder: Path, tmp_path: Path) -> None:
    files = found(folder / "年" / "材料.zip", tmp_path)
    assert [file.source for file in files] == ["材料.zip/b.txt", "材料.zip/浙江/a.txt"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken"], ids=["empty", "broken"])
def test_a_bad_archive_is_one_file_with_its_fault(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    (folder / "坏.zip").write_bytes(content)
    faults = {file.source: file.fault for file in found(folder, tmp_path)}
    assert faults.pop("坏.zip").startswith("坏.zip ")
    assert set(faults.values()) == {""}
    assert len(faults) == 3


def test_a_bomb_is_one_file_with_its_fault(tmp_path: Path) -> None:
    packed(tmp_path / "库" / "弹.zip", **{"a.txt": "0" * 60_000_000})
    [file] = found(tmp_path / "库", tmp_path)
    assert (file.source, file.fault[:12]) == ("弹.zip", "弹.zip 解压后是原来")
    assert not (tmp_path / "unpacked").exists()


def test_a_home_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "unpacked").write_text("no folder", encoding="utf-8")
    [fault] = [file.fault for file in found(folder, tmp_path) if file.fault]
    assert fault.startswith("材料.zip 解压失败：")


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    members = {"报告.html": PAGE, "报告_files/广告.html": PAGE, "政策_files/a.html": PAGE}
    packed(tmp_path / "库" / "页.zip", **members)
    assert [file.source for file in found(tmp_path / "库", tmp_path)] == [
        "页.zip/报告.html",
        "页.zip/政策_files/a.html",
    ]


def test_a_name_that_stands_twice_is_the_later_file(tmp_path: Path) -> None:
    path = packed(tmp_path / "库" / "双.zip", **{"a.txt": "甲", "../a.txt": "乙"})
    [file] = found(path.parent, tmp_path)
    assert file.source == "双.zip/a.txt"
    assert file.unpacked is not None
    assert file.unpacked.read_text("utf-8") == "乙"
    assert state(file.path, file.digest) == "same"


def test_a_member_is_the_same_changed_or_gone(folder: Path, tmp_path: Path) -> None:
    member = found(folder, tmp_path)[-1]
    archive = folder / "年" / "材料.zip"
    assert state(member.path, member.digest) == "same"
    packed(archive, **{"浙江/a.txt": "甲甲"})
    assert state(member.path, member.digest) == "changed"
    packed(archive, **{"b.txt": "乙"})
    assert (state(member.path, member.digest), is_there(member.path)) == ("gone", True)
    archive.write_bytes(b"broken")
    assert state(member.path, member.digest) == "gone"
    archive.unlink()
    assert (state(member.path, member.digest), is_there(member.path)) == ("gone", False)


def test_a_member_is_at_hand_for_as_long_as_it_is_read(folder: Path) -> None:
    member = folder / "年" / "材料.zip" / "浙江" / "a.txt"
    with at_hand(member) as path:
        assert path.read_text("utf-8") == "甲"
    assert not path.exists()
    with at_hand(folder / "c.txt") as path:
        assert path == folder / "c.txt"
    with (
        pytest.raises(UnreadableFile, match=r"^材料\.zip 里没有 无\.txt。$"),
        at_hand(folder / "年" / "材料.zip" / "无.txt"),
    ):
        pass


def test_what_is_no_longer_needed_is_swept(folder: Path, tmp_path: Path) -> None:
    packed(folder / "二.zip", **{"a.txt": "甲"})
    other = packed(tmp_path / "别处" / "三.zip", **{"a.txt": "甲"})
    before, elsewhere = found(folder, tmp_path), found(other, tmp_path)
    packed(folder / "年" / "材料.zip", **{"b.txt": "乙"})
    (folder / "二.zip").unlink()
    files = found(folder, tmp_path)
    sweep(tmp_path, files, [file.path for file in (*before, *elsewhere)])
    left = {path for path in (tmp_path / "unpacked").rglob("*") if path.is_file()}
    assert left == {file.unpacked for file in (*files, *elsewhere) if file.unpacked}
    assert len(left) == 2
