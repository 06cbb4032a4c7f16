"""Announced counts and the items they stand for, wherever the items stand."""

import time
from pathlib import Path

import pytest

from corpus.announced import announced
from corpus.outline import outline
from corpus.read import read_document
from corpus.types import Document, Identity


def of(text: str) -> list[tuple[str, int, list[str], bool]]:
    """Name, count, items and whether complete of each announcement."""
    found = announced(Document("a.txt", text, Identity(), outline(text)))
    assert all(text[one.start : one.end].startswith(one.name) for one in found)
    return [
        (one.name, one.count, [text[start:end] for start, end in one.items], one.complete)
        for one in found
    ]


THREE = ["自主创新", "科技富民", "人才聚变"]


@pytest.mark.parametrize(
    "text",
    [
        "实施三大工程，即自主创新、科技富民、人才聚变。",
        "实施三大工程：自主创新、科技富民和人才聚变。",
        "实施三大工程,即实施自主创新、科技富民、人才聚变等三大举措，成效好。",
        "三大工程包括：自主创新，科技富民，人才聚变。",
        "三大工程分别是自主创新、科技富民以及人才聚变，成效好。",
        "实施自主创新、科技富民、人才聚变三大工程。",
        "大力推进自主创新、科技富民和人才聚变“三大工程”，成效好。",
        "去年增长5%，深入实施自主创新、科技富民、人才聚变等三大工程。",
        "实施三大工程：一是自主创新。二是科技富民。三是人才聚变。",
        "实施三大工程：一是自主创新；二是科技富民；三是人才聚变。",
        "实施三大工程。\n一是自主创新。修渠。\n二是科技富民。造林。\n三是人才聚变。引才。",
        "实施三大工程：第一，自主创新；第二，科技富民；第三，人才聚变。",
        "实施三大工程：\n（一）自主创新\n修渠。\n（二）科技富民\n造林。\n（三）人才聚变\n引才。",
        "实施三大工程：\n1.自主创新\n2.科技富民\n3.人才聚变",
        "实施三大工程：①自主创新；②科技富民；③人才聚变。",
        "实施三大工程。\n——自主创新。修渠。\n——科技富民。\n——人才聚变。\n完。",
        "实施三大工程，成效好。\n名词解释\n1.“三大工程”：自主创新、科技富民、人才聚变。",
        "实施三大工程，成效好。\n名词解释\n1.三大工程：是指自主创新、科技富民、人才聚变。",
    ],
    ids=range(18),
)
def test_the_items_of_a_set_are_found_in_every_form(text: str) -> None:
    name, count, items, complete = of(text)[0]
    assert (name, count, items, complete) == ("三大工程", 3, THREE, True)


def test_things_are_counted_with_other_measures_where_they_are_listed() -> None:
    assert of("今年重点做好以下两项工作：一是修渠；二是造林。") == [
        ("两项工作", 2, ["修渠", "造林"], True)
    ]
    assert of("要坚持稳就业、保民生、防风险三个原则。")[0][2] == ["稳就业", "保民生", "防风险"]
    assert of("要办两件事：一是修渠，一是造林。") == [("两件事", 2, ["修渠", "造林"], True)]


def test_sentences_of_the_paragraph_that_open_alike_are_items() -> None:
    text = "紧盯两大目标。紧盯就业目标，稳岗。紧盯增收目标，富民。"
    assert of(text) == [
        ("两大目标", 2, ["紧盯就业目标，稳岗", "紧盯增收目标，富民"], True),
    ]


def test_a_set_is_told_by_another_place_that_names_it() -> None:
    text = "守住“三条保障线”。\n完善基本生活、失业保险、最低生活“三条保障线”。"
    assert [items for _, _, items, _ in of(text)] == [["基本生活", "失业保险", "最低生活"]] * 2


def test_another_set_of_the_same_common_name_lends_no_items() -> None:
    text = "实施养老强化、健康培育两大工程。安全治理两大工程提速。"
    assert [complete for *_, complete in of(text)] == [True, False]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("实施六大行动。", []),
        ("实施产业引领、空间拓展等六大行动。", ["产业引领", "空间拓展"]),
        ("实施六大行动：一是修渠。二是造林。", ["修渠", "造林"]),
    ],
    ids=["none", "etc", "broken"],
)
def test_a_set_that_is_not_told_in_full_is_incomplete(text: str, items: list[str]) -> None:
    assert of(text) == [("六大行动", 6, items, False)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "深入贯彻党的二十大精神和十五大精神。",
        "“十四五”规划，“三农”工作，“四风”。",
        "坚持马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想。",
        "建成3个项目，第三项工作，二十三项任务完成。",
        "衷心拥护“两个确立”、忠诚践行“两个维护”。",
        "加强水污染防治、大气污染防治和工业“三废”治理。",
        "现代水网“六横六纵”：包括甲、乙、丙、丁、戊、己。",
    ],
    ids=["empty", "party", "names", "list", "count", "two", "behind", "mixed"],
)
def test_what_announces_no_set_is_left_alone(text: str) -> None:
    assert of(text) == []


def test_more_items_than_announced_are_another_list() -> None:
    assert of("实施两大工程：一是修渠；二是造林；三是引才。")[0][2] == []


HOSTILE = {
    "one-line": "三大工程、" * 200_000,
    "bare": "实施三大工程" * 160_000,
    "markers": "三大工程：一是" * 140_000,
    "lines": "以下三项工作：一是甲\n——乙。\n" * 60_000,
    "says": ("三大工程" + "是" * 480 + "\n") * 2000,
    "tail": ("组成的" * 100 + "甲、三大工程\n") * 3000,
    "glossary": "名词解释\n1.“三大工程”：甲、乙、丙\n" * 45_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_announcements_is_read_in_five_seconds(name: str) -> None:
    started = time.perf_counter()
    announced(Document("a.txt", HOSTILE[name], Identity()))
    assert time.perf_counter() - started < 5


def test_of_a_line_that_announces_more_than_any_report_only_the_first_sets_are_told() -> None:
    line = "实施甲、乙、丙三大工程。" * 1000
    found = of(f"{line}\n实施丁、戊两大工程。")
    assert len(found) == 41
    assert found[-1] == ("两大工程", 2, ["丁", "戊"], True)


def test_the_real_interview_defines_its_six_projects(shared: Path) -> None:
    [path] = sorted((shared / "reports" / "speeches").iterdir())
    document = read_document(path)
    found = [one for one in announced(document) if one.name == "六大工程"]
    items = [document.text[start:end] for start, end in found[0].items]
    assert found[0].complete
    assert len(items) == 6
    assert all(len(item) == 6 for item in items)
    assert all(one.items for one in found)


def test_all_reports_are_read_in_three_seconds_and_two_in_three_sets_are_complete(
    shared: Path,
) -> None:
    paths = [path for path in (shared / "reports").rglob("*") if path.is_file()]
    documents = [read_document(path) for path in paths]
    started = time.perf_counter()
    found = [(document, announced(document)) for document in documents]
    assert time.perf_counter() - started < 3
    sets = [one for _, several in found for one in several]
    assert len(sets) > 400
    assert sum(one.complete for one in sets) > 0.6 * len(sets)
    for document, several in found:
        for one in several:
            assert one.complete == (len(one.items) == one.count)
            assert len(one.items) <= one.count
            assert all(document.text[start:end].strip() for start, end in one.items)
