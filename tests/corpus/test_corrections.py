"""Corrections: what is allowed, how they are kept, what they change."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus import corrections
from corpus.corrections import Corrections, Fields, checked, corrected, doubts, overlaid
from corpus.errors import UserError
from corpus.types import KIND_NAMES, Identity

READ = Identity("2026年浙江省政府工作报告", "浙江", 2026, "report", date(2026, 1, 14))
FIELDS = Fields("题", "江苏", 2025, "speech", date(2025, 1, 19), "陆远航")


def test_each_field_takes_the_place_of_what_was_read() -> None:
    assert corrected(READ, FIELDS) == Identity(
        "题", "江苏", 2025, "speech", date(2025, 1, 19), speaker="陆远航", level="province"
    )
    assert corrected(READ, Fields()) == READ


@pytest.mark.parametrize(
    ("read", "title"),
    [
        (READ, "2025年江苏省政府工作报告"),
        (Identity("政府工作报告", kind="report"), "2025年江苏省政府工作报告"),
        (Identity("江苏的一年", "浙江", 2026, "report"), "江苏的一年"),
        (Identity("乡村见闻"), "乡村见闻"),
    ],
    ids=["ours", "bare", "theirs", "no-report"],
)
def test_the_title_of_a_report_follows_its_place_and_year(read: Identity, title: str) -> None:
    assert corrected(read, Fields(place="江苏", year=2025)).title == title


def test_level_and_body_follow_the_place() -> None:
    changed = corrected(READ, Fields(place="新昌"))
    assert (changed.level, changed.body) == ("county", "新昌县人民政府")
    unknown = corrected(READ, Fields(place="无此地"))
    assert unknown.level == ""


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"place": " 浙江省 "}, Fields(place="浙江")),
        ({"place": "国务院"}, Fields(place="全国")),
        ({"place": "高新 区"}, Fields(place="高新 区")),
        ({"year": "2026年"}, Fields(year=2026)),
        ({"kind": "讲话"}, Fields(kind="speech")),
        ({"date": "2026-01-14"}, Fields(delivered=date(2026, 1, 14))),
        ({"speaker": "阿不都  热西提", "title": "题"}, Fields("题", speaker="阿不都 热西提")),
        ({}, Fields()),
    ],
    ids=range(8),
)
def test_what_is_typed_is_understood(given: dict[str, str], fields: Fields) -> None:
    assert checked(given) == fields


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_is_allowed(kind: str) -> None:
    assert checked({"kind": kind}).kind == kind


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        *(
            ("year", value, "1949 到 2100")
            for value in ("", "1948", "2101", "二〇二六", "20.5", "²")
        ),
        *(("kind", value, "report（政府工作报告）") for value in ("", "book")),
        *(("date", value, "2026-01-14") for value in ("", "2026-13-01", "2026年1月", "20260114")),
        *((name, value, "文字") for name in ("place", "title", "speaker") for value in ("", " ")),
        ("title", "长" * 201, "文字"),
        ("plaec", "浙江", "title、place、year、kind、date、speaker"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_allowed(field: str, value: str, allowed: str) -> None:
    with pytest.raises(UserError) as told:
        checked({field: value})
    assert field in str(told.value)
    assert allowed in str(told.value)
    assert "\n" not in str(told.value)


def test_a_place_that_nobody_knows_is_doubted() -> None:
    assert doubts(Fields(place="无此地"))[0].startswith("地名表里没有“无此地”")
    assert doubts(Fields(place="新昌")) == doubts(Fields()) == ()


def test_later_corrections_leave_earlier_ones_of_other_fields() -> None:
    assert overlaid(Fields(place="江苏", year=2025), Fields(year=2024)) == Fields(
        place="江苏", year=2024
    )


def test_what_is_loaded_is_what_was_saved(tmp_path: Path) -> None:
    assert corrections.load(tmp_path) == Corrections()
    saved = Corrections({"甲.txt": FIELDS, "乙.txt": Fields(year=2024)}, frozenset({"/库/丙.txt"}))
    corrections.save(tmp_path, saved)
    assert corrections.load(tmp_path) == saved
    assert [path.name for path in tmp_path.iterdir()] == ["corrections.json"]


def test_what_is_saved_can_be_read_by_a_person(tmp_path: Path) -> None:
    corrections.save(tmp_path, Corrections({"甲.txt": FIELDS, "空.txt": Fields()}))
    text = corrections.file(tmp_path).read_text(encoding="utf-8")
    assert "江苏" in text
    assert json.loads(text)["corrected"] == {
        "甲.txt": {
            "title": "题",
            "place": "江苏",
            "year": 2025,
            "kind": "speech",
            "speaker": "陆远航",
            "date": "2025-01-19",
        }
    }


@pytest.mark.parametrize(
    "text",
    ["", "{", "3", '"x"', '{"corrected": 3}', '{"corrected": {"a": 3}}', '{"removed": 3}', "\xff"],
    ids=range(8),
)
def test_a_file_that_makes_no_sense_is_named_and_left_alone(tmp_path: Path, text: str) -> None:
    path = corrections.file(tmp_path)
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UserError) as told:
        corrections.load(tmp_path)
    assert str(path) in str(told.value)
    assert path.read_bytes() == text.encode("latin-1")


def test_a_value_mended_wrongly_by_hand_is_named_with_its_file(tmp_path: Path) -> None:
    text = '{"corrected": {"a.txt": {"year": 12}}}'
    corrections.file(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"corrections\.json 里有错：year 要是 1949 到 2100"):
        corrections.load(tmp_path)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^更正写不进 "):
        corrections.save(tmp_path / "none", Corrections())
