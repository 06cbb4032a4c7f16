"""Corrections and copies in the stored index: nothing but names and flags may change."""

from dataclasses import replace
from datetime import date

import numpy as np

from corpus.corrections import Corrections, Fields
from corpus.types import Document, Identity
from index.build import contents_of
from index.join import without
from index.search import Index
from index.settle import as_read, settled
from index.types import Scope
from tests.index.encoders import Counting

SPEECH = (
    "开局之年看部门\n水利局局长丁小满谈治水\n丁小满说，新昌今年修水库两座。\n"
    "教育局局长高云舒谈办学\n高云舒说，2021年新昌新增学位900个。"
)
REPORT = "\n".join(f"第{n}项工作已经安排妥当，全年投入{n}亿元。" for n in range(12))
IDENTITY = Identity("2026年浙江省政府工作报告", "浙江", 2026, "report", date(2026, 1, 14))


def index(*documents: Document) -> Index:
    return Index(contents_of(documents, Counting()), Counting())


def corrected(start: Index, **fields: Fields) -> Index:
    contents, _ = settled(start.contents, Corrections({f"{n}.txt": f for n, f in fields.items()}))
    return replace(start, contents=contents)


def sources(index: Index, scope: Scope) -> set[str]:
    return {document.source for document in index.within(scope)}


A = Document("a.txt", REPORT, IDENTITY)
B = Document("b.txt", f"转载\n{REPORT}", IDENTITY, warnings=("按 GB18030 编码读取",))
C = Document("c.txt", SPEECH, Identity(kind="interview"))


def test_where_nothing_is_to_be_changed_the_same_contents_come_back() -> None:
    start = index(A, C).contents
    assert settled(start, Corrections({"none.txt": Fields(year=1999)}))[0] is start


def test_a_corrected_place_and_year_are_searched_by() -> None:
    changed = corrected(index(A, C), a=Fields(place="江苏", year=2025))
    assert sources(changed, Scope(places=("江苏",), years=(2025,))) == {"a.txt"}
    assert sources(changed, Scope(places=("浙江",))) == set()
    assert changed.document("a.txt").identity.title == "2025年江苏省政府工作报告"


def test_what_was_read_is_kept_and_comes_back() -> None:
    start = index(A)
    changed = corrected(start, a=Fields(year=1999))
    assert as_read(changed.contents.stored[0]) == IDENTITY
    again = corrected(changed, a=Fields(place="江苏"))
    assert again.document("a.txt").identity.year == 2026
    assert corrected(again).contents.stored == start.contents.stored


def test_who_speaks_follows_a_corrected_speaker() -> None:
    start = index(A, C)
    changed = corrected(start, a=Fields(speaker="沈一舟"))
    assert sources(changed, Scope(speakers=("沈一舟",))) == {"a.txt"}
    assert sources(changed, Scope(speakers=("高云舒",))) == {"c.txt"}
    back = corrected(changed).contents
    np.testing.assert_array_equal(back.rows, start.contents.rows)
    assert back.speakers == start.contents.speakers


def test_who_speaks_follows_a_corrected_kind() -> None:
    changed = corrected(index(C), c=Fields(kind="report"))
    assert set(changed.contents.speakers) == {""}


def test_a_copy_is_searched_only_when_it_is_asked_for() -> None:
    folded = corrected(index(A, B, C))
    assert [item.folded for item in folded.contents.stored] == ["", "a.txt", ""]
    assert sources(folded, Scope()) == {"a.txt", "c.txt"}
    assert sources(folded, Scope(places=("浙江",))) == {"a.txt"}
    assert sources(folded, Scope(sources=("b.txt",))) == {"b.txt"}


def test_a_copy_is_searched_when_the_other_is_gone() -> None:
    folded = corrected(index(A, B))
    left = replace(folded, contents=without(folded.contents, {"a.txt"}))
    assert sources(corrected(left), Scope()) == {"b.txt"}


def test_a_corrected_place_makes_of_a_copy_a_document_of_its_own() -> None:
    apart = corrected(index(A, B), b=Fields(place="江苏"))
    assert [item.folded for item in apart.contents.stored] == ["", ""]


def test_an_index_may_lose_all_its_documents() -> None:
    empty = replace(index(A), contents=without(index(A).contents, {"a.txt"}))
    assert (empty.documents, empty.search("工作"), len(empty.contents.rows)) == ((), [], 0)
