"""The note beside a file says where the file was fetched from, as long as it is that file."""

import json
from pathlib import Path

import pytest

from corpus.library import scan
from corpus.sources.origin import is_note, note_of, url_of
from corpus.sources.shelf import Record, Shelf, digest

URL = "https://www.gov.example/2025/report.html?id=1"
BODY = "政府工作报告".encode()


def fetched(folder: Path, **told: object) -> Path:
    """A file and its note, with some entries of the note changed."""
    path = folder / "甲.html"
    path.write_bytes(BODY)
    note = {"url": URL, "sha256": digest(BODY)} | told
    note_of(path).write_text(json.dumps(note), encoding="utf-8")
    return path


def test_what_the_shelf_writes_is_understood(shelf: Shelf) -> None:
    record = Record(URL, "jia", 2025, "甲.html", digest(BODY))
    shelf.keep(record, BODY, {"url": URL, "sha256": digest(BODY)})
    path = shelf.folder / "甲.html"
    assert url_of(path, digest(BODY)) == URL
    assert is_note(note_of(path))
    assert not is_note(path)


@pytest.mark.parametrize(
    "told",
    [
        {"sha256": digest(b"edited")},
        {"sha256": None},
        {"url": "file:///etc/passwd"},
        {"url": "https://a.example/\x1b[2J"},
        {"url": "https://a.example/" + "a" * 3000},
        {"more": "a" * 100_000},
    ],
    ids=["other-file", "no-digest", "local", "control", "long", "large"],
)
def test_a_note_of_another_file_or_without_an_address_is_none(
    tmp_path: Path, told: dict[str, object]
) -> None:
    path = fetched(tmp_path, **told)
    assert url_of(path, digest(BODY)) == ""
    assert not is_note(note_of(path))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 10_000, '{"url": "https://a"}'])
def test_other_json_is_no_note(tmp_path: Path, text: str) -> None:
    path = fetched(tmp_path)
    note_of(path).write_text(text, encoding="utf-8")
    assert url_of(path, digest(BODY)) == ""
    assert not is_note(note_of(path))


def test_a_note_is_no_document_and_its_address_goes_with_the_file(tmp_path: Path) -> None:
    path = fetched(tmp_path)
    given = scan([tmp_path])
    assert [(file.source, file.url) for file in given] == [("甲.html", URL)]
    assert scan([path, note_of(path)]) == given
