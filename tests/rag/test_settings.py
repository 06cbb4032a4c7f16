"""The environment is read in one place and its mistakes are named."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import UserError
from index.backends import AS_IT_IS, BACKENDS, Place
from rag.settings import settings

NAMES = (
    *("HOME", "EMBEDDER", "RERANKER", "HOST", "PORT", "TODAY", "LOG_API"),
    *("BACKEND", "MILVUS", "MILVUS_TOKEN", "USER", "LOG_CHECKS", "MODEL", "MODEL_URL"),
    *("MODEL_KEY", "MODEL_KEY_FILE", "MODEL_SECONDS", "MODEL_RETRIES", "MODEL_ROOM", "TRACE"),
)


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the person who runs the tests."""
    for name in NAMES:
        monkeypatch.delenv(f"ZHENGWEN_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_the_defaults(tmp_path: Path) -> None:
    chosen = settings()
    assert chosen.home == tmp_path / ".zhengwen"
    assert chosen.samples == tmp_path / ".zhengwen" / "samples"
    assert (chosen.embedder, chosen.reranker) == ("zhengwen-static", "")
    assert (chosen.host, chosen.port, chosen.today) == ("127.0.0.1", 7860, None)


def test_the_environment_goes_before_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGWEN_HOME", "/srv/文库")
    monkeypatch.setenv("ZHENGWEN_PORT", "8000")
    monkeypatch.setenv("ZHENGWEN_TODAY", "2026-03-01")
    chosen = settings()
    assert (chosen.home, chosen.port) == (Path("/srv/文库"), 8000)
    assert chosen.today == date(2026, 3, 1)


def test_a_tilde_is_the_persons_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHENGWEN_HOME", "~/文库")
    assert settings().home == tmp_path / "文库"


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("ZHENGWEN_PORT", "http", "整数（0 到 65535）"),
        ("ZHENGWEN_PORT", "99999", "整数（0 到 65535）"),
        ("ZHENGWEN_LOG_CHECKS", "也许", "true 或 false"),
        ("ZHENGWEN_TODAY", "三月一日", "日期（如 2026-03-01）"),
        ("ZHENGWEN_MODEL", "qwen-plus", "接口和模型（如 openai:qwen-plus）"),
        ("ZHENGWEN_TRACE", "screen", "console 或 OTLP 的网址"),
        ("ZHENGWEN_MODEL_SECONDS", "0", "秒数（1 到 600）"),
        ("ZHENGWEN_BACKEND", "chroma", f"后端（{'、'.join(BACKENDS)}）"),
    ],
    ids=["word", "large", "switch", "day", "model", "trace", "seconds", "backend"],
)
def test_a_wrong_value_is_named(
    name: str, value: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UserError) as told:
        settings()
    assert str(told.value) == f"环境变量 {name} 的值要是{wanted}，不能是“{value}”。"


def test_rows_stay_where_they_are_unless_a_backend_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settings().place() == AS_IT_IS
    assert settings().place("faiss") == Place("faiss")
    monkeypatch.setenv("ZHENGWEN_MILVUS", "http://host:19530")
    monkeypatch.setenv("ZHENGWEN_MILVUS_TOKEN", "secret")
    assert settings().place() == Place("", "http://host:19530", "secret")
    assert settings().place("faiss") == Place("faiss")
    monkeypatch.setenv("ZHENGWEN_BACKEND", "milvus")
    assert settings().place() == Place("milvus", "http://host:19530", "secret")
    assert "secret" not in repr(settings())


def test_checks_are_logged_under_the_login_unless_that_is_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "li")
    assert (settings().user, settings().log_checks) == ("li", True)
    monkeypatch.setenv("ZHENGWEN_USER", "校对组")
    monkeypatch.setenv("ZHENGWEN_LOG_CHECKS", "false")
    assert (settings().user, settings().log_checks) == ("校对组", False)


def test_the_log_of_what_programs_ask_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().log_api
    monkeypatch.setenv("ZHENGWEN_LOG_API", "false")
    assert not settings().log_api
    monkeypatch.setenv("ZHENGWEN_LOG_API", "也许")
    with pytest.raises(UserError, match="ZHENGWEN_LOG_API 的值要是true 或 false"):
        settings()


def test_no_model_writes_unless_one_is_named() -> None:
    assert settings().language_model() is None


def test_the_key_of_a_model_may_lie_in_a_file_and_is_never_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    file.write_text("sk-from-a-file-4321\n")
    monkeypatch.setenv("ZHENGWEN_MODEL", "openai:qwen-plus")
    monkeypatch.setenv("ZHENGWEN_MODEL_KEY_FILE", str(file))
    choice = settings().language_model()
    assert choice is not None
    assert (choice.shown, choice.key, choice.masked_key) == (
        "qwen-plus",
        "sk-from-a-file-4321",
        "…4321",
    )
    monkeypatch.setenv("ZHENGWEN_MODEL_KEY", "sk-given-8765")
    assert "8765" not in repr(settings())
    monkeypatch.delenv("ZHENGWEN_MODEL_KEY")
    monkeypatch.setenv("ZHENGWEN_MODEL_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(UserError, match="ZHENGWEN_MODEL_KEY_FILE"):
        settings().language_model()
