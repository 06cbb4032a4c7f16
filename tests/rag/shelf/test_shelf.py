"""A library that people keep: listed, opened, corrected, removed, taken back."""

from pathlib import Path

import pytest

from corpus.errors import Busy, UserError
from index import store
from index.embedders import encoder
from rag.chain import open_chain
from rag.live import Live
from rag.shelf.shelf import LARGEST_TAKEN, Shelf
from tests.rag.library import TODAY
from tests.rag.shelf.shelves import added, given, kept, report, sources

SOURCE = "云溪.txt"


def test_every_document_is_listed_with_its_size(shelf: Shelf) -> None:
    [volume], notes = shelf.volumes()
    assert (volume.row.place, volume.row.year, volume.row.kind) == ("云溪", 2026, "report")
    assert volume.characters == len(shelf.live.document(SOURCE).text)
    assert notes == ()


def test_a_document_says_where_its_fields_come_from(shelf: Shelf) -> None:
    said = {one.field: one for one in shelf.said(SOURCE)}
    assert said["place"].value == "云溪"
    assert said["year"].why


def test_a_correction_is_in_force_at_once(shelf: Shelf) -> None:
    seen = shelf.live.document(SOURCE).identity
    assert shelf.correct(SOURCE, {"place": "海陵县", "kind": "讲话"}, seen) != ()
    now = shelf.live.document(SOURCE).identity
    assert (now.place, now.kind) == ("海陵县", "speech")
    shelf.correct(SOURCE, {}, now, reset=True)
    assert shelf.live.document(SOURCE).identity == seen


def test_the_slower_of_two_editors_is_told_and_changes_nothing(shelf: Shelf) -> None:
    seen = shelf.live.document(SOURCE).identity
    shelf.correct(SOURCE, {"year": "2025"}, seen)
    with pytest.raises(UserError, match="刚被别人改过，这次没有保存"):
        shelf.correct(SOURCE, {"year": "2024"}, seen)
    assert shelf.live.document(SOURCE).identity.year == 2025


def test_a_field_that_makes_no_sense_is_refused(shelf: Shelf) -> None:
    with pytest.raises(UserError, match="year 要是"):
        shelf.correct(SOURCE, {"year": "去年"}, shelf.live.document(SOURCE).identity)


def test_while_another_writes_nothing_is_changed(shelf: Shelf) -> None:
    seen = shelf.live.document(SOURCE).identity
    busy = "有人正在改文库"
    with store.locked(shelf.own):
        with pytest.raises(Busy, match=busy):
            shelf.remove(SOURCE)
        with pytest.raises(Busy, match=busy):
            shelf.correct(SOURCE, {"year": "2025"}, seen)
        with pytest.raises(Busy, match=busy):
            shelf.take_back(SOURCE)
    assert sources(shelf) == [SOURCE]


def test_what_is_removed_can_be_taken_back(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    shelf.remove("海陵.txt")
    assert sources(shelf) == [SOURCE]
    volumes, _ = shelf.volumes()
    assert [one.row.status for one in volumes] == ["current", "removed"]
    book = shelf.book("海陵.txt")
    assert (book.document, book.held) == (None, frozenset())
    shelf.take_back("海陵.txt")
    assert sources(shelf) == [SOURCE, "海陵.txt"]
    assert kept(shelf) == ["海陵.txt"]


def test_what_is_no_longer_there_cannot_be_taken_back(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    shelf.remove("海陵.txt")
    (shelf.own / "uploads" / "海陵.txt").unlink()
    with pytest.raises(UserError, match="收不回来"):
        shelf.take_back("海陵.txt")


def test_a_source_that_never_was_is_told(shelf: Shelf) -> None:
    with pytest.raises(UserError, match="文库里没有"):
        shelf.book("没有.txt")


@pytest.mark.parametrize("version", ["", "0" * 64, "../../../library"], ids=["none", "other", "up"])
def test_only_readings_of_an_upload_can_be_taken_away(
    shelf: Shelf, desk: Path, version: str
) -> None:
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    with pytest.raises(UserError, match="取不出来"):
        shelf.original("海陵.txt", version)
    with pytest.raises(UserError, match="取不出来"):
        shelf.original(SOURCE, shelf.book(SOURCE).digest)


def test_a_file_that_is_too_large_stays(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    with (shelf.own / "uploads" / "海陵.txt").open("ab") as file:
        file.truncate(LARGEST_TAKEN + 1)
    with pytest.raises(UserError, match="超过了 20 MB"):
        shelf.original("海陵.txt", shelf.book("海陵.txt").digest)


def test_findings_are_those_of_the_doctor(shelf: Shelf, desk: Path) -> None:
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    (shelf.own / "uploads" / "海陵.txt").unlink()
    assert ("海陵.txt",) in {one.sources for one in shelf.findings()}


def test_uploads_go_to_the_own_home_though_another_is_served(
    indexed: Path, tmp_path: Path, desk: Path
) -> None:
    own = tmp_path / "own"
    live = Live(
        lambda: own if store.exists(own) else indexed, lambda where: open_chain(where, TODAY)
    )
    shelf = Shelf(live, own, encoder())
    assert not shelf.is_own
    added(shelf, given(desk, "海陵.txt", report("海陵县", 2026, 236)))
    assert shelf.is_own
    assert sources(shelf) == ["海陵.txt"]
