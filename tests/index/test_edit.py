"""Documents removed and corrected by hand: at once, for good, and safe when broken off."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus import catalogue, corrections
from corpus.corrections import Corrections, Fields
from corpus.errors import DamagedIndex, UserError
from index import store
from index.build import Report, build
from index.edit import correct, remove
from index.search import open_index
from tests.index.encoders import Counting

OLD = {"document", "root", "digest", "reader"}


def report(place: str, year: int, body: str) -> str:
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十四届人民代表大会第四次会议上\n"
        f"省长 沈一舟\n各位代表：\n一、工作安排\n{body}"
    )


LONG = "".join(f"第{n}项工作已经安排妥当，全年投入{n}亿元。" for n in range(12))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in {
        "a.txt": report("浙江省", 2026, "粮食产量126亿斤。"),
        "b.txt": report("江苏省", 2026, "粮食产量750亿斤。"),
        "c.txt": report("浙江省", 2025, LONG),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def home(folder: Path, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    run(home, folder)
    return home


def run(home: Path, *paths: Path) -> Report:
    return build(paths, home, Counting(), clock=lambda: "2026-03-01T08:00:00")


def sources(home: Path) -> list[str]:
    return [item.document.source for item in store.read(home).stored]


def place_and_year(home: Path, source: str) -> tuple[str, int | None]:
    identity = open_index(home, Counting()).document(source).identity
    return identity.place, identity.year


def status(home: Path, source: str) -> str:
    record = catalogue.load(home).of(source)
    return record.status if record else ""


def test_a_correction_holds_at_once_and_is_told_back(home: Path) -> None:
    done = correct(home, "a.txt", Fields(place="新昌", year=2024))
    assert (done.document.identity.place, done.notes) == ("新昌", ())
    assert place_and_year(home, "a.txt") == ("新昌", 2024)
    assert place_and_year(home, "b.txt") == ("江苏", 2026)


def test_a_correction_survives_indexing_again_and_a_changed_file(home: Path, folder: Path) -> None:
    correct(home, "a.txt", Fields(year=2024))
    run(home, folder)
    assert place_and_year(home, "a.txt") == ("浙江", 2024)
    (folder / "a.txt").write_text(report("江西省", 2026, "修路。"), encoding="utf-8")
    assert run(home, folder).changed == ("a.txt",)
    assert place_and_year(home, "a.txt") == ("江西", 2024)


def test_a_correction_survives_a_damaged_index_and_a_damaged_catalogue(
    home: Path, folder: Path
) -> None:
    correct(home, "a.txt", Fields(year=2024))
    next(home.glob("generations/*/rows.npy")).unlink()
    catalogue.file(home).write_bytes(b"broken")
    [note] = run(home, folder).notes
    assert "已按索引重建" in note
    assert place_and_year(home, "a.txt") == ("浙江", 2024)


def test_corrections_can_be_forgotten(home: Path) -> None:
    correct(home, "a.txt", Fields(place="新昌", year=2024))
    correct(home, "a.txt", Fields(year=2023), reset=True)
    assert place_and_year(home, "a.txt") == ("浙江", 2023)
    correct(home, "a.txt", Fields(), reset=True)
    assert place_and_year(home, "a.txt") == ("浙江", 2026)
    assert corrections.load(home) == Corrections()


def test_a_place_that_nobody_knows_is_kept_with_a_warning(home: Path) -> None:
    assert "无此地" in correct(home, "a.txt", Fields(place="无此地")).notes[0]
    assert place_and_year(home, "a.txt")[0] == "无此地"


def test_a_correction_that_was_broken_off_is_made_good(home: Path, folder: Path) -> None:
    corrections.save(home, Corrections({"a.txt": Fields(year=2024)}))
    run(home, folder)
    assert place_and_year(home, "a.txt") == ("浙江", 2024)


def test_what_is_removed_stays_out_until_it_is_given_itself(home: Path, folder: Path) -> None:
    assert remove(home, ["a.txt", "b.txt"]).left == 1
    assert sources(home) == ["c.txt"]
    assert status(home, "a.txt") == "removed"
    done = run(home, folder)
    assert (done.left, done.added) == (("a.txt", "b.txt"), ())
    assert sources(home) == ["c.txt"]
    assert run(home, folder / "a.txt").added == ("a.txt",)
    assert run(home, folder).left == ("b.txt",)
    assert (sources(home), status(home, "a.txt")) == (["a.txt", "c.txt"], "current")


def test_a_removal_that_was_broken_off_is_made_good(home: Path, folder: Path) -> None:
    corrections.save(home, Corrections(removed=frozenset({str(folder / "a.txt")})))
    assert run(home, folder / "b.txt").removed == ("a.txt",)


def test_the_whole_library_may_be_removed_and_comes_back(home: Path, folder: Path) -> None:
    assert remove(home, sources(home)).left == 0
    with pytest.raises(UserError, match=r"^给出的文件都已从文库里移除；"):
        run(home, folder)
    assert run(home, folder / "c.txt").documents == 1


def test_what_could_not_be_read_may_be_removed(home: Path, folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"broken")
    assert len(run(home, folder).refused) == 1
    assert status(home, "坏.docx") == "refused"
    remove(home, ["坏.docx"])
    assert (run(home, folder).refused, status(home, "坏.docx")) == ((), "removed")


def test_what_was_corrected_comes_back_corrected(home: Path, folder: Path) -> None:
    correct(home, "a.txt", Fields(year=2024))
    remove(home, ["a.txt"])
    run(home, folder / "a.txt")
    assert place_and_year(home, "a.txt") == ("浙江", 2024)


def test_copies_are_reported_and_folded(home: Path, folder: Path) -> None:
    text = (folder / "c.txt").read_text(encoding="utf-8")
    (folder / "copy.txt").write_text(text, encoding="gb18030")
    done = run(home, folder)
    assert [(o.source, o.relation, o.other) for o in done.shared] == [("copy.txt", "copy", "c.txt")]
    assert status(home, "copy.txt") == "superseded"
    assert run(home, folder).shared == done.shared
    remove(home, ["c.txt"])
    assert (status(home, "copy.txt"), status(home, "c.txt")) == ("current", "removed")


def test_the_history_of_a_file_is_kept(home: Path, folder: Path) -> None:
    (folder / "a.txt").write_text(report("浙江省", 2026, "粮食产量127亿斤。"), encoding="utf-8")
    build([folder], home, Counting(), clock=lambda: "2026-04-01T08:00:00")
    read = [version.read[:10] for version in catalogue.load(home).history("a.txt")]
    assert read == ["2026-03-01", "2026-04-01"]
    hits = open_index(home, Counting()).search("粮食产量126亿斤", 50)
    assert not any("126亿斤" in hit.passage.text for hit in hits)


def test_a_run_that_changes_nothing_writes_nothing(home: Path, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    run(home, folder)
    after = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    assert {p.name for p in before if before[p] != after.get(p)} <= {".lock"}


def test_a_missing_catalogue_is_made_from_the_index(home: Path, folder: Path) -> None:
    catalogue.file(home).unlink()
    run(home, folder)
    assert [record.source for record in catalogue.load(home).records] == sources(home)


@pytest.mark.parametrize("source", ["d.txt", "a", ""], ids=range(3))
def test_a_source_that_is_not_there_changes_nothing(home: Path, source: str) -> None:
    for change in (
        lambda: remove(home, ["b.txt", source]),
        lambda: correct(home, source, Fields(year=2024)),
    ):
        with pytest.raises(UserError, match=f"^文库里没有 {source}"):
            change()
    assert sources(home) == ["a.txt", "b.txt", "c.txt"]
    assert corrections.load(home) == Corrections()


def test_nothing_indexed_yet_is_told_and_no_home_is_made(tmp_path: Path) -> None:
    for change in (
        lambda: remove(tmp_path / "none", ["a.txt"]),
        lambda: correct(tmp_path / "none", "a.txt", Fields(year=2024)),
    ):
        with pytest.raises(UserError, match=r"还没有索引；请先运行 zhengwen index"):
            change()
    assert not (tmp_path / "none").exists()


def test_a_damaged_index_is_told(home: Path) -> None:
    next(home.glob("generations/*/rows.npy")).unlink()
    with pytest.raises(DamagedIndex):
        remove(home, ["a.txt"])


def test_a_run_with_corrections_that_make_no_sense_does_not_begin(home: Path, folder: Path) -> None:
    corrections.file(home).write_text("{", encoding="utf-8")
    before = (home / "current").read_text(encoding="utf-8")
    for change in (lambda: run(home, folder), lambda: remove(home, ["a.txt"])):
        with pytest.raises(UserError, match=r"corrections\.json 读不懂"):
            change()
    assert (home / "current").read_text(encoding="utf-8") == before


def test_the_catalogue_is_open_to_other_programs(home: Path) -> None:
    with closing(sqlite3.connect(catalogue.file(home))) as base:
        rows = base.execute("SELECT source, status FROM documents ORDER BY source").fetchall()
    assert rows == [(f"{name}.txt", "current") for name in "abc"]


def test_an_index_of_an_older_version_is_taken_over(home: Path, folder: Path) -> None:
    """Written before paths, corrections and copies were stored."""
    [folder_of] = home.glob("generations/*")
    lines = (folder_of / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    old = [{k: v for k, v in json.loads(line).items() if k in OLD} for line in lines]
    text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in old)
    (folder_of / "documents.jsonl").write_text(text, encoding="utf-8")
    manifest = json.loads((folder_of / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["documents.jsonl"] = hashlib.sha256(text.encode()).hexdigest()
    (folder_of / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    catalogue.file(home).unlink()
    assert run(home, folder).kept == ("a.txt", "b.txt", "c.txt")
    assert correct(home, "a.txt", Fields(year=2024)).document.identity.year == 2024
    remove(home, ["a.txt"])
    assert run(home, folder).left == ("a.txt",)


def test_a_correction_survives_indexing_a_part_of_the_folder_alone(
    home: Path, folder: Path
) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(report("江西省", 2026, "修路。"), encoding="utf-8")
    run(home, folder)
    correct(home, "sub/a.txt", Fields(year=2024))
    (folder / "sub" / "a.txt").write_text(report("江西省", 2026, "修桥。"), encoding="utf-8")
    (folder / "sub" / "b.txt").write_text(report("山东省", 2026, "修路。"), encoding="utf-8")
    done = run(home, folder / "sub")
    assert (done.changed, done.added) == (("sub/a.txt",), ("sub/b.txt",))
    assert place_and_year(home, "sub/a.txt") == ("江西", 2024)
    (folder / "sub" / "a.txt").unlink()
    assert run(home, folder / "sub").removed == ("sub/a.txt",)
    assert sources(home) == ["a.txt", "b.txt", "c.txt", "sub/b.txt"]


def test_a_file_of_a_folder_comes_back_under_its_old_name(home: Path, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "d.txt").write_text(report("江西省", 2026, "修路。"), encoding="utf-8")
    run(home, folder)
    remove(home, ["sub/d.txt"])
    assert run(home, folder / "sub" / "d.txt").added == ("sub/d.txt",)
