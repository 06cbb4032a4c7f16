"""The files of a report."""

from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.change import earlier
from eval.report import JSON, write
from tests.eval.report.records import run

pytestmark = pytest.mark.slow  # matplotlib alone takes more than a second to load


def test_a_report_is_a_page_markdown_and_json(tmp_path: Path) -> None:
    done = run()
    folder = tmp_path / "new" / "report"
    assert write(done, None, folder) == folder / "index.html"
    assert {path.name for path in folder.iterdir()} == {"index.html", "report.md", JSON}
    assert (folder / "index.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert earlier(folder / JSON) == {r.case.id: r.scores for r in done.results}


def test_a_report_replaces_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old", encoding="utf-8")
    write(run(), None, tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") != "old"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("", encoding="utf-8")
    with pytest.raises(UserError, match=f"写不了 {path}"):
        write(run(), None, path)
