"""Bringing an index up to date: what is read, kept, removed, refused; the way does not matter."""

import random
from pathlib import Path

import pytest

from corpus.errors import UserError
from index import store
from index.build import Report, build
from index.search import Index, open_index
from tests.index.encoders import Counting

QUESTIONS = ("粮食产量", "修路", "县长说了什么", "学位 900个", "同一句话")


def report(place: str, year: int, *sentences: str) -> str:
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十四届人民代表大会第四次会议上\n"
        f"省长 沈一舟\n各位代表：\n一、{year - 1}年工作回顾\n我们办成了几件事。\n"
        f"二、{year}年工作安排\n{''.join(sentences)}同一句话，人人都说。"
    )


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write(
        tmp_path / "library",
        a=report("浙江省", 2026, "粮食产量保持在126亿斤以上。", "新增学位900个。"),
        b=report("江苏省", 2026, "粮食产量达到750亿斤。"),
        c=report("浙江省", 2025, "全年修路118公里。"),
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


class Watch:
    """A progress that keeps the names of the files it was told."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, done: int, total: int, name: str) -> None:
        assert 0 <= done <= total
        self.names.append(name)


def run(home: Path, *paths: Path, encoder: Counting | None = None) -> tuple[Report, list[str]]:
    """The report of a run, and the names of the files that it read."""
    watch = Watch()
    done = build(paths, home, encoder or Counting(), watch)
    assert watch.names.pop() == ""
    return done, watch.names


def index(home: Path) -> Index:
    return open_index(home, Counting())


def sources(home: Path) -> list[str]:
    return [document.source for document in index(home).documents]


def on_disk(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.glob("generations/*/*")}


def as_if_fresh(home: Path, fresh_home: Path, *paths: Path) -> bool:
    """Whether the index at ``home`` is the one, and answers as the one, that is built at once."""
    build(paths, fresh_home, Counting())
    ours, fresh = index(home), index(fresh_home)
    answers = all(ours.search(q, 20) == fresh.search(q, 20) for q in QUESTIONS)
    return answers and on_disk(home) == on_disk(fresh_home)


def test_the_first_run_reads_every_file(home: Path, library: Path) -> None:
    done, read = run(home, library)
    assert read == sources(home) == ["a.txt", "b.txt", "c.txt"]
    assert done == Report(
        added=("a.txt", "b.txt", "c.txt"),
        changed=(),
        kept=(),
        removed=(),
        refused=(),
        warned=(),
        passages=28,
        documents=3,
    )


def test_the_second_run_reads_and_encodes_nothing(home: Path, library: Path) -> None:
    run(home, library)
    before = (home / "current").read_text(encoding="utf-8")
    encoder = Counting()
    done, read = run(home, library, encoder=encoder)
    assert (read, encoder.seen) == ([], [])
    assert (done.added, done.changed, done.removed) == ((), (), ())
    assert done.kept == ("a.txt", "b.txt", "c.txt")
    assert (home / "current").read_text(encoding="utf-8") == before


def test_only_what_changed_is_read_again(home: Path, library: Path, tmp_path: Path) -> None:
    run(home, library)
    write(library, b=report("江苏省", 2026, "粮食产量达到755亿斤。"), d=report("山东省", 2026))
    (library / "c.txt").unlink()
    encoder = Counting()
    done, read = run(home, library, encoder=encoder)
    assert read == ["b.txt", "d.txt"]
    assert (done.added, done.changed) == (("d.txt",), ("b.txt",))
    assert (done.kept, done.removed) == (("a.txt",), ("c.txt",))
    assert not any("126亿斤" in text for text in encoder.seen)
    assert sources(home) == ["a.txt", "b.txt", "d.txt"]
    assert "755亿斤" in index(home).search("粮食产量达到755亿斤", 1)[0].passage.text
    assert not any("750亿斤" in hit.passage.text for hit in index(home).search("粮食产量", 50))
    assert as_if_fresh(home, tmp_path / "fresh", library)


@pytest.mark.parametrize("seed", range(6))
def test_however_it_was_reached_the_same_library_is_the_same_index(
    home: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = write(tmp_path / "library", start=report("湖南省", 2026, "粮食丰收。"))
    for step in range(6):
        for name in chance.sample("abcdefgh", 3):
            path = folder / f"{name}.txt"
            if path.exists() and chance.random() < 0.4:
                path.unlink()
            else:
                sentence = f"粮食产量{chance.randrange(100, 900)}亿斤，修路{step}公里。"
                path.write_text(report("湖北省", 2020 + step, sentence), encoding="utf-8")
        run(home, folder)
    assert as_if_fresh(home, tmp_path / "fresh", folder)


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_indexed(
    home: Path, library: Path
) -> None:
    (library / "坏.docx").write_bytes(b"PK\x03\x04broken")
    done, _ = run(home, library)
    [(source, reason)] = done.refused
    assert (source, reason[:8]) == ("坏.docx", "坏.docx 不")
    assert sources(home) == ["a.txt", "b.txt", "c.txt"]
    again, read = run(home, library)
    assert (again.refused, read) == (done.refused, ["坏.docx"])


def test_a_file_that_can_no_longer_be_read_keeps_its_older_reading(
    home: Path, library: Path
) -> None:
    run(home, library)
    (library / "a.txt").write_bytes(b"%PDF-1.7")
    done, _ = run(home, library)
    assert [source for source, _ in done.refused] == ["a.txt"]
    assert done.kept == ("a.txt", "b.txt", "c.txt")
    assert sources(home) == ["a.txt", "b.txt", "c.txt"]
    assert index(home).search("新增学位900个", 1)[0].passage.source == "a.txt"


def test_a_warning_of_a_reader_is_passed_on(home: Path, library: Path) -> None:
    (library / "d.txt").write_text(report("山东省", 2026), encoding="gb18030")
    assert run(home, library)[0].warned == (("d.txt", "按 GB18030 编码读取"),)


def test_nothing_readable_at_all_is_told_and_leaves_no_index(home: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"broken")
    with pytest.raises(UserError, match=r"^没有一个文件能读：坏\.docx "):
        run(home, tmp_path / "坏.docx")
    assert not store.exists(home)


def test_an_interruption_leaves_the_old_index(home: Path, library: Path, tmp_path: Path) -> None:
    run(home, library)
    write(library, d=report("山东省", 2026, "在这里停下。"))
    (library / "a.txt").unlink()
    with pytest.raises(KeyboardInterrupt):
        run(home, library, encoder=Counting(stop="在这里停下"))
    assert sources(home) == ["a.txt", "b.txt", "c.txt"]
    run(home, library)
    assert as_if_fresh(home, tmp_path / "fresh", library)


def test_a_file_given_alone_leaves_the_rest_of_its_folder_in_place(
    home: Path, library: Path, tmp_path: Path
) -> None:
    run(home, library)
    write(library, d=report("山东省", 2026))
    done, read = run(home, library / "d.txt")
    assert (read, done.removed) == (["d.txt"], ())
    assert as_if_fresh(home, tmp_path / "fresh", library)
    assert run(home, library)[1] == []


def test_another_folder_is_added_to_the_first_even_with_the_same_names(
    home: Path, library: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", a=report("山东省", 2026, "小麦丰收。"))
    run(home, library)
    done, _ = run(home, other)
    assert (done.added, done.removed) == (("other/a.txt",), ())
    assert sources(home) == ["a.txt", "b.txt", "c.txt", "other/a.txt"]
    assert (run(home, other)[1], run(home, library)[1]) == ([], [])
    (other / "a.txt").rename(other / "z.txt")
    assert run(home, other)[0].removed == ("other/a.txt",)
    assert sources(home) == ["a.txt", "b.txt", "c.txt", "z.txt"]


def test_a_folder_inside_the_first_adds_no_second_copy(home: Path, library: Path) -> None:
    write(library / "sub", a=report("山东省", 2026, "小麦丰收。"))
    run(home, library)
    run(home, library / "sub")
    assert len(sources(home)) == 4
    run(home, library)
    assert sources(home) == ["a.txt", "b.txt", "c.txt", "sub/a.txt"]


def test_a_library_that_was_moved_is_the_same_library(home: Path, library: Path) -> None:
    run(home, library)
    moved = library.rename(library.parent / "moved")
    run(home, moved)
    assert sources(home) == ["a.txt", "b.txt", "c.txt"]
    (moved / "b.txt").unlink()
    assert run(home, moved)[0].removed == ("b.txt",)


def test_another_model_encodes_every_document_anew(home: Path, library: Path) -> None:
    other = write(library.parent / "other", d=report("山东省", 2026))
    run(home, library)
    encoder = Counting(name="other", dimension=8)
    done, read = run(home, other, encoder=encoder)
    assert (read, done.documents) == (["d.txt"], 4)
    assert len(encoder.seen) == done.passages
    assert open_index(home, encoder).contents.vectors.dimension == 8


def test_a_damaged_index_is_built_again(home: Path, library: Path, tmp_path: Path) -> None:
    run(home, library)
    next(home.glob("generations/*/rows.npy")).write_bytes(b"")
    assert run(home, library)[1] == ["a.txt", "b.txt", "c.txt"]
    assert as_if_fresh(home, tmp_path / "fresh", library)
