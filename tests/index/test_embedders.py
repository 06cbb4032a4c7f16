"""Encoders: the contract that all keep, the bundled model, models of sentence-transformers."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from corpus.errors import UserError
from index.embedders import DEFAULT, OURS, encoder, static
from index.embedders.prompts import Prompts, prompts_of, saved_prompts
from index.embedders.sentence_transformer import as_sentence_transformer
from index.embedders.tensors import read_tensors
from index.rerankers import reranker
from index.types import Encoder, Vectors

TEXTS = (
    "全省生产总值增长5.5%，粮食产量稳定在600万吨以上。",
    "城镇新增就业100万人",
    "PM2.5浓度下降３.3％",
    "",
    "。……",
    "Zhejiang's GDP, 1,299 projects",
)
EMPTY = (3, 4)


@pytest.fixture(params=sorted(OURS))
def ours(request: pytest.FixtureRequest) -> Encoder:
    return encoder(request.param)


def both(one: Encoder, texts: tuple[str, ...]) -> tuple[Vectors, Vectors]:
    return one.passages(texts), one.questions(texts)


def test_rows_are_float32_of_length_one_and_zero_for_nothing(ours: Encoder) -> None:
    for rows in both(ours, TEXTS):
        assert rows.shape == (len(TEXTS), ours.dimension)
        assert rows.dtype == np.float32
        lengths = [0.0 if row in EMPTY else 1.0 for row in range(len(TEXTS))]
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), lengths, atol=1e-6)


def test_no_texts_give_no_rows(ours: Encoder) -> None:
    for rows in both(ours, ()):
        assert rows.shape == (0, ours.dimension)


def test_the_same_text_gives_the_same_vector_alone_and_among_others(ours: Encoder) -> None:
    alone = np.concatenate([ours.passages([text]) for text in TEXTS])
    np.testing.assert_array_equal(alone, ours.passages(TEXTS))
    alone = np.concatenate([ours.questions([text]) for text in TEXTS])
    np.testing.assert_allclose(alone, ours.questions(TEXTS), atol=1e-6)


def test_more_texts_than_a_batch_keep_their_order(ours: Encoder) -> None:
    many = [TEXTS[n % len(TEXTS)] for n in range(2500)]
    np.testing.assert_array_equal(ours.passages(many), ours.passages(TEXTS)[np.arange(2500) % 6])


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("今年要新增多少就业岗位", 0),
        ("找工作的人能得到什么帮助", 0),
        ("空气质量怎么样", 1),
        ("粮食产了多少", 2),
        ("How much did the economy grow?", 3),
    ],
)
def test_a_question_lies_nearest_to_its_answer(question: str, right: int) -> None:
    passages = [
        "实现城镇新增就业120万人以上，帮助失业人员再就业。",
        "PM2.5平均浓度下降到30微克/立方米。",
        "粮食总产量达到500亿斤。",
        "地区生产总值增长5%左右。",
        "修建高速公路300公里。",
    ]
    model = encoder(DEFAULT)
    scores = model.questions([question]) @ model.passages(passages).T
    assert int(scores.argmax()) == right


def test_the_bundled_model_needs_neither_torch_nor_safetensors() -> None:
    heavy = "torch transformers sentence_transformers safetensors model2vec scipy sklearn jieba"
    program = (
        "import sys; from index.embedders import encoder; encoder().questions(['就业']);"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert done.stdout.decode().strip() == "[]"


def test_the_bundled_model_loads_in_a_moment() -> None:
    started = time.perf_counter()
    static.load()
    assert time.perf_counter() - started < 2


def test_the_bundled_model_takes_at_most_25_megabytes() -> None:
    assert sum(path.stat().st_size for path in static.BUNDLED.iterdir()) <= 25_000_000


def test_the_bundled_folder_holds_no_pickle() -> None:
    endings = {path.suffix for path in static.BUNDLED.iterdir()}
    assert endings == {".json", ".safetensors", ".md"}


@pytest.mark.slow
def test_the_bundled_folder_is_a_model_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    texts = [text for row, text in enumerate(TEXTS) if row not in EMPTY]
    started = time.perf_counter()
    model = SentenceTransformer(str(static.BUNDLED), device="cpu")
    assert time.perf_counter() - started < 5
    expected = static.load().passages(texts)
    np.testing.assert_allclose(model.encode(texts), expected, atol=1e-5)
    np.testing.assert_allclose(
        as_sentence_transformer(static.BUNDLED).encode(texts), expected, atol=1e-5
    )


@pytest.mark.slow
def test_model2vec_gives_the_same_passages() -> None:
    model2vec = pytest.importorskip("model2vec", reason="model2vec is not installed")
    texts = [text for row, text in enumerate(TEXTS) if row not in EMPTY]
    model = model2vec.StaticModel.from_pretrained(static.BUNDLED)
    np.testing.assert_allclose(model.encode(texts), static.load().passages(texts), atol=1e-5)


@pytest.mark.slow
def test_a_sentence_transformers_folder_keeps_the_contract() -> None:
    model = encoder(str(static.BUNDLED))
    assert model.dimension == static.load().dimension
    for rows in both(model, TEXTS):
        assert rows.dtype == np.float32
        lengths = np.linalg.norm(rows, axis=1)
        np.testing.assert_allclose(lengths, [1, 1, 1, 0, 0, 1], atol=1e-6)


def _no_model(folder: Path) -> None:
    """A folder that holds something else."""


def _damaged(folder: Path) -> None:
    """The bundled model, its vectors cut short."""
    shutil.copytree(static.BUNDLED, folder, dirs_exist_ok=True)
    vectors = (folder / static.MODEL).read_bytes()
    (folder / static.MODEL).write_bytes(vectors[: len(vectors) // 2])


def _no_json(folder: Path) -> None:
    (folder / "modules.json").write_text("{", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("made", [_no_model, _damaged, _no_json], ids=["none", "cut", "json"])
@pytest.mark.parametrize("model", [encoder, reranker], ids=["embedder", "reranker"])
def test_a_folder_that_is_no_model_is_told_in_one_sentence(
    model: Callable[[str], object], made: Callable[[Path], None], tmp_path: Path
) -> None:
    made(tmp_path)
    with pytest.raises(UserError, match=r"^[^\n]*模型“[^\n]+$") as told:
        model(str(tmp_path))
    assert str(tmp_path) in str(told.value)


@pytest.mark.slow
def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    missing = str(tmp_path / "model")
    with pytest.raises(UserError, match=r"打不开模型.*zhengwen-static"):
        encoder(missing)


def test_each_family_of_models_reads_its_own_prompts() -> None:
    assert prompts_of("BAAI/bge-small-zh-v1.5").question.startswith("为这个句子")
    assert prompts_of("BAAI/bge-small-zh-v1.5").passage == ""
    assert prompts_of("intfloat/multilingual-e5-small") == Prompts("query: ", "passage: ")
    assert prompts_of("thenlper/gte-small-zh") == Prompts()
    assert prompts_of("BAAI/bge-m3") == Prompts()


def test_prompts_saved_with_a_model_go_before_those_of_its_family() -> None:
    name = "BAAI/bge-small-zh-v1.5"
    saved = {"query": "问：", "document": ""}
    assert saved_prompts(saved, None, name) == Prompts("问：", "")
    assert saved_prompts({"query": "", "document": ""}, None, name) == prompts_of(name)
    assert saved_prompts({"passage": "文："}, None, "") == Prompts("", "文：")
    assert saved_prompts({"all": "句："}, "all", "") == Prompts("句：", "句：")


def test_tensors_are_read_as_they_were_written(tmp_path: Path) -> None:
    safetensors = pytest.importorskip("safetensors.numpy", reason="safetensors is not installed")
    written: dict[str, npt.NDArray[Any]] = {
        "a": np.arange(6, dtype=np.int8).reshape(2, 3),
        "b": np.array([0.5, -1.5], np.float32),
    }
    (tmp_path / "t.safetensors").write_bytes(safetensors.save(written))
    read = read_tensors(tmp_path / "t.safetensors")
    assert read.keys() == written.keys()
    for name, tensor in written.items():
        np.testing.assert_array_equal(read[name], tensor)
        assert read[name].dtype == tensor.dtype
