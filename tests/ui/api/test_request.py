"""A request for a completion as it is read."""

import json
from typing import Any

import pytest

from rag.types import Turn
from ui.api.errors import ApiError
from ui.api.request import Asked, read
from ui.api.tokens import tokens


def asked(messages: object, **fields: Any) -> Asked:
    return read(json.dumps({"model": "zhengwen", "messages": messages, **fields}).encode())


def user(content: object) -> dict[str, object]:
    return {"role": "user", "content": content}


def test_the_last_message_is_the_question_and_the_others_are_the_conversation() -> None:
    found = asked(
        [
            {"role": "system", "content": "简短些"},
            user("云泽的GDP目标"),
            {"role": "assistant", "content": "5.5%[1]。"},
            {"role": "assistant", "content": None, "tool_calls": []},
            {"role": "tool", "content": "{}"},
            user(" 那2026年呢 "),
        ]
    )
    assert found.question.text == "那2026年呢"
    assert found.question.history == (
        Turn("user", "云泽的GDP目标"),
        Turn("assistant", "5.5%[1]。"),
    )
    assert not found.stream


def test_parts_of_text_are_joined() -> None:
    parts = [{"type": "text", "text": "云泽的"}, {"type": "input_text", "text": "目标"}]
    assert asked([user(parts)]).question.text == "云泽的\n目标"


def test_a_long_conversation_is_remembered_in_part() -> None:
    found = asked([*(user(str(n)) for n in range(100)), user("问")])
    assert [turn.content for turn in found.question.history] == [str(n) for n in range(60, 100)]


@pytest.mark.parametrize(
    "content",
    [None, 5, [], {}, [5], [{"type": "text"}], [{"type": "text", "text": 5}], [{"type": ["text"]}]],
)
def test_what_is_no_text_is_refused(content: object) -> None:
    with pytest.raises(ApiError, match=r"messages\[0\]\.content") as refused:
        asked([user(content)])
    assert (refused.value.status, refused.value.param) == (400, "messages[0].content")


@pytest.mark.parametrize("options", [None, 5, {}, {"include_usage": "yes"}])
def test_options_of_another_type_are_passed_over(options: object) -> None:
    found = asked([user("问")], stream="yes", stream_options=options)
    assert (found.stream, found.include_usage) == (False, False)


def test_half_a_character_does_no_harm() -> None:
    assert asked([user("目标\ud800是多少")]).question.text == "目标是多少"


def test_tokens_are_characters_of_chinese_and_words_of_the_rest() -> None:
    assert tokens("") == 0
    assert tokens("增长5.5%左右。") == len(["增", "长", "5", ".", "5", "%", "左", "右", "。"])
    assert tokens("GDP growth 𠮷年") == len(["GDP", "growth", "𠮷", "年"])
