"""Each figure of a bundled digest stands in the report it digests: number, unit and qualifier."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.figures import Figure, Qualifier, figures
from corpus.formats import read_raw
from corpus.read import read_document
from corpus.types import Document, Identity

SAMPLES = sorted((Path(__file__).parents[2] / "corpus" / "samples").glob("*.txt"))
DIGESTS = [path for path in SAMPLES if read_raw(path).fields["kind"] == "digest"]

SIDE: dict[Qualifier, str] = {
    "exact": "as it is",
    "about": "about",
    "near": "about",
    "over": "from below",
    "at_least": "from below",
    "under": "from above",
    "at_most": "from above",
}
"""超过 and 以上 say the same of a result, and so do 不足 and 以内."""

EXCEPTIONS = {
    ("guangdong-2025", "7.7万家"): "约有7.7万家: a qualifier in another place, not read",
    ("guangdong-2026", "6年"): "连续6年成为 is read with the unit 成",
    ("jiangsu-2025", "十分之一以上"): "the report writes 1/10以上, which is not read as a figure",
    ("jiangsu-2026", "过4个"): "跨过4个 is a verb; the report says 跨越4个",
    ("neimenggu-2025", "800亿斤以上"): "分别稳定在800亿斤、60亿斤、160亿斤以上: one 以上 for all",
    ("neimenggu-2025", "60亿斤"): "of the same three",
    ("shandong-2025", "8个"): "the report's 8个项目 is read with the unit 项",
    ("shandong-2025", "34个项"): "34个项目 is read with the unit 项; the report has 34个续建项目",
    ("shandong-2025", "1万张家"): "1万张家庭养老床位 is read with the unit 家",
    ("shandong-2026", "1.4万张家"): "1.4万张家庭养老床位 is read with the unit 家",
    ("sichuan-2025", "1万亿元以上"): "the report says 重回万亿元规模, without a 1",
    ("xinchang-2021-1236", "3名"): "the report says 前3, without a unit",
    ("xizang-2025", "5%以内"): "分别控制在5%和3%以内: one 以内 for both",
    ("zhejiang-2025", "十个"): "a count of the ten fields that the report lists",
}
"""Figures of digests that are not found as they stand, each with the reason why they are right."""

Key = tuple[Decimal, Decimal, str, str]


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_each_figure_stands_in_the_source(path: Path, shared: Path) -> None:
    stated = {_key(figure) for source in _sources(path, shared) for figure in figures(source.text)}
    text = read_document(path).text
    strange = [figure for figure in figures(text) if _key(figure) not in stated]
    assert [
        (figure.text, text[max(0, figure.start - 16) : figure.end + 8])
        for figure in strange
        if (path.stem, figure.text) not in EXCEPTIONS
    ] == []


@pytest.mark.parametrize(
    ("stem", "figure"), EXCEPTIONS, ids=[f"{stem}-{at}" for at, (stem, _) in enumerate(EXCEPTIONS)]
)
def test_each_exception_names_a_figure_of_a_digest(stem: str, figure: str) -> None:
    path = next(path for path in DIGESTS if path.stem == stem)
    assert figure in read_document(path).text


def test_a_wrong_number_unit_or_qualifier_is_seen() -> None:
    (stated,) = map(_key, figures("增长5.5%左右"))
    assert [_key(figure) for figure in figures("增幅是５．５％左右")] == [stated]
    for wrong in ("5%左右", "5.5%以上", "5.5%", "5.5个百分点左右"):
        assert [_key(figure) for figure in figures(wrong)] != [stated]


def _key(figure: Figure) -> Key:
    return figure.low, figure.high, figure.unit, SIDE[figure.qualifier]


def _sources(path: Path, shared: Path) -> list[Document]:
    """What the digest sums up: the report of that title, else the documents of place and year."""
    identity = read_document(path).identity
    documents = _documents(shared / "reports")
    titled = [document for document in documents if document.identity.title == identity.digests]
    found = titled or [document for document in documents if _fits(document.identity, identity)]
    assert found, f"no source for {identity.digests}"
    return found


def _fits(source: Identity, digest: Identity) -> bool:
    return (source.place, source.year) == (digest.place, digest.year)


@cache
def _documents(folder: Path) -> list[Document]:
    return [document for document in map(_read, sorted(folder.rglob("*.*"))) if document]


def _read(path: Path) -> Document | None:
    """The document in a file, or none where there is no document."""
    try:
        return read_document(path)
    except UnreadableFile:
        return None
