"""Uploads as a library keeps them: safe names, earlier versions, nothing half done."""

import hashlib
from pathlib import Path

import pytest

from corpus.errors import UserError
from corpus.uploads import Placed, earlier, finish, folder, free_names, keep, safe_name, unfinished


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("云溪县报告（2026年）.docx", "云溪县报告（2026年）.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\文件\\报告.pdf", "报告.pdf"),
        ("/", "未命名"),
        ("", "未命名"),
        (".隐藏.txt", "隐藏.txt"),
        ("~$报告.docx", "报告.docx"),
        ("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt"),
        ("报告\u202excod.exe", "报告xcod.exe"),
        ("a\x00b\nc.txt", "abc.txt"),
        ("con.txt", "_con.txt"),
        ("报告.txt. ", "报告.txt"),
        ("没有结尾", "没有结尾"),
    ],
    ids=range(13),
)
def test_a_name_leads_nowhere_and_stays_readable(given: str, name: str) -> None:
    assert safe_name(given) == name


@pytest.mark.parametrize("given", ["长" * 300 + ".docx", "x" * 4000, "点." * 200, "a." + "b" * 300])
def test_no_name_is_too_long_for_a_disk(given: str) -> None:
    assert 0 < len(safe_name(given).encode()) <= 200
    assert safe_name(safe_name(given)) == safe_name(given)


def test_names_that_are_taken_are_numbered() -> None:
    names = free_names("报告.tar.gz")
    assert [next(names) for _ in range(3)] == ["报告.tar.gz", "报告.tar-2.gz", "报告.tar-3.gz"]


def handed(tmp_path: Path, text: str) -> tuple[Path, str]:
    path = tmp_path / "handed"
    path.write_text(text, encoding="utf-8")
    return path, hashlib.sha256(text.encode()).hexdigest()


def put(home: Path, tmp_path: Path, text: str, was: str = "") -> Placed:
    path, digest = handed(tmp_path, text)
    placed = Placed("a.txt", digest, was)
    keep(home, [(path, placed)])
    return placed


def files(home: Path) -> list[str]:
    return sorted(
        path.relative_to(folder(home)).as_posix()
        for path in folder(home).rglob("*")
        if path.is_file()
    )


def test_a_file_that_the_library_holds_stays(tmp_path: Path) -> None:
    put(tmp_path, tmp_path, "一")
    assert unfinished(tmp_path)
    finish(tmp_path, lambda placed: True)
    assert files(tmp_path) == ["a.txt"]
    assert not unfinished(tmp_path)


def test_a_file_that_the_library_does_not_hold_is_gone(tmp_path: Path) -> None:
    put(tmp_path, tmp_path, "一")
    finish(tmp_path, lambda placed: False)
    assert files(tmp_path) == []


def test_the_version_before_is_kept_and_comes_back_where_the_new_one_fails(tmp_path: Path) -> None:
    first = put(tmp_path, tmp_path, "一")
    finish(tmp_path, lambda placed: True)
    put(tmp_path, tmp_path, "二", first.digest)
    assert earlier(tmp_path, "a.txt", first.digest).read_text(encoding="utf-8") == "一"
    finish(tmp_path, lambda placed: False)
    assert (folder(tmp_path) / "a.txt").read_text(encoding="utf-8") == "一"
    assert files(tmp_path) == ["a.txt"]
    put(tmp_path, tmp_path, "二", first.digest)
    finish(tmp_path, lambda placed: True)
    assert (folder(tmp_path) / "a.txt").read_text(encoding="utf-8") == "二"
    assert files(tmp_path) == [f".earlier/{first.digest}/a.txt", "a.txt"]


def test_a_change_that_breaks_off_before_a_file_arrives_leaves_nothing(tmp_path: Path) -> None:
    first = put(tmp_path, tmp_path, "一")
    finish(tmp_path, lambda placed: True)
    gone = tmp_path / "gone"
    with pytest.raises(UserError, match="文件存不进"):
        keep(tmp_path, [(gone, Placed("b.txt", "1")), (gone, Placed("a.txt", "2", first.digest))])
    finish(tmp_path, lambda placed: False)
    assert files(tmp_path) == ["a.txt"]
    assert (folder(tmp_path) / "a.txt").read_text(encoding="utf-8") == "一"


def test_without_a_change_there_is_nothing_to_finish(tmp_path: Path) -> None:
    finish(tmp_path, lambda placed: False)
    assert not folder(tmp_path).exists()
