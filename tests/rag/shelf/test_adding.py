"""Files that are handed in: what is kept, what is refused, and that nothing is half done."""

import io
import threading
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import uploads
from corpus.errors import Busy, UserError
from corpus.uploads import Placed
from index import store
from index.types import Vectors
from rag.shelf.adding import MOST_FILES
from rag.shelf.shelf import Shelf
from rag.shelf.types import Given
from rag.types import Question
from tests.rag.shelf.shelves import added, given, kept, report, sources

HAILING = report("海陵县", 2026, 236)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the files lie that are handed in."""
    return tmp_path / "desk"


def zipped(**texts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"各县/{name}.txt", text)
    return held.getvalue()


def encrypted() -> bytes:
    """A zip whose member says that it is encrypted."""
    content = bytearray(zipped(海陵=HAILING))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + at] |= 1
    return bytes(content)


def test_what_is_handed_in_is_answered_at_once_and_kept(shelf: Shelf, desk: Path) -> None:
    file = given(desk, "海陵.txt", HAILING)
    [line] = added(shelf, file).lines
    assert (line.name, line.state, line.source, line.said) == ("海陵.txt", "added", "海陵.txt", ())
    assert sources(shelf) == ["云溪.txt", "海陵.txt"]
    assert "236公里" in shelf.live.invoke(Question("2026年海陵县新修农村公路多少公里？")).answer
    assert kept(shelf) == ["海陵.txt"]
    assert not file.path.exists()


def test_each_file_is_told_of_as_it_is_read(shelf: Shelf, desk: Path) -> None:
    files = [given(desk, f"{n}.txt", report(f"第{n}县", 2026, n)) for n in (3, 4)]
    told = [tuple(line.state for line in step.lines) for step in shelf._add(files)]
    assert told[0] == ("reading", "waiting")
    assert ("read", "reading") in told
    assert told[-1] == ("added", "added")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("报告.docx", b"MZ\x90\x00" + b"\x00" * 200, "报告.docx 不是 Word 文件"),
        ("报告.txt", b"\x7fELF" + bytes(range(256)), "报告.txt"),
        ("空.txt", b"", "空.txt 是空的"),
        ("程序.exe", b"MZ", "程序.exe 的格式不支持"),
        ("无", b"x", "无 的格式不支持"),
        ("压缩.zip", b"PK", "压缩.zip 不是压缩包"),
        ("加密.zip", encrypted(), "密"),
        ("空的.zip", zipped(), "空的.zip 里没有能读的文件"),
        ("<img src=x onerror=alert(1)>.exe", b"MZ", "_img src=x onerror=alert(1)_.exe 的格式"),
        ("../../../etc/x.exe", b"MZ", "x.exe 的格式不支持"),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_not_kept(
    shelf: Shelf, desk: Path, name: str, content: bytes, said: str
) -> None:
    [line] = added(shelf, given(desk, name, content)).lines
    assert line.state == "refused"
    assert len(line.said) == 1
    assert said in line.said[0]
    assert kept(shelf) == []
    assert sources(shelf) == ["云溪.txt"]


def test_one_bad_file_does_not_keep_the_others_out(shelf: Shelf, desk: Path) -> None:
    done = added(shelf, given(desk, "坏.docx", b"MZ"), given(desk, "海陵.txt", HAILING))
    assert [line.state for line in done.lines] == ["refused", "added"]
    assert kept(shelf) == ["海陵.txt"]


def test_a_path_in_a_name_leads_nowhere(shelf: Shelf, desk: Path) -> None:
    [line] = added(shelf, given(desk, "../../../海陵.txt", HAILING)).lines
    assert line.source == "海陵.txt"
    assert kept(shelf) == ["海陵.txt"]


def test_the_same_file_again_changes_nothing(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", HAILING))
    before = store.generation(shelf.own)
    [line] = added(shelf, given(desk, "海陵.txt", HAILING)).lines
    assert line.state == "kept"
    assert store.generation(shelf.own) == before
    assert kept(shelf) == ["海陵.txt"]


def test_a_new_version_takes_the_place_of_the_old_one_which_is_kept(
    shelf: Shelf, desk: Path
) -> None:
    added(shelf, given(desk, "海陵.txt", HAILING))
    first = shelf.book("海陵.txt").digest
    [line] = added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 240))).lines
    assert line.state == "changed"
    assert line.said == ("换成了这一版；从前的版本还在。",)
    book = shelf.book("海陵.txt")
    assert book.document is not None
    assert "240公里" in book.document.text
    assert [version.digest for version in book.versions] == [book.digest, first]
    assert book.held == {book.digest, first}
    assert shelf.original("海陵.txt", first).content == HAILING.encode()


def test_another_document_of_the_same_name_does_not_take_its_place(
    shelf: Shelf, desk: Path
) -> None:
    other = report("青石县", 2026, 52)
    files = (given(desk, "报告.txt", HAILING), given(desk, "报告.txt", other))
    first = added(shelf, *files)
    assert [line.source for line in first.lines] == ["报告.txt", "报告-2.txt"]
    assert first.lines[1].said == ("库里另有叫 报告.txt 的文件，这份存为 报告-2.txt。",)
    [again] = added(shelf, given(desk, "报告.txt", report("青石县", 2026, 53))).lines
    assert (again.source, again.state) == ("报告-2.txt", "changed")
    assert len(sources(shelf)) == 3


def test_a_zip_becomes_a_document_a_file(shelf: Shelf, desk: Path) -> None:
    content = zipped(海陵=HAILING, 青石=report("青石县", 2026, 52), 空="")
    [line] = added(shelf, given(desk, "各县.zip", content)).lines
    assert line.state == "added"
    assert any("空.txt" in said for said in line.said)
    assert sources(shelf)[1:] == ["各县.zip/各县/海陵.txt", "各县.zip/各县/青石.txt"]
    taken = shelf.original("各县.zip/各县/海陵.txt", shelf.book("各县.zip/各县/海陵.txt").digest)
    assert (taken.name, taken.content) == ("海陵.txt", HAILING.encode())


def test_what_is_not_recognised_is_said(shelf: Shelf, desk: Path) -> None:
    text = HAILING.replace("——2026年1月14日在海陵县第十届", "第十届").replace("海陵县", "")
    [line] = added(shelf, given(desk, "报告.txt", text)).lines
    assert line.state == "added"
    assert any(said.startswith("没有认出地名") for said in line.said)


def test_too_many_files_at_once_are_refused(shelf: Shelf, desk: Path) -> None:
    one = given(desk, "海陵.txt", HAILING)
    with pytest.raises(UserError, match=f"一次最多上传 {MOST_FILES} 个文件"):
        added(shelf, *[one] * (MOST_FILES + 1))
    assert kept(shelf) == []


def test_while_another_writes_nothing_is_taken_in(shelf: Shelf, desk: Path) -> None:
    with store.locked(shelf.own), pytest.raises(Busy, match="有人正在改文库"):
        added(shelf, given(desk, "海陵.txt", HAILING))
    assert not (shelf.own / "uploads").exists()


class Failing:
    """An encoder that fails."""

    def __init__(self, name: str, dimension: int) -> None:
        self.name, self.dimension = name, dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        raise UserError("磁盘满了。")

    questions = passages


def test_where_the_index_is_not_written_no_file_is_kept(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", HAILING))
    broken = replace(shelf, encoder=Failing(shelf.encoder.name, shelf.encoder.dimension))
    files = (
        given(desk, "海陵.txt", report("海陵县", 2026, 240)),
        given(desk, "新.txt", "新的一份。"),
    )
    with pytest.raises(UserError, match="磁盘满了"):
        added(broken, *files)
    assert kept(shelf) == ["海陵.txt"]
    assert (shelf.own / "uploads" / "海陵.txt").read_text(encoding="utf-8") == HAILING


def test_what_an_interruption_left_is_cleared(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", HAILING))
    was = shelf.book("海陵.txt").digest
    for number, (name, before) in enumerate((("海陵.txt", was), ("新.txt", ""))):
        file = given(desk, name, "换掉的内容。")
        path = uploads.arrived(shelf.own, file.path, number, name)
        uploads.keep(shelf.own, [(path, Placed(name, "0" * 64, before))])
        shelf.tidy()
        assert kept(shelf) == ["海陵.txt"]
    assert (shelf.own / "uploads" / "海陵.txt").read_text(encoding="utf-8") == HAILING


def test_what_nobody_watches_goes_on_to_its_end(shelf: Shelf, desk: Path) -> None:
    watching = shelf.add([given(desk, "海陵.txt", HAILING)])
    next(watching)
    watching.close()  # type: ignore[attr-defined]
    [work] = [thread for thread in threading.enumerate() if thread.name == "zhengwen-library"]
    work.join(20)
    assert sources(shelf) == ["云溪.txt", "海陵.txt"]


def test_two_hundred_files_come_in_at_once(shelf: Shelf, desk: Path) -> None:
    files = [given(desk, f"{n}.txt", report("云溪县", 1900 + n, n)) for n in range(50, 250)]
    done = added(shelf, *files)
    assert {line.state for line in done.lines} == {"added"}
    assert len(sources(shelf)) == 201


def test_a_given_file_that_is_gone_is_told(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="文件存不进"):
        added(shelf, Given(tmp_path / "gone.txt", "gone.txt"))
