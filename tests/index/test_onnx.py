"""Models in ONNX say what the same models say in torch; what is wrong with a folder is told."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import UserError
from index.embedders import encoder, static
from index.embedders.onnx import OnnxEncoder
from index.embedders.sentence_transformer import SentenceTransformerEncoder
from index.rerankers import reranker
from index.rerankers.cross_encoder import CrossEncoderReranker
from index.rerankers.onnx import OnnxReranker
from index.transformer import onnx_folder
from tests.index import bert

pytestmark = pytest.mark.slow

TEXTS = (
    "全省生产总值增长5.5%，粮食产量稳定在600万吨以上。",
    "就业",
    "PM2.5浓度下降3.3%",
    "Zhejiang's GDP, 1,299 projects",
    "城镇新增就业100万人，" * 20,
    "字典里没有的词：龘靐",
    "增",
)
KNOWN = [text for text in TEXTS if "龘" not in text] + ["为这个句子生成表示以用于检索相关文章："]
MANY = [TEXTS[n % len(TEXTS)][: 1 + n] for n in range(40)]


@pytest.fixture(scope="session")
def torch_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of sentence-transformers with cls pooling, for torch."""
    folder = tmp_path_factory.mktemp("bge-tiny-zh")
    bert.embedder(folder, KNOWN)
    return folder


@pytest.fixture(scope="session")
def onnx_model(torch_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model in ONNX, without weights for torch; its name is of the same family."""
    from sentence_transformers import SentenceTransformer

    folder = tmp_path_factory.mktemp("onnx") / torch_folder.name
    shutil.copytree(torch_folder, folder)
    return bert.in_onnx(folder, SentenceTransformer(str(torch_folder), device="cpu"))


@pytest.fixture
def copy(onnx_model: Path, tmp_path: Path) -> Path:
    """A copy of the model in ONNX that may be spoilt."""
    return Path(shutil.copytree(onnx_model, tmp_path / "model"))


@pytest.fixture(scope="session")
def scoring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scoring")
    bert.cross_encoder(folder, KNOWN)
    return folder


def test_vectors_are_those_of_sentence_transformers(torch_folder: Path, onnx_model: Path) -> None:
    ours, other = encoder(str(onnx_model)), encoder(str(torch_folder))
    assert isinstance(ours, OnnxEncoder)
    assert isinstance(other, SentenceTransformerEncoder)
    expected = other.model.encode(list(TEXTS))
    np.testing.assert_allclose(ours.passages(TEXTS), expected, atol=1e-4)
    np.testing.assert_allclose(ours.passages(MANY), other.passages(MANY), atol=1e-4)
    np.testing.assert_allclose(ours.questions(MANY), other.questions(MANY), atol=1e-4)
    assert ours.dimension == other.dimension == bert.HIDDEN
    assert np.abs(ours.passages(TEXTS) - ours.questions(TEXTS)).max() > 0.01


def test_the_mean_of_the_tokens_is_pooled_where_the_files_say_so(
    onnx_model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mean"
    model = bert.embedder(folder, KNOWN, "mean")
    expected = model.encode(list(TEXTS))
    for says in ({}, {"pooling_mode": None, "pooling_mode_mean_tokens": True}):
        pooling = folder / "1_Pooling" / "config.json"
        told = json.loads(pooling.read_text(encoding="utf-8")) | says
        pooling.write_text(json.dumps(told), encoding="utf-8")
        if not (folder / "onnx").exists():
            bert.in_onnx(folder, model)
        np.testing.assert_allclose(encoder(str(folder)).passages(TEXTS), expected, atol=1e-4)
    assert np.abs(encoder(str(onnx_model)).passages(TEXTS) - expected).max() > 1e-3


def test_rows_are_float32_of_length_one_and_zero_for_nothing(onnx_model: Path) -> None:
    model = encoder(str(onnx_model))
    rows = model.passages([*TEXTS, "", " "])
    assert rows.dtype == np.float32
    lengths = [1.0] * len(TEXTS) + [0.0, 0.0]
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), lengths, atol=1e-6)
    assert model.passages([]).shape == (0, model.dimension)


def test_the_same_texts_give_the_same_bytes_again(onnx_model: Path) -> None:
    first = encoder(str(onnx_model)).passages(MANY)
    np.testing.assert_array_equal(first, encoder(str(onnx_model)).passages(MANY))


def test_texts_are_cut_where_the_files_say(copy: Path) -> None:
    long, longer = "就业" * 10 + "增长", "就业" * 10 + "粮食"
    before = encoder(str(copy)).passages([long, longer])
    assert np.abs(before[0] - before[1]).max() > 1e-3
    (copy / "sentence_bert_config.json").write_text('{"max_seq_length": 22}', encoding="utf-8")
    after = encoder(str(copy)).passages([long, longer])
    np.testing.assert_allclose(after[0], after[1], atol=1e-6)


def test_capitals_are_lowered_where_the_files_say(copy: Path) -> None:
    tokenizer = json.loads((copy / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["normalizer"]["lowercase"] = False
    (copy / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    apart = encoder(str(copy)).passages(["P", "p"])
    assert np.abs(apart[0] - apart[1]).max() > 1e-3
    (copy / "sentence_bert_config.json").write_text('{"do_lower_case": true}', encoding="utf-8")
    together = encoder(str(copy)).passages(["P", "p"])
    np.testing.assert_array_equal(together[0], together[1])


def test_prompts_saved_with_the_model_are_read(copy: Path) -> None:
    plain = encoder(str(copy))
    told = {"prompts": {"query": "增长：", "document": "粮食："}, "default_prompt_name": None}
    (copy / "config_sentence_transformers.json").write_text(json.dumps(told), encoding="utf-8")
    model = encoder(str(copy))
    for rows, prompt in ((model.questions, "增长："), (model.passages, "粮食：")):
        expected = plain.passages([prompt + text for text in TEXTS])
        np.testing.assert_allclose(rows(TEXTS), expected, atol=1e-6)


def test_the_name_changes_with_the_files_and_not_with_the_way_they_are_named(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = encoder(str(copy)).name
    monkeypatch.chdir(copy.parent)
    assert encoder("model").name == name
    pooling = copy / "1_Pooling" / "config.json"
    pooling.write_text('{"pooling_mode": "mean"}', encoding="utf-8")
    assert encoder(str(copy)).name != name


def test_a_folder_without_onnx_is_left_to_sentence_transformers(torch_folder: Path) -> None:
    assert onnx_folder(str(torch_folder)) is None
    assert onnx_folder(str(static.BUNDLED)) is None


def test_a_model_at_the_top_of_its_folder_is_found(copy: Path) -> None:
    expected = encoder(str(copy)).passages(TEXTS)
    (copy / "onnx" / "model.onnx").rename(copy / "model.onnx")
    np.testing.assert_array_equal(encoder(str(copy)).passages(TEXTS), expected)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _says(name: str, content: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_text(content, encoding="utf-8")

    return spoil


DENSE = json.dumps([{"idx": 0, "name": "0", "path": "2_Dense", "type": "x.models.Dense"}])
SMALL = {"model": {"type": "WordLevel", "vocab": {"[UNK]": 0, "政": 99999}, "unk_token": "[UNK]"}}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "tokenizer.json").unlink(), "里没有 tokenizer.json"),
        (lambda folder: _cut(folder / "tokenizer.json"), "tokenizer.json 已损坏"),
        (_says("tokenizer.json", json.dumps(SMALL)), "不相配"),
        (lambda folder: _cut(folder / "onnx" / "model.onnx"), "model.onnx 打不开"),
        (_says("onnx/model.onnx", ""), "model.onnx 打不开"),
        (_says("onnx/model.onnx", "not a model"), "model.onnx 打不开"),
        (_says("1_Pooling/config.json", '{"pooling_mode": "max"}'), "汇总方式（max）"),
        (
            _says("1_Pooling/config.json", '{"pooling_mode": ["cls", "mean"]}'),
            "汇总方式（cls、mean）",
        ),
        (_says("1_Pooling/config.json", "{"), "config.json 已损坏"),
        (_says("config.json", "[]"), "config.json 的内容不对"),
        (_says("modules.json", DENSE), "Dense"),
        (_says("modules.json", '["0"]'), "modules.json 的内容不对"),
    ],
    ids=[
        *("no-tokenizer", "cut-tokenizer", "other-tokenizer", "cut-model", "empty-model"),
        *("no-model", "pooling", "two-poolings", "cut-json", "list", "dense", "modules"),
    ],
)
def test_what_is_wrong_with_a_folder_is_told_in_a_sentence(
    spoil: Callable[[Path], None], told: str, copy: Path
) -> None:
    spoil(copy)
    with pytest.raises(UserError) as error:
        encoder(str(copy))
    line = str(error.value)
    assert told in line
    assert str(copy) in line
    assert "\n" not in line


def test_a_reranker_is_no_embedder_and_an_embedder_no_reranker(
    copy: Path, torch_folder: Path, scoring: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(scoring, tmp_path / "scoring"))
    bert.in_onnx(folder, bert.cross_encoder(folder, KNOWN))
    with pytest.raises(UserError, match=r"没有给出每个字的向量"):
        encoder(str(folder))
    for embedder in (copy, torch_folder):
        with pytest.raises(UserError, match=r"不是给一对文字打一个分的重排模型"):
            reranker(str(embedder))


def test_scores_are_those_of_the_cross_encoder(scoring: Path, tmp_path: Path) -> None:
    from torch.nn import Identity

    folder = Path(shutil.copytree(scoring, tmp_path / "scoring"))
    other = reranker(str(scoring))
    assert isinstance(other, CrossEncoderReranker)
    pairs = [(TEXTS[0], text) for text in MANY]
    expected = other.model.predict(pairs, activation_fn=Identity())
    ours = reranker(str(bert.in_onnx(folder, other.model)))
    assert isinstance(ours, OnnxReranker)
    for model in (ours, other):
        scores = model.scores(TEXTS[0], MANY)
        assert scores.dtype == np.float32
        assert scores.shape == (len(MANY),)
        np.testing.assert_allclose(scores, expected, atol=1e-4)
        assert model.scores(TEXTS[0], []).shape == (0,)
    assert np.ptp(expected) > 0.1


def test_a_model_of_two_classes_is_no_reranker(tmp_path: Path) -> None:
    model = bert.cross_encoder(tmp_path, KNOWN, labels=2)
    with pytest.raises(UserError, match=r"不是给一对文字打一个分"):
        reranker(str(tmp_path))
    bert.in_onnx(tmp_path, model)
    with pytest.raises(UserError, match=r"不是给一对文字打一个分"):
        reranker(str(tmp_path))
