"""Which files are found below the paths given, and under which names."""

import hashlib
from pathlib import Path

import pytest

from corpus.errors import UserError
from corpus.library import SourceFile, nearest, renamed, scan, state


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"这是{path.as_posix()}。", encoding="utf-8")
    return folder


def sources(*paths: Path) -> list[str]:
    return [file.source for file in scan(paths)]


def test_readable_files_are_found_at_any_depth_by_their_path_below_the_folder(
    tmp_path: Path,
) -> None:
    make(tmp_path, "b.txt", "浙江/2026/a.TXT", "图.png", "音.mp3", "c.docx")
    assert sources(tmp_path) == ["b.txt", "c.docx", "浙江/2026/a.TXT"]


def test_hidden_files_and_the_lock_files_of_word_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "~$a.docx")
    assert sources(tmp_path) == ["a.txt"]


def test_a_folder_inside_a_hidden_folder_may_be_given(tmp_path: Path) -> None:
    make(tmp_path, ".home/library/a.txt")
    assert sources(tmp_path / ".home" / "library") == ["a.txt"]


def test_a_file_is_described_by_its_bytes(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    digest = hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest()
    expected = SourceFile("a.txt", str(tmp_path), tmp_path / "a.txt", digest)
    assert scan([tmp_path]) == scan([tmp_path / "a.txt"]) == (expected,)


def test_a_file_reached_twice_is_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.txt", "b.txt")
    assert sources(tmp_path, tmp_path / "sub" / "a.txt", tmp_path / "sub", tmp_path) == [
        "b.txt",
        "sub/a.txt",
    ]


def test_files_of_the_same_name_in_several_folders_are_all_kept(tmp_path: Path) -> None:
    folders = [tmp_path / one / "库" for one in ("甲", "乙", "丙")]
    for folder in folders:
        make(folder, "a.txt")
    assert sources(*folders) == ["a.txt", "库-2/a.txt", "库/a.txt"]
    assert len({file.path for file in scan(folders)}) == 3


def test_names_that_others_have_get_the_folder_before_them(tmp_path: Path) -> None:
    make(tmp_path / "库", "a.txt", "b.txt", "库/b.txt")
    files = scan([tmp_path / "库"])
    assert [file.source for file in renamed(files, {"a.txt", "b.txt"})] == [
        "库/a.txt",
        "库-2/b.txt",
        "库/b.txt",
    ]
    assert renamed(files, {"c.txt"}) == files


def test_a_file_of_a_format_we_cannot_read_is_kept_when_it_is_given_itself(tmp_path: Path) -> None:
    make(tmp_path, "音.mp3")
    assert sources(tmp_path / "音.mp3") == ["音.mp3"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^找不到 .*无此处；请检查路径。$"):
        scan([tmp_path / "无此处"])


def test_a_folder_without_readable_files_is_told_with_what_we_read(tmp_path: Path) -> None:
    make(tmp_path, "图.png")
    with pytest.raises(UserError, match=r"里没有能读的文件；现在能读：\.txt、\.docx"):
        scan([tmp_path])


def test_a_link_to_nothing_and_a_folder_named_like_a_file_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "断.txt").symlink_to(tmp_path / "无此处.txt")
    (tmp_path / "夹.txt").mkdir()
    assert sources(tmp_path) == ["a.txt"]


def test_links_are_passed_over_unless_they_are_given_themselves(tmp_path: Path) -> None:
    make(tmp_path / "别处", "a.txt")
    make(tmp_path / "库", "b.txt")
    (tmp_path / "库" / "链.txt").symlink_to(tmp_path / "别处" / "a.txt")
    (tmp_path / "库" / "夹").symlink_to(tmp_path / "别处")
    assert sources(tmp_path / "库") == ["b.txt"]
    assert sources(tmp_path / "库" / "链.txt") == ["a.txt"]


@pytest.mark.parametrize("page", ["报告.html", "报告.htm"])
def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path, page: str) -> None:
    make(tmp_path, page, "报告_files/a.html", "报告.files/x/b.html", "政策_files/c.html")
    assert sources(tmp_path) == sorted([page, "政策_files/c.html"])
    assert sources(tmp_path / "报告_files") == ["a.html"]


def test_a_file_still_holds_what_was_read_or_it_does_not(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    [file] = scan([tmp_path])
    assert state(file.path, file.digest) == "same"
    assert state(file.path, "abc") == "changed"
    assert state(tmp_path / "b.txt", file.digest) == "gone"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gwy-1985", ["gwy/gwy-1985.txt"]),
        ("GWY-1985.TXT", ["gwy/gwy-1985.txt"]),
        ("gyw-1985.txt", ["gwy/gwy-1985.txt"]),
        ("浙江2026.txt", ["浙江/2026.txt"]),
        ("全不相干", []),
    ],
    ids=range(5),
)
def test_the_nearest_names_are_offered(name: str, expected: list[str]) -> None:
    assert nearest(name, ["浙江/2026.txt", "gwy/gwy-1985.txt"]) == expected


def test_few_names_are_offered() -> None:
    assert len(nearest("a", [f"a{n}.txt" for n in range(20)])) == 3
