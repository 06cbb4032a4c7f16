"""Who is let in, and what the others are told."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.errors import UserError
from rag.keys import Keys, new_token, with_key
from ui.api.errors import ApiError
from ui.api.gate import Gate, Knock, caller

TOKEN = new_token()
HELD = with_key((), "办公室", TOKEN, datetime(2026, 3, 1, tzinfo=UTC))
HERE = {"host": "127.0.0.1:7860"}


def refused(client: str, headers: Mapping[str, str], keys: Keys | None, loopback: bool) -> str:
    """The code with which a request is refused; empty where it is let in."""
    try:
        caller(Knock(client, headers), keys, loopback)
    except ApiError as error:
        return error.code or ""
    return ""


@pytest.mark.parametrize(
    ("client", "headers", "loopback", "code"),
    [
        ("127.0.0.1", HERE, True, ""),
        ("::1", {"host": "[::1]:7860"}, True, ""),
        ("127.0.0.1", {"host": "localhost"}, True, ""),
        ("127.0.0.1", HERE | {"origin": "http://127.0.0.1:7860"}, True, ""),
        ("127.0.0.1", HERE, False, "no_keys"),
        ("10.0.0.7", HERE, True, "no_keys"),
        ("", HERE, True, "no_keys"),
        ("127.0.0.1", HERE | {"x-forwarded-for": "127.0.0.1"}, True, "no_keys"),
        ("127.0.0.1", {"host": "evil.example:7860"}, True, "unknown_host"),
        ("127.0.0.1", {"host": "127.0.0.1.evil.example"}, True, "unknown_host"),
        ("127.0.0.1", {"host": "localhost@evil.example"}, True, "unknown_host"),
        ("127.0.0.1", {"host": "[::1"}, True, "unknown_host"),
        ("127.0.0.1", {}, True, "unknown_host"),
        ("127.0.0.1", HERE | {"origin": "http://localhost:3000"}, True, "foreign_origin"),
        ("127.0.0.1", HERE | {"origin": "null"}, True, "foreign_origin"),
        ("127.0.0.1", HERE | {"origin": ""}, True, "foreign_origin"),
        ("127.0.0.1", HERE | {"origin": "http://[::1"}, True, "foreign_origin"),
    ],
)
def test_without_keys_only_this_machine_is_let_in(
    client: str, headers: dict[str, str], loopback: bool, code: str
) -> None:
    assert refused(client, headers, None, loopback) == code


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_key_lets_in_from_anywhere(scheme: str) -> None:
    knock = Knock("10.0.0.7", {"host": "wen.example", "authorization": f"{scheme} {TOKEN}"})
    assert caller(knock, HELD, loopback=False) == "办公室"


@pytest.mark.parametrize(
    ("authorization", "keys", "code"),
    [
        ("", HELD, "missing_api_key"),
        ("Bearer", HELD, "missing_api_key"),
        (f"Basic {TOKEN}", HELD, "missing_api_key"),
        (f"Bearer {TOKEN}x", HELD, "invalid_api_key"),
        (f"Bearer {HELD[0].sha256}", HELD, "invalid_api_key"),
        (f"Bearer {TOKEN}", (), "invalid_api_key"),
    ],
    ids=["none", "empty", "basic", "wrong", "hash", "all-removed"],
)
def test_where_keys_were_made_nobody_is_let_in_without(
    authorization: str, keys: Keys, code: str
) -> None:
    headers = HERE | {"authorization": authorization}
    assert refused("127.0.0.1", headers, keys, loopback=True) == code


def test_a_file_of_keys_that_cannot_be_read_lets_nobody_in() -> None:
    def keys() -> Keys | None:
        raise UserError("/home/li/keys.json 读不懂。")

    client = TestClient(Gate(Starlette(), keys, loopback=True), client=("127.0.0.1", 1))
    got = client.get("/", headers=HERE)
    assert got.status_code == 503
    assert "/home" not in got.text
