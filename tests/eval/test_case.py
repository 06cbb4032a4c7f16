"""Cases, tables and feedback are read, and malformed ones are named."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.case import INDICATORS, Case, Cell, Evidence, load
from index.types import Scope
from rag.journal import append
from rag.types import Question, Turn
from tests.eval.answers import QUOTE, REFUSAL, answer, citation
from ui.feedback import entry
from ui.types import Rating

WHOLE: dict[str, object] = {
    "id": "f1",
    "type": "followup",
    "question": "那江苏呢？",
    "must": [["118万人以上", "118万人"], ["江苏"]],
    "must_not": ["105万人"],
    "evidence": [{"doc": "2026", "quote": "城镇新增就业118万人以上"}],
    "history": [{"role": "user", "content": "浙江？"}, {"role": "assistant", "content": "105万人"}],
    "verdict": "refuted",
    "error": "wrong_figure",
    "answer": "118万人以上",
    "scope": {"places": ["江苏"], "years": [2026]},
}
ROW: dict[str, object] = {
    "doc": "江苏2026",
    "region": "江苏",
    "year": 2026,
    "indicator": "gdp_target",
    "value": "4.8%左右",
    "alternates": ["约4.8%"],
    "quote": "地区生产总值增长4.8%左右",
}
WHEN = datetime(2026, 4, 1, 8, tzinfo=UTC)


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
        verdict="refuted",
        error="wrong_figure",
        answer="118万人以上",
        scope=Scope(places=("江苏",), years=(2026,)),
    )


def test_what_is_not_needed_may_be_missing_or_null(tmp_path: Path) -> None:
    short = line(id=7)
    optional = ("must", "must_not", "evidence", "history", "verdict", "error", "answer", "scope")
    null = line(id=7, **dict.fromkeys(optional))
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
        ("error", 1),
        ("scope", "江苏"),
        ("scope", ["江苏"]),
        ("scope", {"places": "江苏"}),
        ("scope", {"country": ["中国"]}),
    ],
    ids=[str(n) for n in range(18)],
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


def test_only_what_cannot_be_answered_is_unanswerable() -> None:
    assert not Case("u", "unanswerable", "？").answerable
    assert all(Case("a", type_, "？").answerable for type_ in ("number", "claim", "table"))


def test_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    paths = cases(first, line(id="b"), line(id="a")), cases(second, line(id="c"))
    assert [case.id for case in load(*paths)] == ["b", "a", "c"]


def test_an_id_that_comes_twice_is_named(tmp_path: Path) -> None:
    path = cases(tmp_path, line(id="a"), line(id="a", question="？？"))
    with pytest.raises(UserError) as told:
        load(path)
    assert str(told.value) == f"{path}:2 的编号 a 前面已经有了。"


def row(**fields: object) -> str:
    return json.dumps({**ROW, **fields}, ensure_ascii=False)


def test_the_rows_of_a_truth_table_are_a_case_an_indicator_and_year(tmp_path: Path) -> None:
    path = cases(
        tmp_path,
        row(),
        row(doc="浙江2025", region="浙江", year=2025),
        row(doc="浙江2026", region="浙江", value=None, alternates=["5%"], quote=None),
        row(indicator="gdp_last_growth", value="5.2%", alternates=None),
    )
    silent = Cell("浙江2026", "浙江", 2026)
    jiangsu = Cell(
        *("江苏2026", "江苏", 2026, ("4.8%左右", "约4.8%")), quote="地区生产总值增长4.8%左右"
    )
    earlier = replace(jiangsu, doc="浙江2025", place="浙江", year=2025)
    growth = replace(jiangsu, year=2025, accepted=("5.2%",))
    assert load(path) == (
        Case("gdp_last_growth-2026", "table", "各省2025年GDP实际增长多少", cells=(growth,)),
        Case("gdp_target-2025", "table", "各省2025年GDP增长目标分别是多少", cells=(earlier,)),
        Case(
            "gdp_target-2026", "table", "各省2026年GDP增长目标分别是多少", cells=(jiangsu, silent)
        ),
    )


@pytest.mark.parametrize("code", INDICATORS)
def test_every_indicator_has_a_question_about_a_year(code: str, tmp_path: Path) -> None:
    [table] = load(cases(tmp_path, row(indicator=code)))
    year = 2025 if "_last_" in code else 2026
    assert f"{year}年" in table.question
    assert [cell.year for cell in table.cells] == [year]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("indicator", "gdp"), ("year", "2026"), ("year", True), ("value", 4.8)),
        *(("alternates", "约4.8%"), ("doc", 1), ("region", ["江苏"]), ("quote", 1)),
    ],
    ids=[str(n) for n in range(8)],
)
def test_a_malformed_row_of_a_table_is_named_with_its_line(
    field: str, value: object, tmp_path: Path
) -> None:
    path = cases(tmp_path, row(), row(**{field: value}))
    with pytest.raises(UserError) as told:
        load(path)
    assert str(told.value) == f"{path}:2 的字段 {field} 写得不对。"


def test_feedback_is_read_as_the_page_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    history, scope = (Turn("user", "浙江？"), Turn("assistant", "105万人")), Scope(years=(2026,))
    told = answer("城镇新增就业118万人以上[1]。", citation(source="江苏/2026.txt"))
    liked = entry(Question("那江苏呢？", history, scope, "q1"), told, Rating("up"), WHEN)
    disliked = entry(Question("粮食？", id="q2"), told, Rating("down", "other"), WHEN)
    refused = entry(Question("安徽？", id="q3"), REFUSAL, Rating("up"), WHEN)
    for fields in (liked, disliked, refused):
        append(path, fields)
    said = "城镇新增就业118万人以上。"
    assert load(path) == (
        Case(
            "q1",
            "number",
            "那江苏呢？",
            evidence=(Evidence("2026", QUOTE),),
            history=history,
            answer=said,
            scope=scope,
        ),
        Case("q2", "number", "粮食？", must_not=(said,), answer=said),
        Case("q3", "unanswerable", "安徽？", answer="没有，无法回答。"),
    )


def test_the_later_feedback_on_an_answer_holds(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    for id_, rating in (("q1", Rating("down")), ("q2", Rating("up")), ("q1", Rating("up"))):
        append(path, entry(Question("江苏？", id=id_), answer(), rating, WHEN))
    found = load(path)
    assert [(case.id, case.must_not) for case in found] == [("q1", ()), ("q2", ())]
