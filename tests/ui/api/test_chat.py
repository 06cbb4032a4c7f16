"""``/v1`` as the real OpenAI client sees it, over the fakes."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import openai
import pytest
from openai.types.chat import ChatCompletionChunk

from rag.keys import with_key
from tests.ui.api.answering import Fakes, answering, bare, until
from tests.ui.fakes import CLAIM, REFUSAL, SIX, TABLE
from ui.api.doors import Doors
from ui.api.tokens import tokens
from ui.api.types import MAX_BODY_BYTES

TOKEN = "zw-" + "a" * 43
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def fakes(tmp_path_factory: pytest.TempPathFactory) -> Fakes:
    return Fakes(tmp_path_factory.mktemp("library") / "api.jsonl")


@pytest.fixture(scope="module")
def url(fakes: Fakes) -> Iterator[str]:
    with answering(bare(Doors(fakes.api(), loopback=True))) as found:
        yield found


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[openai.OpenAI]:
    http = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(
        base_url=f"{url}/v1", api_key="none", http_client=http, max_retries=0
    ) as made:
        yield made


def said(*texts: str) -> list[Any]:
    """A conversation: user, assistant, user …"""
    roles = ("user", "assistant")
    return [{"role": roles[at % 2], "content": text} for at, text in enumerate(texts)]


def extra(thing: object, name: str) -> Any:
    """A field that OpenAI's API does not have."""
    return getattr(thing, name)


def text_of(chunks: list[ChatCompletionChunk]) -> str:
    return "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)


def left_early(url: str, asked: object) -> None:
    """Asks, and is gone where nothing comes for a while."""
    there = f"{url}/v1/chat/completions"
    with httpx.stream("POST", there, json=asked, trust_env=False, timeout=0.4) as answer:
        answer.read()


def logged(fakes: Fakes) -> list[dict[str, Any]]:
    lines = fakes.log.read_text(encoding="utf-8").splitlines() if fakes.log.exists() else []
    return [json.loads(line) for line in lines]


def test_the_models_are_listed_and_each_can_be_asked_for(client: openai.OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert names == ["zhengwen", "zhengwen-extract"]
    assert client.models.retrieve("zhengwen").owned_by == "zhengwen"


def test_an_answer_comes_with_its_citations(client: openai.OpenAI) -> None:
    done = client.chat.completions.create(model="zhengwen", messages=said(SIX.question))
    message = done.choices[0].message
    assert (message.role, message.content) == ("assistant", SIX.answer)
    first = extra(done, "citations")[0]
    assert extra(message, "citations") == extra(done, "citations")
    assert (first["number"], first["text"]) == (1, SIX.citations[0].text)
    assert first["sha256"] == SIX.citations[0].sha256
    span = f"start={SIX.citations[0].start}&end={SIX.citations[0].end}"
    assert first["url"] == f"/?doc=%E4%BA%91%E6%B3%BD-2025.txt&{span}"
    beside = extra(done, "zhengwen")
    assert (beside["kind"], beside["answered"]) == ("enumeration", True)
    assert beside["suggestions"][0]["question"] == SIX.suggestions[0].question


@pytest.mark.parametrize("answer", [SIX, TABLE, CLAIM, REFUSAL], ids=lambda a: a.kind)
def test_a_stream_holds_what_the_whole_holds(client: openai.OpenAI, answer: Any) -> None:
    messages = said(answer.question)
    whole = client.chat.completions.create(model="zhengwen", messages=messages)
    chunks = list(
        client.chat.completions.create(
            model="zhengwen",
            messages=messages,
            stream=True,
            stream_options={"include_usage": True},
        )
    )
    *_, last, counted = chunks
    assert text_of(chunks) == whole.choices[0].message.content
    assert last.choices[0].finish_reason == "stop"
    assert extra(last, "citations") == extra(whole, "citations")
    assert extra(last.choices[0].delta, "citations") == extra(whole, "citations")
    assert extra(last, "zhengwen") == extra(whole, "zhengwen")
    assert counted.usage == whole.usage
    assert len({chunk.id for chunk in chunks}) == 1
    assert len([chunk for chunk in chunks if chunk.choices]) > 3


def test_the_accumulating_client_reads_a_stream(client: openai.OpenAI) -> None:
    messages = said(SIX.question)
    with client.chat.completions.stream(model="zhengwen", messages=messages) as stream:
        done = stream.get_final_completion()
    assert done.choices[0].message.content == SIX.answer


def test_a_table_is_shown_below_its_sentence(client: openai.OpenAI) -> None:
    done = client.chat.completions.create(model="zhengwen", messages=said(TABLE.question))
    lines = (done.choices[0].message.content or "").splitlines()
    assert lines[0] == TABLE.answer
    assert lines[2] == "| 地区 | 年份 | 地区生产总值增长目标 |"
    assert lines[4] == "| 云泽 | 2025 | 5.5%左右[1] |"
    assert lines[6] == "| 海陵 | 2026 | 未提及 |"


def test_the_conversation_before_the_question_is_handed_on(client: openai.OpenAI) -> None:
    messages = [
        {"role": "system", "content": "你是助手"},
        *said("甲是什么", "甲是乙", "我问过什么"),
    ]
    done = client.chat.completions.create(model="zhengwen", messages=messages)
    assert done.choices[0].message.content == "问过：甲是什么"


def test_the_model_says_who_is_to_write(client: openai.OpenAI, fakes: Fakes) -> None:
    for model, author in (("zhengwen", ""), ("zhengwen-extract", "extract")):
        client.chat.completions.create(model=model, messages=said(SIX.question))
        assert fakes.chain.asked[-1].author == author


def test_text_in_parts_is_read_and_what_we_cannot_heed_is_no_error(client: openai.OpenAI) -> None:
    parts: Any = [
        {
            "role": "user",
            "content": [{"type": "text", "text": CLAIM.question}],
        }
    ]
    done = client.chat.completions.create(
        model="zhengwen-extract", messages=parts, n=2, temperature=2, seed=1, extra_body={"x": {}}
    )
    assert [choice.message.content for choice in done.choices] == [CLAIM.answer]
    assert done.model == "zhengwen-extract"
    assert extra(done, "zhengwen")["verdict"] == "refuted"


def test_usage_is_counted(client: openai.OpenAI) -> None:
    done = client.chat.completions.create(model="zhengwen", messages=said(REFUSAL.question))
    assert done.usage is not None
    assert done.usage.prompt_tokens == tokens(REFUSAL.question)
    assert done.usage.completion_tokens == tokens(REFUSAL.answer)
    assert done.usage.total_tokens == tokens(REFUSAL.question) + tokens(REFUSAL.answer)


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"model": "gpt-4o", "messages": said("问")}, 404, "model_not_found"),
        ({"messages": said("问")}, 400, "missing_model"),
        ({"model": "zhengwen", "messages": []}, 400, "invalid_messages"),
        ({"model": "zhengwen"}, 400, "invalid_messages"),
        ({"model": "zhengwen", "messages": said("问", "答")}, 400, "invalid_messages"),
        (
            {"model": "zhengwen", "messages": [{"role": "boss", "content": "问"}]},
            400,
            "invalid_role",
        ),
        (
            {"model": "zhengwen", "messages": [{"role": ["user"], "content": "问"}]},
            400,
            "invalid_role",
        ),
        ({"model": "zhengwen", "messages": ["问"]}, 400, "invalid_messages"),
        ({"model": "zhengwen", "messages": said("　")}, 400, "empty_question"),
        ({"model": "zhengwen", "messages": said("问" * 5001)}, 400, "context_length_exceeded"),
        (
            {
                "model": "zhengwen",
                "messages": [{"role": "user", "content": [{"type": "image_url"}]}],
            },
            400,
            "invalid_content",
        ),
        ([], 400, "invalid_json"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(
    url: str, asked: Any, status: int, code: str
) -> None:
    done = httpx.post(f"{url}/v1/chat/completions", json=asked, trust_env=False)
    error = done.json()["error"]
    assert (done.status_code, error["code"]) == (status, code)
    assert error["type"] == "invalid_request_error"
    assert error["message"]


def test_what_is_no_json_or_far_too_long_is_refused(url: str) -> None:
    there = f"{url}/v1/chat/completions"
    for body in (b"{", b"[" * 100_000, b"\xff"):
        done = httpx.post(there, content=body, trust_env=False)
        assert (done.status_code, done.json()["error"]["code"]) == (400, "invalid_json")
    done = httpx.post(there, content=b" " * (MAX_BODY_BYTES + 1), trust_env=False)
    assert (done.status_code, done.json()["error"]["code"]) == (413, "request_too_large")


def test_a_door_that_is_not_there_is_told_in_json(url: str) -> None:
    done = httpx.post(f"{url}/v1/embeddings", json={}, trust_env=False)
    assert (done.status_code, done.json()["error"]["code"]) == (404, "unknown_url")
    done = httpx.get(f"{url}/v1/chat/completions", trust_env=False)
    assert (done.status_code, done.json()["error"]["code"]) == (405, "unknown_url")


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_a_library_that_cannot_answer_and_a_bug_have_a_status_of_their_own(
    client: openai.OpenAI, stream: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(openai.InternalServerError, match="索引还没有建好") as away:
        client.chat.completions.create(model="zhengwen", messages=said("坏"), stream=stream)
    assert away.value.status_code == 503
    with pytest.raises(openai.InternalServerError, match="服务器出错") as broken:
        client.chat.completions.create(model="zhengwen", messages=said("崩"), stream=stream)
    assert broken.value.status_code == 500
    assert "a bug" in caplog.text


def test_an_answer_that_breaks_off_ends_in_an_error(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(model="zhengwen", messages=said("断"), stream=True)
    with pytest.raises(openai.APIError, match="文件不见了"):
        list(stream)


def test_an_answer_that_takes_another_turn_is_given_again(client: openai.OpenAI) -> None:
    asked = said("改")
    whole = client.chat.completions.create(model="zhengwen", messages=asked)
    chunks = list(client.chat.completions.create(model="zhengwen", messages=asked, stream=True))
    assert whole.choices[0].message.content == SIX.answer
    assert text_of(chunks) == f"先这样说\n\n（以上作废，以下为准。）\n\n{SIX.answer}"


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_who_goes_away_ends_the_work(url: str, fakes: Fakes, stream: bool) -> None:
    fakes.chain.ended.clear()
    before = len(logged(fakes))
    with pytest.raises(httpx.ReadTimeout):
        left_early(url, {"model": "zhengwen", "messages": said("慢"), "stream": stream})
    assert fakes.chain.ended.wait(5)
    until(lambda: len(logged(fakes)) > before)
    assert (logged(fakes)[-1]["asked"], logged(fakes)[-1]["outcome"]) == ("慢", "gone")


def test_each_use_is_noted(client: openai.OpenAI, fakes: Fakes) -> None:
    client.chat.completions.create(model="zhengwen", messages=said(SIX.question))
    last = logged(fakes)[-1]
    assert (last["key"], last["door"], last["asked"]) == ("", "chat", SIX.question)
    assert last["outcome"] == "answered"
    assert [cited["start"] for cited in last["sources"]] == [c.start for c in SIX.citations]


def test_where_there_are_keys_one_is_needed(url: str, client: openai.OpenAI, fakes: Fakes) -> None:
    fakes.keys = with_key((), "办公室", TOKEN, datetime(2026, 3, 1, tzinfo=UTC))
    try:
        with pytest.raises(openai.AuthenticationError, match="密钥不对") as refused:
            client.models.list()
        assert refused.value.code == "invalid_api_key"
        done = httpx.get(f"{url}/v1/models", trust_env=False)
        assert (done.status_code, done.json()["error"]["code"]) == (401, "missing_api_key")
        held = client.with_options(api_key=TOKEN)
        held.chat.completions.create(model="zhengwen", messages=said(SIX.question))
        assert logged(fakes)[-1]["key"] == "办公室"
    finally:
        fakes.keys = None


def test_a_page_from_elsewhere_is_not_let_in(url: str) -> None:
    for headers, status in (
        ({"Host": "evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": url}, 200),
        ({"X-Forwarded-For": "127.0.0.1"}, 403),
    ):
        done = httpx.get(f"{url}/v1/models", headers=headers, trust_env=False)
        assert done.status_code == status
        assert "access-control-allow-origin" not in done.headers
