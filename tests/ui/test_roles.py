"""Who may do what."""

from rag.users.roles import may
from ui.roles import needed, needs


class Page:
    def look(self) -> None: ...

    @needs("admin")
    def remove(self) -> None: ...


def test_a_handler_needs_what_it_is_marked_with() -> None:
    assert needed(Page().look) == "reader"
    assert needed(Page().remove) == "admin"


def test_a_role_may_do_what_those_below_it_may() -> None:
    assert may("admin", "reader")
    assert may("editor", "editor")
    assert not may("reader", "editor")
