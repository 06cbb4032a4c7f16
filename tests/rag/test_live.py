"""The chain over a library that changes: what it answers after a change, and while one is made."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.corrections import checked
from corpus.errors import UserError
from index.build import build
from index.edit import correct, remove
from index.embedders import encoder
from rag.chain import Chain, open_chain
from rag.live import Live
from rag.proofread.desk import desk
from rag.types import Question
from tests.rag.library import TODAY, written

YUNXI = (
    "政府工作报告\n——2026年1月14日在云溪县第十届人民代表大会第五次会议上\n县长 林远\n各位代表：\n"
    "二、2026年工作安排\n今年地区生产总值增长5.5%左右，新修农村公路118公里。\n"
)
HAILING = YUNXI.replace("云溪", "海陵").replace("118", "236")
ASKED = "2026年海陵县新修农村公路多少公里？"


class Opening:
    """Opens chains; keeps how many, and can be made to wait or to fail."""

    def __init__(self) -> None:
        self.count = 0
        self.fails = False
        self.begun, self.goes_on = threading.Event(), threading.Event()
        self.goes_on.set()

    def __call__(self, home: Path) -> Chain:
        self.count += 1
        self.begun.set()
        assert self.goes_on.wait(10)
        if self.fails:
            raise UserError("打不开")
        return open_chain(home, TODAY)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    build([written(tmp_path / "library", {"云溪.txt": YUNXI})], tmp_path / "home", encoder())
    return tmp_path / "home"


@pytest.fixture
def opening() -> Opening:
    return Opening()


@pytest.fixture
def live(home: Path, opening: Opening) -> Live:
    return Live(lambda: home, opening)


def add(home: Path) -> None:
    """A second report is indexed, as the command line does it."""
    build([written(home.parent / "more", {"海陵.txt": HAILING})], home, encoder())


def sources(live: Live) -> list[str]:
    return [entry.source for entry in live.entries()]


def test_what_is_added_is_answered_at_once(home: Path, live: Live) -> None:
    assert "236公里" not in live.invoke(Question(ASKED)).answer
    add(home)
    assert "236公里" in live.invoke(Question(ASKED)).answer
    assert sources(live) == ["云溪.txt", "海陵.txt"]
    assert live.document("海陵.txt").text.startswith("政府工作报告")
    assert "海陵" in live.known.places


def test_what_is_corrected_or_removed_is_so_at_once(home: Path, live: Live) -> None:
    correct(home, "云溪.txt", checked({"place": "云泽县"}))
    assert [entry.identity.place for entry in live.entries()] == ["云泽县"]
    add(home)
    remove(home, ["云溪.txt"])
    assert sources(live) == ["海陵.txt"]
    with pytest.raises(UserError, match="文库里没有 云溪"):
        live.document("云溪.txt")


def test_an_index_that_stays_is_opened_once(live: Live, opening: Opening) -> None:
    for _ in range(3):
        live.entries()
        live.ask(Question(ASKED))
    assert opening.count == 1


def test_an_answer_ends_on_the_index_on_which_it_began(home: Path, live: Live) -> None:
    before = live.now()
    running: Iterator[object] = live.stream(Question("云溪县2026年GDP增长目标是多少？"))
    next(running)
    add(home)
    remove(home, ["云溪.txt"])
    assert sources(live) == ["海陵.txt"]
    *_, last = running
    assert "5.5%" in str(last)
    assert before.document("云溪.txt").text
    assert live.now() is not before


def test_while_one_opens_the_new_index_others_are_answered_from_the_old(
    home: Path, live: Live, opening: Opening
) -> None:
    add(home)
    opening.begun.clear()
    opening.goes_on.clear()
    first = threading.Thread(target=live.entries)
    first.start()
    assert opening.begun.wait(10)
    assert sources(live) == ["云溪.txt"]
    opening.goes_on.set()
    first.join(10)
    assert sources(live) == ["云溪.txt", "海陵.txt"]
    assert opening.count == 2


def test_an_index_that_cannot_be_opened_leaves_the_old_one_in_use(
    home: Path, live: Live, opening: Opening, caplog: pytest.LogCaptureFixture
) -> None:
    opening.fails = True
    add(home)
    assert sources(live) == sources(live) == ["云溪.txt"]
    assert opening.count == 2
    assert "打不开" in caplog.text
    opening.fails = False
    remove(home, ["云溪.txt"])
    assert sources(live) == ["海陵.txt"]


def test_another_home_takes_over(home: Path, tmp_path: Path) -> None:
    homes = [home]
    live = Live(lambda: homes[-1], lambda where: open_chain(where, TODAY))
    assert live.opened().home == home
    other = tmp_path / "other"
    build([written(tmp_path / "more", {"海陵.txt": HAILING})], other, encoder())
    homes.append(other)
    assert live.opened().home == other
    assert sources(live) == ["海陵.txt"]


def test_a_check_of_a_manuscript_knows_the_library_as_it_is(home: Path, live: Live) -> None:
    checking = desk(live, 2026, None, "")
    said = "2026年海陵县新修农村公路236公里。"
    assert checking.statement(said, "", None).verdict == "not_enough_info"
    add(home)
    assert checking.statement(said, "", None).verdict == "supported"
