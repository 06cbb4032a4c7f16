"""``--backend``: the same answers from elsewhere, and what is said where that is not to be had."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.backends import NEEDS_MILVUS
from tests.rag.test_cli import QUESTION, TODAY, done, told


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BACKEND", "MILVUS", "MILVUS_TOKEN"):
        monkeypatch.delenv(f"ZHENGWEN_{name}", raising=False)


def test_a_backend_that_is_not_there_is_told(library: Path, tmp_path: Path) -> None:
    line = told("index", library, "--home", tmp_path / "home", "--backend", "chroma")
    assert line.startswith("没有叫 chroma 的后端；可用的有 faiss、")


def test_approximate_vectors_answer_alike_and_say_how_well(
    home: Path, library: Path, tmp_path: Path
) -> None:
    there = ("--home", tmp_path / "home")
    assert "召回率" in done("index", library, "--backend", "faiss-approximate", *there)
    assert "召回率" in done("library", "doctor", *there)
    expected = done("ask", QUESTION, "--home", home, *TODAY)
    assert done("ask", QUESTION, *there, *TODAY) == expected


@NEEDS_MILVUS
@pytest.mark.slow
def test_milvus_answers_alike_and_is_remembered(
    home: Path, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, file = ("--home", tmp_path / "home"), str(tmp_path / "rows.db")
    monkeypatch.setenv("ZHENGWEN_MILVUS", file)
    assert f"句子存放在 Milvus {file}" in done("index", library, "--backend", "milvus", *there)
    monkeypatch.delenv("ZHENGWEN_MILVUS")
    expected = done("ask", QUESTION, "--home", home, *TODAY)
    assert done("ask", QUESTION, *there, *TODAY) == expected
    assert "新增 0，更新 0" in done("index", library, "--backend", "milvus", *there)
    done("library", "remove", "浙江/2026.txt", *there)
    assert done("ask", QUESTION, *there, *TODAY) != expected
    assert f"句子存放在 Milvus {file}" in done("library", "doctor", *there)


@NEEDS_MILVUS
def test_milvus_without_an_address_is_told(library: Path, tmp_path: Path) -> None:
    line = told("index", library, "--home", tmp_path / "home", "--backend", "milvus")
    assert "要在 ZHENGWEN_MILVUS 里写出地址" in line


@NEEDS_MILVUS
@pytest.mark.slow
def test_a_server_that_is_away_is_one_line_on_the_terminal(
    root: Path, library: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
    ended = subprocess.run(
        [sys.executable, "-m", "rag.cli", "index", str(library), "--backend", "milvus"],
        cwd=root,
        env={**os.environ, "ZHENGWEN_MILVUS": address, "ZHENGWEN_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    [line] = ended.stderr.splitlines()
    assert line.startswith(f"Milvus {address} 连不上")
