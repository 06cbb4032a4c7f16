"""What is wrong with a library is found, each with what to do; a sound one has nothing wrong."""

from pathlib import Path

import pytest

from corpus import catalogue, corrections
from corpus.corrections import Corrections, Fields
from corpus.duplicates import Overlap, Relation
from corpus.errors import UserError
from index.build import build
from index.doctor import Finding, examine, told
from index.edit import correct
from tests.index.encoders import Counting


def report(place: str, year: int, first: int = 0) -> str:
    body = "".join(f"第{n}项工作已经安排妥当，全年投入{n}亿元。" for n in range(first, first + 20))
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十四届人民代表大会第四次会议上\n"
        f"省长 沈一舟\n各位代表：\n一、工作安排\n{body}"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    write(folder, "a.txt", report("浙江省", 2026))
    write(folder, "b.txt", report("江苏省", 2026, 100))
    return folder


@pytest.fixture
def home(folder: Path, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    build([folder], home, Counting())
    return home


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def wrong(home: Path) -> list[Finding]:
    return [one for one in examine(home, "counting") if one.level == "wrong"]


def notes(home: Path) -> list[Finding]:
    return [one for one in examine(home, "counting") if one.level == "note"]


def test_a_sound_library_has_nothing_to_tell(home: Path) -> None:
    assert examine(home, "counting") == ()


def test_nothing_indexed_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="还没有索引"):
        examine(tmp_path, "counting")


def test_a_damaged_index_is_wrong(home: Path) -> None:
    next(home.glob("generations/*/rows.npy")).write_bytes(b"")
    [found] = wrong(home)
    assert "rows.npy 丢失或已损坏" in found.what
    assert "重新运行 zhengwen index" in found.todo


def test_another_model_is_wrong(home: Path) -> None:
    [found] = examine(home, "other")
    assert (found.level, "counting" in found.what, "other" in found.what) == ("wrong", True, True)


def test_files_that_are_gone_or_changed_are_wrong(home: Path, folder: Path) -> None:
    (folder / "a.txt").unlink()
    write(folder, "b.txt", report("江苏省", 2026, 200))
    gone, changed = wrong(home)
    assert (gone.sources, changed.sources) == (("a.txt",), ("b.txt",))
    assert "library remove" in gone.todo
    assert "zhengwen index" in changed.todo


def test_a_file_that_cannot_be_read_is_wrong(home: Path, folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"broken")
    (folder / "b.txt").write_bytes(b"")
    build([folder], home, Counting())
    unread = {one.sources: one.what for one in wrong(home)}
    assert unread.keys() == {("坏.docx",), ("b.txt",)}
    assert unread["坏.docx",].startswith("读不了：坏.docx ")
    assert unread["b.txt",].startswith("变动后读不了")


def test_a_report_without_place_or_year_is_wrong_and_another_text_only_noted(
    home: Path, folder: Path
) -> None:
    write(folder, "r.txt", "政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。")
    write(folder, "n.txt", "乡村见闻\n村口的老樟树今年又添了新枝。")
    build([folder], home, Counting())
    assert [one.sources for one in wrong(home)] == [("r.txt",)] * 2
    assert [one.sources for one in notes(home)] == [("n.txt",)] * 2
    assert all("library set" in one.todo for one in examine(home, "counting"))
    correct(home, "r.txt", Fields(place="浙江", year=2024))
    assert wrong(home) == []


def test_copies_are_noted_and_conflicts_and_versions_are_wrong(home: Path, folder: Path) -> None:
    write(folder, "copy.txt", report("浙江省", 2026))
    write(folder, "draft.txt", report("浙江省", 2026, 8))
    build([folder], home, Counting())
    [version] = wrong(home)
    assert version.sources == ("draft.txt", "a.txt")
    [copy] = notes(home)
    assert copy.sources == ("copy.txt", "a.txt")
    correct(home, "copy.txt", Fields(place="江西"))
    assert {one.sources for one in wrong(home)} == {("copy.txt", "a.txt"), ("draft.txt", "a.txt")}


def test_a_catalogue_that_is_missing_or_behind_is_noted(home: Path) -> None:
    catalogue.save(home, catalogue.Catalogue())
    assert [one.what for one in notes(home)] == ["台账与索引不一致"]
    catalogue.file(home).write_bytes(b"broken")
    assert "已损坏" in notes(home)[0].what
    catalogue.file(home).unlink()
    assert "不在" in notes(home)[0].what
    assert wrong(home) == []


def test_corrections_that_make_no_sense_are_wrong_and_idle_ones_noted(home: Path) -> None:
    corrections.save(home, Corrections({"z.txt": Fields(year=2024)}))
    assert [one.sources for one in examine(home, "counting")] == [("z.txt",)]
    corrections.file(home).write_text("{", encoding="utf-8")
    assert "corrections.json" in wrong(home)[0].what


@pytest.mark.parametrize("relation", ["copy", "part", "version", "conflict"])
def test_every_relation_is_told_with_the_share_where_it_is_not_all(relation: Relation) -> None:
    assert "83% 的句子相同" in told(Overlap("甲", "乙", relation, 0.83))
    assert "%" not in told(Overlap("甲", "乙", relation, 1.0))
