"""The bundled documents are complete, and in our own words."""

import re
from pathlib import Path

import pytest

from corpus.formats import read_raw
from corpus.overlap import shared_runs
from corpus.read import read_document

SAMPLES = sorted((Path(__file__).parents[2] / "corpus" / "samples").glob("*.txt"))

NAMES = (
    "自主创新开源、高新产业强链、创新平台提能、科技人才聚变、科技富民惠民、创新治理优化",
    "全国县域科技体制改革试点、国家可持续发展实验区",
    "都江堰灌区、引大济岷、长征渠引水、向家坝灌区、引雅济安、南水北调西线",
    "电子信息、装备制造、食品轻纺、能源化工、",
)
"""Lists of names, which are the same in any words."""


def test_there_are_at_least_a_dozen_with_two_years_of_five_provinces() -> None:
    identities = [read_document(path).identity for path in SAMPLES]
    years = {place: {i.year for i in identities if i.place == place} for place in _places()}
    assert len(SAMPLES) >= 12
    assert sum(len(there) >= 2 for place, there in years.items() if place != "全国") >= 5
    assert len(years["全国"]) >= 3


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_says_what_it_is(path: Path) -> None:
    raw = read_raw(path)
    assert {"title", "place", "year", "kind", "date", "digests"} <= set(raw.fields)
    assert raw.fields["kind"] == "digest"
    assert raw.fields["digests"]
    assert re.fullmatch(r"\d{4}", raw.fields["year"])
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", raw.fields["date"])
    assert 800 <= len(raw.text) <= 2000


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_is_read_without_a_warning_and_without_loss(path: Path) -> None:
    document = read_document(path)
    assert not document.warnings
    assert [heading for heading in document.headings if heading.level == 1]
    lines = [line.strip() for line in read_raw(path).text.splitlines() if line.strip()]
    assert document.text == "\n".join(lines)


def test_no_sentence_is_taken_from_a_source(shared: Path) -> None:
    sources = [read_raw(path).text for path in _reports(shared)]
    taken = {path.stem: shared_runs(read_raw(path).text, sources) for path in SAMPLES}
    runs = [(stem, run) for stem, found in taken.items() for run in found]
    assert [(stem, run) for stem, run in runs if not _is_names(run)] == []


def test_a_run_is_found_whole() -> None:
    assert shared_runs("甲乙丙丁戊己庚", ["子甲乙丙 丁戊丑"], 4) == ["甲乙丙丁戊"]
    assert shared_runs("甲乙丙丁", ["甲乙丙戊丁"], 4) == []


def _places() -> set[str]:
    return {read_raw(path).fields["place"] for path in SAMPLES}


def _is_names(run: str) -> bool:
    return any(run in names for names in NAMES)


def _reports(shared: Path) -> list[Path]:
    return [p for p in (shared / "reports").rglob("*") if p.suffix in (".txt", ".docx")]
