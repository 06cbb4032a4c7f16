"""Questions and conversations from JSON, answers to JSON."""

import json

import pytest
from jsonschema import Draft202012Validator

from corpus.errors import UserError
from rag.chain import Chain
from rag.json import question_of, to_dict, turns
from rag.types import Question, Turn
from tests.rag.library import ask
from tests.rag.test_schema import SCHEMA

KEYS = [
    *("id", "question", "resolved", "kind", "answered", "reason", "verdict", "answer"),
    *("citations", "table", "problems", "error", "parts", "suggestions", "near_misses"),
    *("lock", "author", "usage", "scope", "passages", "certainty", "seconds"),
]
QUESTIONS = {
    "number": "浙江2026年城镇新增就业目标是多少？",
    "compare": "浙江和江苏2026年GDP增长目标谁高？",
    "table": "各省2026年城镇新增就业目标是多少",
    "claim": "浙江2026年城镇新增就业目标为115万人以上。",
    "no-evidence": "浙江2026年要新建三座核聚变电站。",
    "mention": "新质生产力",
    "wording": "浙江2026年报告比2025年有哪些新提法",
    "refusal": "浙江2019年增长目标是多少",
    "interview": "谁说要种好早稻",
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_real_answers_are_what_the_schema_says(name: str, chain: Chain) -> None:
    told = json.loads(json.dumps(to_dict(ask(chain, QUESTIONS[name])), ensure_ascii=False))
    Draft202012Validator(SCHEMA).validate(told)
    assert list(told) == KEYS


def test_a_line_becomes_a_question() -> None:
    line = '{"id": 7, "question": "那江苏呢？", "history": [{"role": "user", "content": "浙江？"}]}'
    assert question_of(line, "q.jsonl:1") == Question(
        "那江苏呢？", (Turn("user", "浙江？"),), id="7"
    )
    assert question_of('{"question": "就业？", "id": null, "more": 1}', "") == Question("就业？")
    assert question_of('{"question": "就业？", "history": null}', "") == Question("就业？")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "就业？",
        '"就业？"',
        "[1]",
        "12",
        "null",
        "{}",
        '{"id": "1"}',
        '{"question": null}',
        '{"question": ["就业"]}',
        '{"question": "就业？", "history": "昨天"}',
        '{"question": "就业？", "history": {"role": "user"}}',
        '{"question": "就业？", "history": [{"role": "user"}]}',
        '{"question": "就业？", "history": [{"role": "system", "content": "x"}]}',
        "[" * 100_000,
    ],
    ids=[str(n) for n in range(16)],
)
def test_a_malformed_line_is_named_with_its_file_and_number(line: str) -> None:
    with pytest.raises(UserError, match=r"^q\.jsonl:12 "):
        question_of(line, "q.jsonl:12")


def test_the_missing_field_is_named() -> None:
    with pytest.raises(UserError, match=r"^q\.jsonl:3 缺少字段 question。$"):
        question_of('{"id": "1"}', "q.jsonl:3")


def test_turns_are_read_from_a_list() -> None:
    said = [{"role": "user", "content": "问"}, {"role": "assistant", "content": "答"}]
    assert turns(said) == (Turn("user", "问"), Turn("assistant", "答"))
    assert turns([]) == ()


@pytest.mark.parametrize("history", ["问", {"role": "user"}, [1], [[]], None], ids=list("abcde"))
def test_what_is_no_list_of_turns_is_told(history: object) -> None:
    with pytest.raises(UserError, match="role"):
        turns(history)
    with pytest.raises(UserError, match=r"^past\.json "):
        turns(history, "past.json")
