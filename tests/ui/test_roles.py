"""Who may do what."""

from rag.users.roles import may
from ui.roles import is_noted, needed, needs


class Page:
    def look(self) -> None: ...

    @needs("admin")
    def remove(self) -> None: ...

    @needs("admin", noted=False)
    def report(self) -> None: ...


def test_a_handler_needs_what_it_is_marked_with() -> None:
    assert needed(Page().look) == "reader"
    assert needed(Page().remove) == "admin"


def test_a_role_may_do_what_those_below_it_may() -> None:
    assert may("admin", "reader")
    assert may("editor", "editor")
    assert not may("reader", "editor")


def test_what_only_shows_something_is_not_noted() -> None:
    assert not is_noted(Page().look)
    assert is_noted(Page().remove)
    assert not is_noted(Page().report)
    assert needed(Page().report) == "admin"
