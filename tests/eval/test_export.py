"""A run in the format of other tools."""

import json

from eval.export import EXPORTS, ragas
from tests.eval.answers import QUOTE, REFUSAL, answer, result, retrieved


def test_ragas_reads_a_sample_a_line() -> None:
    told = answer(passages=(retrieved(QUOTE), retrieved("别的\u2028话。")))
    lines = list(ragas([result("a", told), result("b", REFUSAL, evidence=(), answer="")]))
    assert [json.loads(line) for line in lines] == [
        {
            "user_input": "江苏就业目标？",
            "response": "城镇新增就业118万人以上[1]。",
            "retrieved_contexts": [QUOTE, "别的\u2028话。"],
            "reference": "118万人以上",
            "reference_contexts": [QUOTE],
        },
        {
            "user_input": "江苏就业目标？",
            "response": "没有，无法回答。",
            "retrieved_contexts": [],
            "reference": "",
            "reference_contexts": [],
        },
    ]
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_a_question_without_an_answer_is_a_sample_too() -> None:
    [line] = ragas([result("a", None, "问题太长。")])
    sample = json.loads(line)
    assert (sample["response"], sample["retrieved_contexts"]) == ("", [])
    assert sample["reference"] == "118万人以上"


def test_an_export_is_found_by_its_name() -> None:
    assert EXPORTS["ragas"] is ragas
