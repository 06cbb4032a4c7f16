"""Events are called without the page, as anybody can who knows Gradio: each role gets its own."""

import json

import pytest

from rag import audit
from tests.ui.users.guarded import House, call, upload
from ui.users import words
from ui.users.watch import paths

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("reader", {"peek"}),
        ("editor", {"peek", "change"}),
        ("admin", {"peek", "change", "rule"}),
    ],
)
def test_a_role_may_call_what_it_needs_to_and_no_more(
    name: str, allowed: set[str], house: House
) -> None:
    client = house.visitor(name)
    for handler in ("peek", "change", "rule"):
        status, said = call(client, house.number(handler), "it", visit=name)
        assert (status == 200) is (handler in allowed), said
        assert (words.NOT_ALLOWED in said) is (handler not in allowed)


def test_a_handler_knows_who_called_it(house: House) -> None:
    for name in ("reader", "editor"):
        said = call(house.visitor(name), house.number("peek"), "it", visit=f"who-{name}")[1]
        assert f"peeked it as {name}" in said


def test_nobody_may_call_anything(house: House) -> None:
    client = house.visitor()
    for event in house.events:
        status, said = call(client, event.number, "it")
        assert (status, said) == (401, words.NOT_SIGNED_IN)
    for path in ("queue/join", "call/change", "upload", "cancel"):
        assert client.post(f"/gradio_api/{path}", json={}).status_code == 401
    for path in ("config", "gradio_api/info", "gradio_api/queue/data?session_hash=v"):
        assert client.get(f"/{path}").status_code == 401


def test_the_reader_is_refused_every_event_of_the_page_that_needs_more(house: House) -> None:
    client = house.visitor("reader")
    marked = [event for event in house.events if event.role != "reader"]
    assert {"change", "rule", "evaluate", "follow", "take"} <= {event.handler for event in marked}
    for event in marked:
        if not event.queued:
            assert words.NOT_ALLOWED in call(client, event.number, "it", visit="marked")[1]


@pytest.mark.parametrize("name", ["reader", "editor"])
def test_the_queue_is_no_way_round(name: str, house: House) -> None:
    client = house.visitor(name)
    at = house.number("change", queued=True)
    body = {"fn_index": at, "data": ["it"], "session_hash": f"queue-{name}"}
    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    lines = client.get(f"/gradio_api/queue/data?session_hash=queue-{name}").text.splitlines()
    told = [json.loads(line.removeprefix("data: ")) for line in lines if line]
    done = next(one for one in told if one["msg"] == "process_completed")
    assert done["success"] is (name == "editor")
    assert (words.NOT_ALLOWED in str(done)) is (name == "reader")


def test_nobody_reads_what_another_uploaded(house: House) -> None:
    hers, his = house.visitor("editor"), house.visitor("reader")
    path = upload(hers, "hers alone")
    given = {"path": path, "meta": {"_type": "gradio.FileData"}}
    read = house.number("read")
    assert "hers alone" in call(hers, read, given, visit="hers")[1]
    status, said = call(his, read, given, visit="his")
    assert (status, words.NOT_YOURS in said, "hers alone" in said) == (500, True, False)
    for client in (hers, his):
        for form in ("file=", "file/"):
            assert client.get(f"/gradio_api/{form}{path}").status_code == 404


def test_nobody_joins_the_visit_of_another(house: House) -> None:
    hers, his = house.visitor("editor"), house.visitor("reader")
    peek = house.number("peek")
    assert call(hers, peek, "it", visit="private")[0] == 200
    assert words.NOT_YOURS in call(his, peek, "it", visit="private")[1]
    listened = his.get("/gradio_api/queue/data?session_hash=private")
    assert (listened.status_code, listened.text) == (403, words.NOT_YOURS)
    assert his.get("/gradio_api/heartbeat/private").status_code == 403


def test_changes_and_refusals_are_noted(house: House) -> None:
    call(house.visitor("editor"), house.number("change"), "it", visit="noted-1")
    call(house.visitor("reader"), house.number("change"), "it", visit="noted-2")
    done = {(act.user, act.did, act.what) for act in audit.acts(house.home)}
    assert {("editor", "change", ""), ("reader", "refused", "change")} <= done


def test_files_are_found_however_deep() -> None:
    assert list(paths([{"path": "a"}, [{"b": {"path": "c"}}], "d", None])) == ["a", "c"]
