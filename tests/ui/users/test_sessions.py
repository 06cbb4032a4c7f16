"""Sessions end, and failures are waited for: with a clock that is set by hand."""

import pytest

from ui.users.failures import FREE, LONGEST_SECONDS, Failures
from ui.users.sessions import ABSOLUTE_SECONDS, Sessions


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_session_ends_when_it_is_idle_and_not_while_it_is_used() -> None:
    clock = Clock()
    sessions = Sessions(60.0, clock)
    token = sessions.begin("li", "hash")
    for _ in range(5):
        clock.now += 59
        assert sessions.find(token)
    clock.now += 60
    assert sessions.find(token) is None
    clock.now -= 60
    assert sessions.find(token) is None


def test_a_session_ends_however_busy_it_is() -> None:
    clock = Clock()
    sessions = Sessions(ABSOLUTE_SECONDS, clock)
    token = sessions.begin("li", "hash")
    clock.now += ABSOLUTE_SECONDS - 1
    assert sessions.find(token)
    clock.now += 1
    assert sessions.find(token) is None


def test_no_token_is_like_another() -> None:
    sessions = Sessions(60.0, Clock())
    assert len({sessions.begin("li", "hash") for _ in range(100)}) == 100
    assert sessions.find("") is None


def test_each_further_failure_doubles_the_wait_up_to_a_bound() -> None:
    clock = Clock()
    failures = Failures(clock)
    waits = []
    for _ in range(20):
        wait = failures.attempt("li", "")
        waits.append(wait)
        clock.now += wait
        if wait:
            assert failures.attempt("li", "") == 0
    assert waits[:FREE] == [0] * FREE
    assert waits[FREE : FREE + 4] == [2, 4, 8, 16]
    assert waits[-1] == LONGEST_SECONDS


@pytest.mark.parametrize(("name", "address"), [("li", "elsewhere"), ("wu", "here")])
def test_the_name_and_the_address_are_each_held_up(name: str, address: str) -> None:
    failures = Failures(Clock())
    for _ in range(FREE):
        assert failures.attempt("li", "here") == 0
    assert failures.attempt(name, address) == 2
    assert failures.attempt("wu", "elsewhere") == 0


def test_who_gets_in_starts_afresh_and_old_failures_are_forgotten() -> None:
    clock = Clock()
    failures = Failures(clock)
    for _ in range(FREE):
        failures.attempt("li", "here")
    clock.now += 4000
    assert failures.attempt("li", "here") == 0
    for _ in range(FREE * 2):
        assert failures.attempt("wu", "there") == 0
        failures.forget("wu", "there")
