"""Other models through the command line: an index of one, a reranker, and what can be wrong."""

import json
import shutil
from pathlib import Path

import pytest

from tests.index import bert
from tests.rag.documents import DOCUMENTS, ZHEJIANG_2026
from tests.rag.library import written
from tests.rag.test_cli import done, told

pytestmark = pytest.mark.slow

QUESTION = "浙江2026年城镇新增就业目标是多少？"
OTHER = "舟山要建什么风电场？"
TODAY = ("--today", "2026-04-01")
KNOWN = [*DOCUMENTS.values(), QUESTION, OTHER]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer in ONNX."""
    folder = tmp_path_factory.mktemp("transformer")
    return bert.in_onnx(folder, bert.embedder(folder, KNOWN))


@pytest.fixture(scope="module")
def scoring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder in ONNX."""
    folder = tmp_path_factory.mktemp("scoring")
    return bert.in_onnx(folder, bert.cross_encoder(folder, KNOWN))


@pytest.fixture(scope="module")
def small_home(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents indexed with the transformer."""
    folder = written(tmp_path_factory.mktemp("few"), {"浙江/2026.txt": ZHEJIANG_2026})
    home = tmp_path_factory.mktemp("home")
    assert "新增 1" in done("index", folder, "--home", home, "--embedder", model)
    return home


def test_an_index_of_a_transformer_answers(
    small_home: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_EMBEDDER", str(model))
    out = done("ask", QUESTION, "--home", small_home, *TODAY)
    assert "105万人以上" in out
    assert "浙江/2026.txt" in out


def test_an_index_of_another_model_is_refused_until_it_is_built_again(
    small_home: Path, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(shutil.copytree(small_home, tmp_path / "home"))
    line = told("ask", QUESTION, "--home", home, *TODAY)
    assert f"建的（{bert.HIDDEN} 维）" in line
    assert "现在设置的是 zhengwen-static@" in line
    assert "zhengwen index --embedder zhengwen-static 重建" in line
    folder = written(tmp_path / "few", {"浙江/2026.txt": ZHEJIANG_2026})
    done("index", folder, "--home", home)
    assert "105万人以上" in done("ask", QUESTION, "--home", home, *TODAY)
    monkeypatch.setenv("ZHENGWEN_EMBEDDER", str(model))
    assert f"--embedder {model} 重建" in told("ask", QUESTION, "--home", home, *TODAY)


def test_a_folder_whose_model_was_changed_for_one_of_another_dimension_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "few", {"浙江/2026.txt": ZHEJIANG_2026})
    model, home = tmp_path / "model", tmp_path / "home"
    bert.embedder(model, KNOWN, hidden=64)
    done("index", folder, "--home", home, "--embedder", model)
    bert.embedder(model, KNOWN, hidden=128)
    monkeypatch.setenv("ZHENGWEN_EMBEDDER", str(model))
    line = told("ask", QUESTION, "--home", home, *TODAY)
    assert "建的（64 维）" in line
    assert "（128 维）" in line
    done("index", folder, "--home", home)
    assert "105万人以上" in done("ask", QUESTION, "--home", home, *TODAY)


def test_a_reranker_has_a_say_in_what_is_retrieved(
    home: Path, scoring: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scores(*options: str | Path) -> list[float]:
        out = done("ask", OTHER, "--json", "--home", home, *TODAY, *options)
        return [passage["score"] for passage in json.loads(out)["passages"]]

    plain, ranked = scores(), scores("--reranker", scoring)
    assert plain != ranked
    monkeypatch.setenv("ZHENGWEN_RERANKER", str(scoring))
    assert scores() == ranked
    assert scores("--reranker", "") == plain


def test_what_the_ledger_states_is_answered_with_any_reranker(home: Path, scoring: Path) -> None:
    plain = done("ask", QUESTION, "--home", home, *TODAY)
    assert done("ask", QUESTION, "--home", home, *TODAY, "--reranker", scoring) == plain


@pytest.mark.parametrize("command", ["ask", "batch", "serve", "eval"])
def test_every_command_that_answers_takes_a_reranker(command: str) -> None:
    assert "--reranker" in done(command, "--help")


def test_a_folder_that_is_no_model_is_told(home: Path, tmp_path: Path) -> None:
    folder = written(tmp_path / "few", {"甲.txt": ZHEJIANG_2026})
    line = told("index", folder, "--home", tmp_path / "home", "--embedder", folder)
    assert line.startswith(f"打不开模型“{folder}”")
    line = told("ask", QUESTION, "--home", home, *TODAY, "--reranker", folder)
    assert line.startswith(f"打不开重排模型“{folder}”")
