"""``zhengwen keys``: a key is shown once, kept as a hash, and known until it is removed."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.errors import UserError
from rag import keys
from rag.cli import app

WHEN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def run(home: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["keys", *arguments, "--home", str(home)])
    if isinstance(result.exception, UserError):
        return result.exit_code, "", str(result.exception)
    return result.exit_code, result.stdout, result.stderr


def test_a_key_is_shown_once_and_only_its_hash_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "new"
    code, out, said = run(home, "add", "办公室")
    token = out.strip()
    assert (code, "只显示这一次" in said) == (0, True)
    kept = (home / keys.FILE).read_text(encoding="utf-8")
    assert token not in kept
    assert stat.S_IMODE((home / keys.FILE).stat().st_mode) == 0o600
    found = keys.holder(keys.load(home) or (), token)
    assert found is not None
    assert found.name == "办公室"
    assert keys.holder(keys.load(home) or (), token[:-1]) is None


def test_the_list_names_keys_and_never_shows_them(tmp_path: Path) -> None:
    token = run(tmp_path, "add", "dify")[1].strip()
    out = run(tmp_path, "list")[1]
    assert out.startswith(f"dify\t…{token[-4:]}\t20")
    assert token not in out


def test_a_removed_key_is_known_no_more_and_the_last_one_lets_nobody_in(tmp_path: Path) -> None:
    token = run(tmp_path, "add", "dify")[1].strip()
    assert run(tmp_path, "list")[1].count("\n") == 1
    _, out, _ = run(tmp_path, "remove", "dify")
    assert "谁也不能用接口" in out
    assert keys.load(tmp_path) == ()
    assert keys.holder((), token) is None


def test_without_a_key_file_there_is_none(tmp_path: Path) -> None:
    assert keys.load(tmp_path) is None
    assert "只对本机开放" in run(tmp_path, "list")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "dify"), "已经有叫 dify 的密钥"),
        (("add", "a b"), "1 到 40 个字母"),
        (("add", "长" * 41), "1 到 40 个字母"),
        (("remove", "n8n"), "没有叫 n8n 的密钥；现有：dify"),
    ],
    ids=["taken", "space", "long", "unknown"],
)
def test_a_name_that_will_not_do_is_told(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    keys.save(tmp_path, keys.with_key((), "dify", keys.new_token(), WHEN))
    code, _, error = run(tmp_path, *arguments)
    assert (code, said in error) == (1, True)


@pytest.mark.parametrize("content", ["", "[]", '{"keys": [{"name": "a"}]}', '{"keys": 3}'])
def test_a_file_that_makes_no_sense_lets_nobody_in(content: str, tmp_path: Path) -> None:
    (tmp_path / keys.FILE).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"keys\.json 读不懂"):
        keys.load(tmp_path)


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    keys.save(tmp_path, keys.with_key((), "甲", "zw-abcdef", WHEN))
    (entry,) = json.loads((tmp_path / keys.FILE).read_text(encoding="utf-8"))["keys"]
    assert entry["name"] == "甲"
    assert (entry["made"], entry["ending"]) == ("2026-03-01T08:00:00+00:00", "cdef")
