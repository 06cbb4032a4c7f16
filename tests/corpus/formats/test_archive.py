"""Zip archives are unpacked into one folder, whatever they say."""

import stat
import zipfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import SUFFIXES
from corpus.formats.archive import unpack


def archive(folder: Path, **members: str) -> Path:
    path = folder / "材料.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return path


def names(path: Path, folder: Path) -> list[str]:
    return [member.name for member in unpack(path, folder, SUFFIXES)]


def test_readable_members_are_unpacked_with_their_paths_told(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"浙江/a.txt": "甲", "b.TXT": "乙", "c.png": "丙", ".d.txt": "丁"})
    members = unpack(path, tmp_path / "cache", SUFFIXES)
    assert [(m.name, m.path.read_text(), m.path.suffix) for m in members] == [
        ("浙江/a.txt", "甲", ".txt"),
        ("b.TXT", "乙", ".txt"),
    ]


@pytest.mark.parametrize(
    "name", ["../../a.txt", "/etc/a.txt", "C:\\x\\a.txt", "..\\a.txt", "x/../../a.txt"]
)
def test_nothing_gets_out_of_the_folder(tmp_path: Path, name: str) -> None:
    [member] = unpack(archive(tmp_path, **{name: "甲"}), tmp_path / "cache", SUFFIXES)
    assert member.path.parent == tmp_path / "cache"
    assert ".." not in member.name
    assert not member.name.startswith("/")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cache", "材料.zip"]


def test_links_and_archives_inside_are_left_out(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"a.txt": "甲", "b.zip": "PK"})
    with zipfile.ZipFile(path, "a") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert names(path, tmp_path / "cache") == ["a.txt"]


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"xxxxxx.txt": "甲"})
    data = path.read_bytes().replace(b"xxxxxx.txt", "报告一".encode("gbk") + b".txt")
    path.write_bytes(data)
    assert names(path, tmp_path / "cache") == ["报告一.txt"]


def test_what_is_there_is_not_unpacked_again(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"a.txt": "甲"})
    [first] = unpack(path, tmp_path / "cache", SUFFIXES)
    before = first.path.stat().st_mtime_ns
    assert unpack(path, tmp_path / "cache", SUFFIXES) == (first,)
    assert first.path.stat().st_mtime_ns == before


def test_a_bomb_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = archive(tmp_path, **{"a.txt": "0" * 60_000_000})
    with pytest.raises(UnreadableFile, match=r"^材料\.zip 解压后是原来的"):
        unpack(path, tmp_path / "cache", SUFFIXES)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_damaged_archive_is_refused(tmp_path: Path, share: float) -> None:
    path = archive(tmp_path, **{"a.txt": "甲" * 1000})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(UnreadableFile, match=r"^材料\.zip "):
        unpack(path, tmp_path / "cache", SUFFIXES)
