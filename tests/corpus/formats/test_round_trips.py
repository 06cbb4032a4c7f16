"""The same text in every format is the same sentences."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.clean import clean_pages
from corpus.formats import read_raw
from corpus.formats.office import program
from corpus.split import sentences
from tests.corpus.formats import writers


def told(path: Path) -> list[str]:
    """The sentences of a file without white space."""
    raw = read_raw(path)
    text, _ = clean_pages(raw.text, raw.pages, raw.lines_are_paragraphs)
    return [re.sub(r"\s", "", text[start:end]) for start, end in sentences(text)]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("plain") / "样本.txt"
    writers.write_txt(path)
    return told(path)


@pytest.mark.parametrize(
    ("suffix", "write"),
    [
        *((s, w) for s, w in writers.WRITERS.items() if s not in (".txt", ".xlsx", ".csv")),
        (".pdf", writers.write_pdf_in_columns),
    ],
    ids=[*(s for s in writers.WRITERS if s not in (".txt", ".xlsx", ".csv")), "columns"],
)
def test_a_file_says_what_the_plain_text_says(
    tmp_path: Path, expected: list[str], suffix: str, write: Callable[[Path], None]
) -> None:
    path = tmp_path / f"样本{suffix}"
    write(path)
    assert told(path) == expected


def test_a_report_in_a_cell_stays_text(tmp_path: Path, expected: list[str]) -> None:
    path = tmp_path / "样本.csv"
    writers.write_csv(path)
    assert [line for line in told(path) if line != "编号：1"] == expected


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt", ".wps"])
def test_an_older_file_says_what_the_plain_text_says(
    tmp_path: Path, expected: list[str], suffix: str
) -> None:
    office = program()
    if office is None:
        pytest.skip("no LibreOffice on this machine: apt-get install libreoffice-writer-nogui")
    writers.write_docx(tmp_path / "样本.docx")
    made = ".doc" if suffix == ".wps" else suffix
    subprocess.run(
        [
            *(office, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", made[1:], "--outdir", str(tmp_path / "out"), tmp_path / "样本.docx"),
        ],
        check=True,
        capture_output=True,
    )
    shutil.move(tmp_path / "out" / f"样本{made}", tmp_path / f"样本{suffix}")
    assert told(tmp_path / f"样本{suffix}") == expected
