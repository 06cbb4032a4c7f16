"""The sign-in page as HTML."""

import pytest

from rag.users.present import Person
from ui.header import header
from ui.users.sign_in import sign_in, within

EVIL = '"><script>evil()</script>'


def test_what_was_typed_is_shown_as_text() -> None:
    shown = sign_in("zh", f"/?q={EVIL}", "错", EVIL)
    assert "<script>evil" not in shown
    assert 'role="alert">错<' in shown


def test_nothing_is_loaded_from_outside() -> None:
    shown = sign_in("en", "/")
    assert "http" not in shown
    assert "src=" not in shown
    assert 'lang="en"' in shown


@pytest.mark.parametrize(
    ("path", "safe"),
    [("/?q=a", "/?q=a"), ("//x", "/"), ("x", "/"), ("", "/"), ("/\n", "/"), ("/logout", "/")],
    ids=["deep", "host", "relative", "empty", "control", "logout"],
)
def test_one_is_led_on_only_within_this_server(path: str, safe: str) -> None:
    assert within(path) == safe


def test_the_head_names_who_is_signed_in_and_offers_the_way_out() -> None:
    head = header("zh", Person("<王芳>", "editor"))
    assert "&lt;王芳&gt;（编辑）" in head
    assert 'data-role="editor"' in head
    assert 'action="/logout"' in head
    assert "/logout" not in header("zh")
