"""Milvus that is away, slow, locked or not the one that was written is told in one sentence."""

import hashlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from corpus.errors import DamagedIndex, Unreachable, UserError
from index import store
from index.backends import Place, backend
from index.backends.milvus.schema import ABOUT, within
from index.backends.milvus.server import quoted, reached, without_password
from index.build import build
from index.doctor import examine
from index.search import open_index
from index.types import Rows, Scope, Vectors
from tests.index.backends import NEEDS_MILVUS
from tests.index.encoders import Counting

pytestmark = NEEDS_MILVUS
MOST_SECONDS = 9


@dataclass(frozen=True)
class Stopping:
    """Vectors that are never handed out, as if the keys Ctrl-C were pressed."""

    rows: int
    dimension: int = 16
    note: str = ""

    def __len__(self) -> int:
        return self.rows

    def vectors(self, rows: Rows) -> Vectors:
        raise KeyboardInterrupt


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that lets in whoever knocks and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


def unused() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a", "粮食产量126亿斤。"), ("b", "修建公路118公里。")):
        (folder / f"{name}.txt").write_text(f"{name}的一份\n{text}", encoding="utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "rows.db")


@pytest.fixture
def home(tmp_path: Path, folder: Path, file: str) -> Path:
    build([folder], tmp_path / "home", Counting(), place=Place("milvus", file))
    return tmp_path / "home"


def told(home: Path) -> dict[str, str]:
    [path] = home.glob("generations/*/milvus.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def collections(file: str) -> list[str]:
    found: list[str] = reached(Place("milvus", file)).list_collections()
    return found


@pytest.mark.slow
def test_a_server_that_is_away_is_told_at_once(folder: Path, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{unused()}"
    with pytest.raises(Unreachable, match=rf"^Milvus {address} 连不上.*ZHENGWEN_MILVUS.*。$"):
        build([folder], tmp_path / "home", Counting(), place=Place("milvus", address))


@pytest.mark.slow
def test_a_server_that_says_nothing_is_told_in_seconds(silent: int) -> None:
    began = time.monotonic()
    with pytest.raises(Unreachable, match="5 秒内没有应答"):
        backend("milvus").ready(Place("milvus", f"http://127.0.0.1:{silent}"))
    assert time.monotonic() - began < MOST_SECONDS


@pytest.mark.slow
def test_an_index_whose_server_is_away_is_told_and_can_be_taken_home(
    home: Path, folder: Path
) -> None:
    away = Place("", f"http://127.0.0.1:{unused()}")
    with pytest.raises(Unreachable, match=away.address):
        open_index(home, Counting(), away)
    [wrong] = [one for one in examine(home, "counting", away) if one.level == "wrong"]
    assert away.address in wrong.what
    path = next(home.glob("generations/*/milvus.json"))
    manifest = path.with_name("manifest.json")
    moved = told(home) | {"address": away.address}
    before = path.read_bytes()
    path.write_text(json.dumps(moved, ensure_ascii=False), encoding="utf-8")
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace(_digest(before), _digest(path.read_bytes())),
        encoding="utf-8",
    )
    encoder = Counting()
    build([folder], home, encoder, place=Place("faiss"))
    assert len(encoder.seen) == 4
    assert open_index(home, Counting()).search("粮食产量126亿斤", 1)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "要在 ZHENGWEN_MILVUS 里写出地址"),
        ("milvus", "milvus 不是 Milvus 的地址"),
        ("http://127.0.0.1:99999", "不是 Milvus 的地址"),
        ("http://:19530", "不是 Milvus 的地址"),
        ("ftp://li:secret@host:1", "ftp://host:1 不是 Milvus 的地址"),
        ("/no/such/folder/rows.db", "文件夹 /no/such/folder 不存在"),
    ],
    ids=["none", "word", "port", "host", "scheme", "folder"],
)
def test_an_address_that_makes_no_sense_is_told(address: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        backend("milvus").ready(Place("milvus", address))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"layout": 0}, "版本是 0（应是 1）"),
        ({"embedder": "other"}, "向量模型是 other（应是 counting）"),
        ({"dimension": 8}, "维数是 8（应是 16）"),
        ({"rows": 3}, "句数是 3（应是 4）"),
        (None, "版本是 不明"),
    ],
    ids=["layout", "embedder", "dimension", "rows", "not-ours"],
)
def test_a_collection_of_another_kind_is_told_and_built_again(
    home: Path, folder: Path, file: str, change: dict[str, object] | None, reason: str
) -> None:
    client, name = reached(Place("milvus", file)), told(home)["collection"]
    about = json.loads(client.describe_collection(name)["properties"][ABOUT])
    said = "[]" if change is None else json.dumps(about | change)
    client.alter_collection_properties(name, {ABOUT: said})
    with pytest.raises(DamagedIndex, match=f"{reason}.*zhengwen index"):
        open_index(home, Counting())
    build([folder], home, Counting())
    assert open_index(home, Counting()).search("粮食产量126亿斤", 1)
    assert collections(file) == [told(home)["collection"]]


@pytest.mark.slow
def test_a_collection_that_is_gone_is_told_and_built_again(
    home: Path, folder: Path, file: str
) -> None:
    opened = open_index(home, Counting())
    reached(Place("milvus", file)).drop_collection(told(home)["collection"])
    for search in (lambda: opened.search("粮食"), lambda: open_index(home, Counting())):
        with pytest.raises(DamagedIndex, match=r"没有这个索引的集合.*zhengwen index"):
            search()
    encoder = Counting()
    build([folder], home, encoder)
    assert len(encoder.seen) == 4
    assert open_index(home, Counting()).search("粮食产量126亿斤", 1)


@pytest.mark.slow
def test_each_generation_is_a_collection_behind_one_alias_and_the_old_one_is_dropped(
    home: Path, folder: Path, file: str
) -> None:
    client, before = reached(Place("milvus", file)), told(home)
    client.create_collection(f"zhengwen_{before['library']}_left", dimension=4)
    client.create_collection("zhengwen_ffffffff_another", dimension=4)
    (folder / "c.txt").write_text("第三份\n新增学位900个。", encoding="utf-8")
    build([folder], home, Counting())
    after = told(home)
    assert after["library"] == before["library"]
    assert after["collection"] != before["collection"]
    assert sorted(collections(file)) == sorted([after["collection"], "zhengwen_ffffffff_another"])
    alias = client.describe_alias(f"zhengwen_{after['library']}")
    assert alias["collection_name"] == after["collection"]


@pytest.mark.slow
def test_an_interrupted_run_leaves_no_collection(home: Path, folder: Path, file: str) -> None:
    before = collections(file)
    contents = open_index(home, Counting()).contents
    stopping = replace(contents, vectors=Stopping(len(contents.rows)))
    with pytest.raises(KeyboardInterrupt):
        store.write(home, stopping, Place("milvus", file))
    assert collections(file) == before
    assert open_index(home, Counting()).search("粮食产量126亿斤", 1)


@pytest.mark.slow
def test_moving_away_leaves_nothing_behind(home: Path, folder: Path, file: str) -> None:
    build([folder], home, Counting(), place=Place("faiss"))
    assert collections(file) == []


@pytest.mark.slow
def test_a_file_that_another_process_uses_is_told(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.db"
    hold = f"""
from index.backends import Place
from index.backends.milvus.server import reached
reached(Place("milvus", {str(file)!r}))
print("held", flush=True)
input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", hold],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Unreachable, match=r"可能另一个进程正在用它"):
            reached(Place("milvus", str(file)))
        other.communicate("\n")


@pytest.mark.slow
def test_a_package_that_is_missing_is_told_with_the_extra_that_brings_it(root: Path) -> None:
    code = """
import sys
sys.modules["pymilvus"] = None
from corpus.errors import UserError
from index import store
from index.backends import Place, backend
try:
    backend("milvus").ready(Place("milvus", "http://127.0.0.1:1"))
except UserError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "用 Milvus 要先安装：pip install 'zhengwen[milvus]'。\n"


@pytest.mark.parametrize(
    ("scope", "asked"),
    [
        (Scope(), "folded == false and superseded == false"),
        (Scope(kinds=("digest",)), 'kind in ["digest"] and folded == false'),
        (Scope(sources=("a.txt",), years=(2026,)), 'year in [2026] and source in ["a.txt"]'),
    ],
    ids=["everywhere", "digests", "sources"],
)
def test_a_scope_is_told_as_a_filter(scope: Scope, asked: str) -> None:
    assert within(scope) == asked


def test_a_name_cannot_break_out_of_its_filter() -> None:
    assert quoted(('a"] or row >= 0 or source in ["', "b\\")) == (
        '["a\\"] or row >= 0 or source in [\\"", "b\\\\"]'
    )


def test_a_password_in_an_address_is_not_shown() -> None:
    assert without_password("http://li:secret@host:19530/db") == "http://host:19530/db"
    assert "secret" not in repr(Place("milvus", "http://host:1", "secret"))
