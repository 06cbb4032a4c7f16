"""What lies on disk: written whole or not at all, checked when it is read."""

import json
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import Busy, DamagedIndex, UserError
from corpus.types import Document, Heading, Identity
from index import store
from index.backends.faiss import FaissBackend
from index.lexical import count
from index.store import Contents, Stored

TEXT = "政府工作报告\n一、去年工作\n粮食增产。"
IDENTITY = Identity(
    title="2026年浙江省政府工作报告",
    place="浙江",
    year=2026,
    kind="report",
    delivered=date(2026, 1, 14),
    speaker="沈一舟",
    meeting="浙江省第十四届人民代表大会第四次会议",
)


def contents(*texts: str) -> Contents:
    """Documents of one passage each."""
    headings = (Heading(1, "一、去年工作", 7, 13),)
    documents = [
        Document(f"{n}.txt", text, IDENTITY, headings, (1, 2), ("按 BIG5 编码读取",))
        for n, text in enumerate(texts)
    ]
    vectors = FaissBackend(2)
    vectors.add(np.array([[n, 1] for n in range(len(texts))], np.float32).reshape(-1, 2))
    return Contents(
        stored=tuple(Stored(document, "/library", "abc", 2) for document in documents),
        rows=np.array([[n, 0, len(text), 0, 0] for n, text in enumerate(texts)], np.int32),
        paths=(("一、去年工作",),),
        speakers=("沈一舟",),
        vectors=vectors,
        words=count([["粮食"] for _ in texts]),
        bigrams=count([["粮食", "食增"] for _ in texts]),
        headings=count([["去年"]]),
        embedder="counting",
    )


def generation(home: Path) -> Path:
    [folder] = (home / "generations").iterdir()
    return folder


def texts(home: Path) -> list[str]:
    return [item.document.text for item in store.read(home).stored]


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    written = contents(TEXT, "另一份。")
    store.write(tmp_path, written)
    read = store.read(tmp_path)
    for part in ("stored", "paths", "speakers", "embedder"):
        assert getattr(read, part) == getattr(written, part)
    np.testing.assert_array_equal(read.rows, written.rows)
    every = np.arange(2)
    np.testing.assert_array_equal(read.vectors.vectors(every), written.vectors.vectors(every))
    for part in ("words", "bigrams", "headings"):
        one, other = getattr(read, part), getattr(written, part)
        np.testing.assert_array_equal(one.scores(["粮食", "去年"]), other.scores(["粮食", "去年"]))


def test_a_home_without_an_index_is_told_with_the_command_that_makes_one(tmp_path: Path) -> None:
    for home in (tmp_path, tmp_path / "missing"):
        assert not store.exists(home)
        with pytest.raises(UserError, match=r"还没有索引；请先运行 zhengwen index"):
            store.read(home)


def test_every_file_that_is_changed_or_missing_is_damage(tmp_path: Path) -> None:
    store.write(tmp_path, contents(TEXT))
    folder = generation(tmp_path)
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        with pytest.raises(DamagedIndex, match=r"zhengwen index"):
            store.read(tmp_path)
        path.unlink()
        with pytest.raises(DamagedIndex, match=r"zhengwen index"):
            store.read(tmp_path)
        path.write_bytes(data)
    assert texts(tmp_path) == [TEXT]


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "3", '"x"', "{}", '{"version": 1}', '{"version": 1, "files": 3}', "{"],
    ids=range(8),
)
def test_a_manifest_that_makes_no_sense_is_damage(tmp_path: Path, manifest: str) -> None:
    store.write(tmp_path, contents(TEXT))
    (generation(tmp_path) / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(DamagedIndex, match=r"清单.*zhengwen index"):
        store.read(tmp_path)


def test_an_index_of_another_version_is_told_apart(tmp_path: Path) -> None:
    store.write(tmp_path, contents(TEXT))
    path = generation(tmp_path) / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | {"version": 99}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DamagedIndex, match=rf"是版本 99 建的，现在是 {store.VERSION}"):
        store.read(tmp_path)


@pytest.mark.parametrize("pointer", ["", "gone", "\xff"], ids=["empty", "gone", "strange"])
def test_a_pointer_to_no_generation_is_damage(tmp_path: Path, pointer: str) -> None:
    store.write(tmp_path, contents(TEXT))
    (tmp_path / "current").write_bytes(pointer.encode("latin-1"))
    with pytest.raises(DamagedIndex, match=r"zhengwen index"):
        store.read(tmp_path)


def test_nothing_on_disk_is_a_pickle(tmp_path: Path) -> None:
    store.write(tmp_path, contents(TEXT))
    endings = {path.suffix for path in generation(tmp_path).iterdir()}
    assert endings == {".json", ".jsonl", ".npy", ".faiss"}
    for path in generation(tmp_path).glob("*.npy"):
        assert np.load(path, allow_pickle=False).dtype != object


def test_the_old_generation_answers_until_the_new_one_is_swapped_in(tmp_path: Path) -> None:
    store.write(tmp_path, contents(TEXT))
    old = store.read(tmp_path)
    store.write(tmp_path, contents("新的。"))
    assert texts(tmp_path) == ["新的。"]
    assert [item.document.text for item in old.stored] == [TEXT]
    assert old.words.scores(["粮食"])[0] > 0
    assert old.rows.tolist() == [[0, 0, len(TEXT), 0, 0]]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", "generations"]
    generation(tmp_path)


class Breaking(FaissBackend):
    """A backend that cannot be saved, for the reason given."""

    def __init__(self, reason: BaseException) -> None:
        super().__init__(2)
        self._reason = reason

    def save(self, path: Path) -> None:
        raise self._reason


@pytest.mark.parametrize(
    "reason", [KeyboardInterrupt(), RuntimeError("bug")], ids=["ctrl-c", "bug"]
)
def test_what_breaks_off_the_writing_leaves_the_old_index(
    tmp_path: Path, reason: BaseException
) -> None:
    store.write(tmp_path, contents(TEXT))
    with pytest.raises(type(reason)):
        store.write(tmp_path, replace(contents("新的。"), vectors=Breaking(reason)))
    assert texts(tmp_path) == [TEXT]
    generation(tmp_path)


def test_a_full_disk_is_told_and_leaves_the_old_index(tmp_path: Path) -> None:
    store.write(tmp_path, contents(TEXT))
    full = Breaking(OSError(28, "No space left on device"))
    with pytest.raises(UserError, match=r"^索引写不进 .*No space left on device。$"):
        store.write(tmp_path, replace(contents("新的。"), vectors=full))
    assert texts(tmp_path) == [TEXT]
    generation(tmp_path)


def test_what_an_earlier_run_left_behind_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "generations" / "orphan").mkdir(parents=True)
    store.write(tmp_path, contents(TEXT))
    assert texts(tmp_path) == [TEXT]
    generation(tmp_path)


def test_a_reader_never_falls_between_two_generations(tmp_path: Path) -> None:
    store.write(tmp_path, contents("0"))
    done = threading.Event()

    def rewrite() -> None:
        for number in range(1, 25):
            store.write(tmp_path, contents(str(number)))
        done.set()

    writer = threading.Thread(target=rewrite)
    writer.start()
    seen: list[int] = []
    while not done.is_set():
        seen.extend(int(text) for text in texts(tmp_path))
    writer.join()
    assert seen == sorted(seen)
    assert texts(tmp_path) == ["24"]


def test_a_second_writer_is_told_that_the_home_is_busy(tmp_path: Path) -> None:
    with (
        store.locked(tmp_path),
        pytest.raises(Busy, match=r"另一个 zhengwen index 正在写"),
        store.locked(tmp_path, seconds=0.05),
    ):
        pass
    with store.locked(tmp_path, seconds=0.05):
        pass


def test_a_writer_that_fails_lets_the_next_one_in(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="bug"), store.locked(tmp_path):
        raise RuntimeError("bug")
    with store.locked(tmp_path, seconds=0.05):
        pass


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match=r"^写不了文件夹 "), store.locked(tmp_path / "file"):
        pass
