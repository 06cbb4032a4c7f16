"""Sets are found by name, and what is wrong with their files is said."""

import json
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.sets import SETS, outside
from eval.sets.types import objects

FORMATS = {"xquad-zh", "xquad-en-zh", "cmrc2018", "rgb-fact", "ocnli-gov"}


def written(folder: Path, text: str) -> Path:
    path = folder / "set.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sets_are_those_that_the_help_names() -> None:
    assert set(SETS) == FORMATS


def test_an_unknown_set_is_named_with_those_there_are() -> None:
    with pytest.raises(UserError) as told:
        outside("squad", ())
    assert str(told.value) == f"没有叫 squad 的题集；有：{'、'.join(SETS)}。"


@pytest.mark.parametrize("name", SETS)
def test_too_few_and_too_many_paths_are_named(name: str, tmp_path: Path) -> None:
    count, _ = SETS[name]
    for wrong in (0, count + 1):
        with pytest.raises(UserError) as told:
            outside(name, [tmp_path] * wrong)
        said = f"--set {name} 要用 --path 给出 {count} 个文件，现在是 {wrong} 个。"
        assert str(told.value) == said


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(
    "text",
    [
        *("5", "[5, 6]", "{}", '{"data": 5}', '{"data": [5]}', '[{"id": 1}, {"id": 2}]', '""'),
        '{"data": [{"paragraphs": [{"context": "甲", "qas": [{"id": 1}]}]}]}',
        '{"data": [{"paragraphs": []}]}',
        "[]",
    ],
    ids=list("abcdefghij"),
)
def test_a_file_in_another_format_is_named(name: str, text: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UserError, match=str(path)):
        outside(name, [path] * SETS[name][0])


@pytest.mark.parametrize("name", SETS)
def test_a_file_that_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    count, _ = SETS[name]
    foreign = tmp_path / "gbk.json"
    foreign.write_bytes('{"data": "甲"}'.encode("gb18030"))
    for path in (tmp_path / "none.json", tmp_path, foreign):
        with pytest.raises(UserError, match=str(path)):
            outside(name, [path] * count)


def test_a_broken_line_is_named_with_its_number(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": 1}\n{"id": \n')
    with pytest.raises(UserError, match=f"{path}:2 不是合格的 JSON"):
        objects(path)


def test_objects_stand_in_a_list_on_lines_or_alone(tmp_path: Path) -> None:
    items = [{"id": 1}, {"id": 2}]
    assert objects(written(tmp_path, json.dumps(items))) == items
    assert objects(written(tmp_path, "\ufeff" + "\n".join(map(json.dumps, items)) + "\n")) == items
    assert objects(written(tmp_path, json.dumps(items[0], indent=1))) == items[:1]


@pytest.mark.parametrize(
    ("name", "files", "questions", "documents"),
    [
        ("xquad-zh", ["xquad.zh.json"], 1190, 240),
        ("xquad-en-zh", ["xquad.en.json", "xquad.zh.json"], 1190, 240),
        ("cmrc2018", ["cmrc2018_dev.json"], 3219, 848),
        ("rgb-fact", ["rgb_zh_fact.json"], 200, 200),
    ],
    ids=["xquad-zh", "xquad-en-zh", "cmrc2018", "rgb-fact"],
)
def test_the_real_sets_are_read_whole(
    name: str, files: list[str], questions: int, documents: int, shared: Path
) -> None:
    found = outside(name, [shared / "eval" / "external" / file for file in files])
    assert len(found.documents) == documents
    assert len({case.id for case in found.cases}) == len(found.cases)
    assert sum(case.type.startswith("reading") for case in found.cases) == questions
