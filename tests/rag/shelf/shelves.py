"""A shelf over a home of its own, and files to hand in."""

from pathlib import Path

from index.embedders import encoder
from rag.chain import open_chain
from rag.live import Live
from rag.shelf.shelf import Shelf
from rag.shelf.types import Adding, Given
from tests.rag.library import TODAY


def report(place: str, year: int, kilometres: int) -> str:
    """A report of an invented county with one figure of its own."""
    return (
        f"政府工作报告\n——{year}年1月14日在{place}第十届人民代表大会第五次会议上\n"
        f"{place}人民政府县长 林远\n各位代表：\n一、{year - 1}年工作回顾\n"
        f"我们办成了几件实事，群众满意。\n"
        f"二、{year}年工作安排\n今年新修农村公路{kilometres}公里，{place}的路会更好走。\n"
    )


def shelf_over(home: Path) -> Shelf:
    """The shelf over a home."""
    return Shelf(Live(lambda: home, lambda where: open_chain(where, TODAY)), home, encoder())


def given(folder: Path, name: str, content: str | bytes) -> Given:
    """A file that is handed in under a name; it lies under another, as uploads do."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{len(list(folder.iterdir()))}{Path(name).suffix}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Given(path, name)


def added(shelf: Shelf, *files: Given) -> Adding:
    """What has become of files that are handed in, at the end."""
    *_, last = shelf.add(files)
    assert last.ended
    return last


def sources(shelf: Shelf) -> list[str]:
    """What the served library holds."""
    return [entry.source for entry in shelf.live.entries()]


def kept(shelf: Shelf) -> list[str]:
    """What lies in the folder of uploads, hidden files too."""
    folder = shelf.own / "uploads"
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
