"""The sign-in as a browser and as an attacker meet it."""

from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from rag import audit
from rag.users import file
from rag.users.password import hashed
from tests.ui.users.guarded import PASSWORD, WHEN, House, people
from ui.users import words
from ui.users.entry import COOKIE, Entry
from ui.users.guests import Guests, guests

BASE = "http://127.0.0.1:7860"


def visitor(app: ASGIApp, name: str = "", address: str = "10.0.0.1") -> TestClient:
    """A browser of someone, signed in where a name is given."""
    client = TestClient(app, base_url=BASE, client=(address, 5000), follow_redirects=False)
    if name:
        assert enter(client, name, PASSWORD) == 303
    return client


def enter(client: TestClient, name: str, password: str) -> int:
    """The status of an attempt to sign in."""
    form = {"name": name, "password": password}
    return client.post("/login", data=form, headers={"origin": BASE}).status_code


@pytest.fixture
def known(tmp_path: Path) -> Guests:
    return guests(people(tmp_path), tmp_path, 30)


@pytest.fixture
def app(known: Guests) -> Entry:
    return Entry(PlainTextResponse("inside"), known)


def test_who_opens_the_page_is_led_to_the_sign_in_and_back(app: Entry) -> None:
    client = visitor(app)
    asked = client.get("/?q=a&doc=b", headers={"accept": "text/html"})
    assert (asked.status_code, asked.headers["location"]) == (
        303,
        "/login?next=%2F%3Fq%3Da%26doc%3Db",
    )
    shown = client.get(asked.headers["location"]).text
    assert 'name="next" value="/?q=a&amp;doc=b"' in shown
    form = {"name": "reader", "password": PASSWORD, "next": "/?q=a&doc=b"}
    done = client.post("/login", data=form, headers={"origin": BASE})
    assert (done.status_code, done.headers["location"]) == (303, "/?q=a&doc=b")
    assert client.get("/").text == "inside"


def test_the_cookie_is_out_of_reach_and_secure_where_it_can_be(app: Entry) -> None:
    for base, secure in ((BASE, False), ("https://wen.example", True)):
        client = TestClient(app, base_url=base, follow_redirects=False)
        answer = client.post("/login", data={"name": "reader", "password": PASSWORD})
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert ("Secure" in cookie) is secure
        assert "Max-Age" not in cookie


@pytest.mark.parametrize(("name", "password"), [("reader", "wrong"), ("ghost", PASSWORD)])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(
    name: str, password: str, app: Entry
) -> None:
    client = visitor(app)
    answer = client.post("/login", data={"name": name, "password": password, "lang": "en"})
    assert answer.status_code == 401
    assert words.wrong("en") in answer.text
    assert COOKIE not in client.cookies


def test_after_some_failures_even_the_right_password_has_to_wait(app: Entry) -> None:
    client = visitor(app)
    assert [enter(client, "reader", "wrong") for _ in range(5)] == [401] * 5
    answer = client.post("/login", data={"name": "reader", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) in (1, 2)
    assert enter(visitor(app, address="10.0.0.2"), "reader", PASSWORD) == 429
    assert enter(visitor(app, address="10.0.0.2"), "editor", PASSWORD) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://[::1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=["origin", "null", "broken", "cross-site", "same-site"],
)
def test_another_page_can_post_nothing(headers: dict[str, str], app: Entry) -> None:
    client = visitor(app, "reader")
    form = {"name": "reader", "password": PASSWORD}
    for path in ("/login", "/logout", "/gradio_api/queue/join", "/v1/chat/completions"):
        assert client.post(path, data=form, headers=headers).status_code == 403
    assert client.get("/").text == "inside"


def test_who_signs_out_is_out_also_with_the_old_token(app: Entry) -> None:
    client = visitor(app, "reader")
    token = client.cookies[COOKIE]
    assert client.get("/logout").headers["location"] == "/"
    assert client.get("/").text == "inside"
    assert client.post("/logout", headers={"origin": BASE}).headers["location"] == "/login"
    client.cookies.set(COOKIE, token)
    assert client.get("/").status_code == 401


def test_a_new_password_or_a_removal_ends_what_was_begun(known: Guests, app: Entry) -> None:
    reader, editor = visitor(app, "reader"), visitor(app, "editor")
    users = file.load(known.path) or ()
    users = file.with_password(users, "reader", hashed("another password"), WHEN)
    file.save(known.path, file.without(users, "editor"))
    assert [client.get("/").status_code for client in (reader, editor)] == [401, 401]


def test_a_file_that_makes_no_sense_lets_nobody_in(known: Guests, app: Entry) -> None:
    client = visitor(app, "reader")
    known.path.write_text("{", encoding="utf-8")
    assert client.get("/").status_code == 503
    assert enter(client, "reader", PASSWORD) == 503
    known.path.unlink()
    assert client.get("/").status_code == 401


def test_a_form_of_any_size_is_not_read(app: Entry) -> None:
    assert enter(visitor(app), "reader", "x" * 30_000) == 413


@pytest.mark.parametrize("onward", ["//evil.example", "https://evil.example", "/\\evil", "/login"])
def test_one_is_led_nowhere_else(onward: str, app: Entry) -> None:
    form = {"name": "reader", "password": PASSWORD, "next": onward}
    assert visitor(app).post("/login", data=form).headers["location"] == "/"


def test_coming_going_and_failing_are_noted_without_secrets(known: Guests, app: Entry) -> None:
    client = visitor(app, "reader")
    client.post("/logout")
    enter(client, "reader", "not the password")
    enter(client, "my secret typed as name", "x")
    assert known.home
    done = [(act.user, act.did, act.what) for act in audit.acts(known.home)]
    assert done == [
        ("reader", "signed_in", "10.0.0.1"),
        ("reader", "signed_out", "10.0.0.1"),
        ("reader", "sign_in_failed", "10.0.0.1"),
        ("?", "sign_in_failed", "10.0.0.1"),
    ]
    text = (known.home / audit.FILE).read_text(encoding="utf-8")
    assert "not the password" not in text
    assert PASSWORD not in text


@pytest.mark.slow
def test_programs_need_a_key_or_a_session(house: House) -> None:
    bare, signed = house.visitor(), house.visitor("reader")
    assert bare.get("/v1/models").status_code == 401
    assert bare.get("/v1/models", headers={"authorization": "Bearer x"}).status_code == 401
    key = {"authorization": f"Bearer {house.token}"}
    assert bare.get("/v1/models", headers=key).status_code == 200
    elsewhere = {**key, "origin": "https://chat.example"}
    assert bare.post("/v1/chat/completions", json={}, headers=elsewhere).status_code == 400
    assert bare.get("/mcp").status_code == 401
    assert signed.get("/v1/models").status_code == 200
    assert bare.get("/", headers=key).status_code == 401
