"""The bundled documents are complete, and in our own words: digests, and practice texts."""

import re
from pathlib import Path

import pytest

from corpus.formats import read_raw
from corpus.overlap import folded, shared_runs
from corpus.places import known
from corpus.read import read_document
from corpus.speakers import turns
from corpus.split import split

SAMPLES = sorted((Path(__file__).parents[2] / "corpus" / "samples").glob("*.txt"))
DIGESTS = [path for path in SAMPLES if read_raw(path).fields["kind"] == "digest"]
PRACTICE = [path for path in SAMPLES if path not in DIGESTS]
PROVINCES = {row.short for row in known().rows if row.level == "province"}
PROVINCES -= {"台湾", "香港", "澳门"}
"""The 31 whose governments report to a people's congress."""

NAMES = (
    "自主创新开源、高新产业强链、创新平台提能、科技人才聚变、科技富民惠民、创新治理优化",
    "全国县域科技体制改革试点、国家可持续发展实验区",
    "都江堰灌区、引大济岷、长征渠引水、向家坝灌区、引雅济安、南水北调西线",
    "电子信息、装备制造、食品轻纺、能源化工、",
    "内需扩量提效、产业育新培强、科技创新赋能、改革开放深化、环境优化提升、安全强基固本、民生补短提质",
    "景区强基焕新、文旅要素提升、文旅深度融合",
    "特色品牌塑造、客源市场拓展、服务质量提优",
    "先期预防、应急指挥、技术支撑、救援力量、基层能力建设",
)
"""Lists of names, which are the same in any words."""


def test_there_are_enough_of_each_kind() -> None:
    kinds = {read_raw(path).fields["kind"] for path in PRACTICE}
    assert len(SAMPLES) >= 45
    assert len(PRACTICE) >= 5
    assert kinds == {"interview", "speech"}


def test_every_province_has_2025_and_five_have_two_years() -> None:
    identities = [read_document(path).identity for path in DIGESTS]
    years = {place: {i.year for i in identities if i.place == place} for place in _places()}
    assert sorted(place for place in PROVINCES if 2025 not in years.get(place, ())) == []
    assert sum(len(years[place]) >= 2 for place in PROVINCES) >= 5
    assert len(years["全国"]) >= 3


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_says_what_it_is(path: Path) -> None:
    raw = read_raw(path)
    assert {"title", "place", "year", "kind", "date", "digests"} <= set(raw.fields)
    assert bool(raw.fields["digests"]) == (path in DIGESTS)
    assert re.fullmatch(r"\d{4}", raw.fields["year"])
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", raw.fields["date"])
    assert 700 <= len(raw.text) <= 1600


@pytest.mark.parametrize("path", PRACTICE, ids=lambda path: path.stem)
def test_a_practice_text_says_so_in_its_title_and_at_its_end(path: Path) -> None:
    raw = read_raw(path)
    assert raw.fields["place"] in ("云岭", "白沙")
    assert raw.fields["title"].endswith("（练习文本）")
    assert raw.text.splitlines()[-1].startswith("本文是政问项目自己写的练习文本，")


@pytest.mark.parametrize("path", PRACTICE, ids=lambda path: path.stem)
def test_each_passage_of_a_practice_text_has_its_speaker_or_asks(path: Path) -> None:
    document = read_document(path)
    spoken = turns(document)
    assert len({turn.speaker for turn in spoken}) == len(spoken) >= 3
    for passage in split(document):
        named = [turn.speaker for turn in spoken if turn.speaker in passage.text]
        assert named in ([], [passage.speaker])
        asked = passage.text.startswith(("记者问", "记者追问", "本文是"))
        assert (passage.speaker == "") == (asked or passage.start < spoken[0].start)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_is_read_without_a_warning_and_without_loss(path: Path) -> None:
    document = read_document(path)
    assert not document.warnings
    assert [heading for heading in document.headings if heading.level == 1]
    lines = [line.strip() for line in read_raw(path).text.splitlines() if line.strip()]
    assert document.text == "\n".join(lines)


def test_no_sentence_is_taken_from_a_source(shared: Path) -> None:
    sources = [read_raw(path).text for path in _reports(shared)]
    texts = {path.stem: folded(read_raw(path).text) for path in SAMPLES}
    runs = shared_runs("\0".join(texts.values()), sources)
    taken = [run for run in runs if not _is_names(run)]
    assert [(run, [stem for stem, text in texts.items() if run in text]) for run in taken] == []


def test_a_run_is_found_whole() -> None:
    assert shared_runs("甲乙丙丁戊己庚", ["子甲乙丙 丁戊丑"], 4) == ["甲乙丙丁戊"]
    assert shared_runs("甲乙丙丁", ["甲乙丙戊丁"], 4) == []


def _places() -> set[str]:
    return {read_raw(path).fields["place"] for path in SAMPLES}


def _is_names(run: str) -> bool:
    return any(run in names for names in NAMES)


def _reports(shared: Path) -> list[Path]:
    return [p for p in (shared / "reports").rglob("*") if p.suffix in (".txt", ".docx")]
