"""Which documents hold the same text, and which of them is cited."""

import random
from dataclasses import replace
from datetime import date

import pytest

from corpus.duplicates import Overlap, overlaps
from corpus.types import Document, Heading, Identity

IDENTITY = Identity("2026年浙江省政府工作报告", "浙江", 2026, "report", date(2026, 1, 14))


def sentences(*numbers: int) -> str:
    return "\n".join(f"第{n}项工作已经安排妥当，全年投入{n * 7}亿元。" for n in numbers)


def document(source: str, text: str, **identity: object) -> Document:
    return Document(source, text, replace(IDENTITY, **identity))  # type: ignore[arg-type]


def related(*documents: Document) -> list[tuple[str, str, str]]:
    return [(o.source, o.relation, o.other) for o in overlaps(documents)]


WHOLE = document("乙.txt", sentences(*range(20)))


def test_the_same_text_in_two_files_is_cited_from_the_one_whose_name_comes_first() -> None:
    copy = replace(WHOLE, source="甲.txt")
    assert overlaps([WHOLE, copy]) == (Overlap("甲.txt", "乙.txt", "copy", 1.0),)


def test_a_short_text_is_a_copy_only_if_all_of_it_is_the_same() -> None:
    one, same = (
        document("甲.txt", "乡村见闻\n樟树发芽了。"),
        document("乙.txt", "乡村见闻\n樟树发芽了。"),
    )
    other = document("丙.txt", "乡村见闻\n樟树开花了。")
    assert related(one, same, other) == [("甲.txt", "copy", "乙.txt")]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({}, {"warnings": ("按 GB18030 编码读取",)}),
        ({"headings": (Heading(1, "一", 0, 1),)}, {}),
        ({}, {"identity": replace(IDENTITY, delivered=None)}),
        ({}, {"identity": replace(IDENTITY, place="", kind="other")}),
        ({"text": sentences(*range(21))}, {}),
    ],
    ids=["warning", "headings", "date", "place", "sentences"],
)
def test_the_cleaner_one_is_cited(better: dict[str, object], worse: dict[str, object]) -> None:
    good = replace(WHOLE, source="甲.txt", **better)  # type: ignore[arg-type]
    bad = replace(WHOLE, source="乙.txt", **worse)  # type: ignore[arg-type]
    assert related(good, bad) == [("乙.txt", "copy", "甲.txt")]


def test_lines_broken_elsewhere_and_wide_signs_make_no_other_text() -> None:
    long = "全省上下坚持稳中求进工作总基调，扎实推动高质量发展取得新的成效，居民收入增长{}%。"
    text = "\n".join(long.format(n) for n in range(10))
    broken = text.replace("扎实推动", "扎实推\n动").replace("%", "％").replace("，居民", ", 居民")
    assert related(document("甲.txt", text), document("乙.txt", broken)) != []


def test_a_part_of_a_text_is_folded_into_the_whole() -> None:
    assert related(document("甲.txt", sentences(*range(6))), WHOLE) == [
        ("甲.txt", "part", "乙.txt")
    ]


def test_one_report_of_a_collection_is_not_folded_into_it() -> None:
    collection = document("汇编.txt", sentences(*range(200)))
    assert related(collection, document("甲.txt", sentences(*range(6)))) == []


def test_a_changed_figure_counts() -> None:
    final = document("定稿.txt", sentences(*range(12), *range(30, 38)))
    [found] = overlaps([WHOLE, final])
    assert (found.relation, found.share) == ("version", 0.6)


@pytest.mark.parametrize(
    "other",
    [{"place": "江苏"}, {"year": 2025}, {"kind": "speech"}, {"delivered": date(2026, 1, 15)}],
    ids=["place", "year", "kind", "date"],
)
def test_the_same_text_under_another_identity_is_not_folded(other: dict[str, object]) -> None:
    changed = document("甲.txt", WHOLE.text, **other)
    assert {relation for _, relation, _ in related(WHOLE, changed)} == {"conflict"}


def test_reports_that_share_set_phrases_have_nothing_to_tell() -> None:
    phrases = "\n".join(f"各位代表，让我们同心协力办好第{n}件大事。" for n in range(4))
    documents = [
        document(f"{n}.txt", f"{sentences(*range(n * 20, n * 20 + 20))}\n{phrases}", year=2000 + n)
        for n in range(60)
    ]
    assert overlaps(documents) == ()


def test_many_copies_are_folded_into_one() -> None:
    copies = [
        document(f"{n:03}.txt", f"{WHOLE.text}\n第{n}份打印件，请妥善保管存档。") for n in range(70)
    ]
    assert {(o.relation, o.other) for o in overlaps(copies)} == {("copy", "000.txt")}
    assert len(overlaps(copies)) == 69


def test_of_a_copy_a_part_and_a_version_each_is_told_once() -> None:
    found = related(
        WHOLE,
        document("丙.txt", sentences(*range(12), *range(30, 38))),
        document("丁.txt", sentences(*range(5))),
        document("戊.txt", WHOLE.text),
    )
    assert sorted(source for source, _, _ in found) == sorted({source for source, _, _ in found})
    assert len(found) == 3


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_documents_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    documents = [
        document(f"{n}.txt", sentences(*chance.sample(range(24), chance.randint(5, 24))))
        for n in range(12)
    ]
    found = overlaps(documents)
    into = {o.source: o.other for o in found if o.relation in ("copy", "part")}
    assert not into.keys() & set(into.values())
    chance.shuffle(documents)
    assert overlaps(documents) == found


def test_documents_without_text_in_common_or_without_sentences_are_left_alone() -> None:
    assert overlaps([]) == ()
    assert related(WHOLE) == []
    assert related(document("甲.txt", "短。"), document("乙.txt", "也短。")) == []
