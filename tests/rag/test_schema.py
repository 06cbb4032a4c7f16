"""The JSON of an answer is what ``answer.schema.json`` says, and keeps its names."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from index.types import Scope
from rag.json import to_dict
from rag.types import (
    Answer,
    AnswerKind,
    Author,
    Citation,
    Lock,
    Part,
    Retrieved,
    Row,
    Suggestion,
    Table,
    Verdict,
)

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "rag" / "answer.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)

KEYS = {
    *("id", "question", "resolved", "kind", "answered", "reason", "verdict", "answer"),
    *("citations", "table", "problems", "error", "parts", "suggestions", "near_misses"),
    *("lock", "author", "passages", "certainty", "seconds"),
}
ERRORS = {
    *("wrong_figure", "wrong_unit", "wrong_place", "wrong_year", "wrong_subject", "wrong_item"),
    *("target_as_result", "result_as_target", "growth_as_level", "dropped_qualifier"),
    "opposite_direction",
}

SENTENCE = "云泽县茶园面积达到3.6万亩。"
CITED = Citation(
    number=1,
    source="县/云泽2031.txt",
    title="云泽县2031年政府工作报告",
    place="云泽",
    year=2031,
    headings=("一、2030年工作回顾", "（二）农业"),
    page=None,
    start=120,
    end=134,
    text=SENTENCE,
)
NUMBER = Answer(
    question="那茶园呢",
    resolved="云泽县的茶园有多少亩",
    kind="number",
    answered=True,
    answer="云泽县茶园面积达到3.6万亩[1]。",
    id="q-7",
    citations=(CITED,),
    problems=("文中另有一处写作3.5万亩。",),
    suggestions=(Suggestion("云泽2030年", "2030年云泽县的茶园有多少亩"),),
    lock=Lock(1, 1, 0),
    scope=Scope(places=("云泽",), years=(2031,)),
    passages=(Retrieved(CITED.source, 120, 134, SENTENCE, 1.5),),
    certainty=0.9,
    seconds=0.012,
)
REFUSAL = Answer(
    question="云泽县有几支足球队",
    resolved="云泽县有几支足球队",
    kind="refusal",
    answered=False,
    answer="文库中没有找到说到这件事的内容，无法回答。",
    reason="文库中没有找到说到这件事的内容",
    near_misses=(replace(CITED, page=3, year=None, place="", headings=()),),
)
TABLE = Answer(
    question="各省茶园面积",
    resolved="各省茶园面积",
    kind="table",
    answered=True,
    answer="1/2个地方的文件给出了数字；未提及：松岭。",
    citations=(CITED,),
    table=Table(
        ("地区", "年份", "内容"),
        (Row("云泽", 2031, "3.6万亩", (1,)), Row("松岭", None, "", ())),
    ),
)
CLAIM = Answer(
    question="云泽县茶园面积达到36万亩。",
    resolved="云泽县茶园面积达到36万亩。",
    kind="claim",
    answered=True,
    answer=f"不符：原文是“{SENTENCE}”[1]",
    verdict="refuted",
    error="wrong_figure",
    citations=(CITED,),
    parts=(Part("茶园面积达到36万亩", "refuted", "wrong_figure", (1,)),),
    author="model",
)
ANSWERS = {"number": NUMBER, "refusal": REFUSAL, "table": TABLE, "claim": CLAIM}


def _required_paths(schema: dict[str, Any]) -> list[tuple[str, ...]]:
    """Every required key of an answer and of what hangs in it: ``("citations", "text")``."""
    inner = {
        "citations": "citation",
        "near_misses": "citation",
        "table": "table",
        "parts": "part",
        "suggestions": "suggestion",
        "lock": "lock",
        "scope": "scope",
        "passages": "passage",
    }
    paths = [(key,) for key in schema["required"]]
    rows = schema["$defs"]["table"]["properties"]["rows"]["items"]["required"]
    return [
        *paths,
        *((key, name) for key, of in inner.items() for name in schema["$defs"][of]["required"]),
        *(("table", "rows", name) for name in rows),
    ]


def _whole() -> dict[str, Any]:
    """An answer in which no list is empty, as JSON."""
    answer = replace(NUMBER, table=TABLE.table, parts=CLAIM.parts, near_misses=REFUSAL.near_misses)
    return to_dict(answer)


def _without(answer: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """The answer without the key at ``path``; in a list, that of its first member."""
    left = deepcopy(answer)
    inside: Any = left
    for step in path[:-1]:
        inside = inside[step]
        inside = inside[0] if isinstance(inside, list) else inside
    del inside[path[-1]]
    return left


def test_the_schema_is_valid_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_as_json_is_what_the_schema_says(name: str) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_dict(ANSWERS[name]))))


def test_the_agreed_keys_are_all_required() -> None:
    assert KEYS - set(SCHEMA["required"]) == set()


def test_the_schema_knows_every_key_that_is_written() -> None:
    answer = _whole()
    assert set(SCHEMA["properties"]) == set(SCHEMA["required"]) == set(answer)
    for key, of in {"lock": "lock", "scope": "scope", "table": "table"}.items():
        assert set(SCHEMA["$defs"][of]["required"]) == set(answer[key])
    for key, of in {"citations": "citation", "parts": "part", "passages": "passage"}.items():
        assert set(SCHEMA["$defs"][of]["required"]) == set(answer[key][0])


def test_kinds_verdicts_and_authors_are_those_of_the_types() -> None:
    fields = SCHEMA["properties"]
    assert set(fields["kind"]["enum"]) == set(get_args(AnswerKind))
    assert set(fields["verdict"]["enum"]) == {*get_args(Verdict), None}
    assert set(fields["author"]["enum"]) == set(get_args(Author))
    assert set(SCHEMA["$defs"]["verdict"]["enum"]) == set(get_args(Verdict))
    assert set(SCHEMA["$defs"]["error"]["enum"]) == {*ERRORS, None}


@pytest.mark.parametrize("path", _required_paths(SCHEMA), ids=".".join)
def test_a_missing_key_is_noticed(path: tuple[str, ...]) -> None:
    whole = _whole()
    VALIDATOR.validate(whole)
    with pytest.raises(ValidationError, match=r"is a required property|is not valid under any"):
        VALIDATOR.validate(_without(whole, path))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "poem"),
        ("verdict", "true"),
        ("error", "typo"),
        ("author", "person"),
        ("answered", "yes"),
        ("seconds", -1),
        ("certainty", 1.5),
        ("citations", None),
        ("answer", ""),
    ],
)
def test_a_value_of_the_wrong_sort_is_noticed(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**to_dict(NUMBER), key: value})


@pytest.mark.parametrize(
    ("key", "value"),
    [("reason", ""), ("kind", "number"), ("citations", to_dict(NUMBER)["citations"])],
    ids=["no-reason", "a-kind", "a-citation"],
)
def test_a_refusal_gives_a_reason_and_cites_nothing(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**to_dict(REFUSAL), key: value})


def test_every_field_is_described_and_may_be_joined_by_others() -> None:
    assert [key for key, field in SCHEMA["properties"].items() if not field["description"]] == []
    later = {**to_dict(NUMBER), "later": 1}
    later["lock"] = {**later["lock"], "later": 1}
    VALIDATOR.validate(later)
