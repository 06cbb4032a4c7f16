"""Cases are read, and malformed ones are named."""

import json
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.cases import Case, Evidence, load
from rag.types import Turn

WHOLE: dict[str, object] = {
    "id": "f1",
    "type": "followup",
    "question": "那江苏呢？",
    "must": [["118万人以上", "118万人"], ["江苏"]],
    "must_not": ["105万人"],
    "evidence": [{"doc": "2026", "quote": "城镇新增就业118万人以上"}],
    "history": [{"role": "user", "content": "浙江？"}, {"role": "assistant", "content": "105万人"}],
    "answer": "118万人以上",
}


def cases(folder: Path, *lines: str) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def line(**fields: object) -> str:
    return json.dumps({"id": "1", "type": "number", "question": "？", **fields}, ensure_ascii=False)


def test_a_case_is_read_whole(tmp_path: Path) -> None:
    [case] = load(cases(tmp_path, json.dumps(WHOLE, ensure_ascii=False)))
    assert case == Case(
        id="f1",
        type="followup",
        question="那江苏呢？",
        must=(("118万人以上", "118万人"), ("江苏",)),
        must_not=("105万人",),
        evidence=(Evidence("2026", "城镇新增就业118万人以上"),),
        history=(Turn("user", "浙江？"), Turn("assistant", "105万人")),
        verdict="",
        answer="118万人以上",
    )


def test_what_is_not_needed_may_be_missing_or_null(tmp_path: Path) -> None:
    short = line(id=7)
    null = line(id=7, must=None, evidence=None, history=None, verdict=None, answer=None)
    assert load(cases(tmp_path, short)) == load(cases(tmp_path, null))
    [case] = load(cases(tmp_path, short))
    assert (case.id, case.must, case.evidence, case.verdict) == ("7", (), (), "")


def test_empty_lines_a_byte_order_mark_and_separators_inside_are_no_harm(tmp_path: Path) -> None:
    path = cases(tmp_path, "\ufeff" + line(id="a"), "", line(id="b", answer="甲\u2028乙"), "")
    assert [case.id for case in load(path)] == ["a", "b"]


@pytest.mark.parametrize("field", ["id", "type", "question"])
def test_a_missing_field_is_named_with_its_line(field: str, tmp_path: Path) -> None:
    fields = json.loads(line())
    del fields[field]
    path = cases(tmp_path, line(), "", json.dumps(fields))
    with pytest.raises(UserError) as told:
        load(path)
    assert str(told.value) == f"{path}:3 缺少字段 {field}。"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", 1),
        ("question", ["？"]),
        ("must", "5%"),
        ("must", ["5%"]),
        ("must", [[5]]),
        ("must_not", "5%"),
        ("evidence", {"doc": "a", "quote": "b"}),
        ("evidence", [{"doc": "a"}]),
        ("evidence", ["甲"]),
        ("history", "浙江？"),
        ("history", [{"role": "user"}]),
        ("verdict", 1),
        ("answer", ["甲"]),
    ],
    ids=[str(n) for n in range(13)],
)
def test_a_field_of_the_wrong_shape_is_named_with_its_line(
    field: str, value: object, tmp_path: Path
) -> None:
    path = cases(tmp_path, line(), line(**{field: value}))
    with pytest.raises(UserError) as told:
        load(path)
    assert str(told.value) == f"{path}:2 的字段 {field} 写得不对。"


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "5", "null"], ids=list("abcde"))
def test_a_line_that_is_no_object_is_named(text: str, tmp_path: Path) -> None:
    path = cases(tmp_path, line(), text)
    with pytest.raises(UserError) as told:
        load(path)
    assert str(told.value).startswith(f"{path}:2 ")


def test_a_file_that_cannot_be_read_or_holds_nothing_is_named(tmp_path: Path) -> None:
    foreign = tmp_path / "gbk.jsonl"
    foreign.write_bytes(line(question="就业").encode("gb18030"))
    for path in (tmp_path / "none.jsonl", tmp_path, cases(tmp_path, "", " "), foreign):
        with pytest.raises(UserError, match=str(path)):
            load(path)
