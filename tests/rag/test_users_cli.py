"""``zhengwen users``: passwords are asked or piped, kept as hashes, and never shown."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.errors import UserError
from rag.audit import FILE as AUDIT
from rag.cli import app
from rag.users import file
from rag.users.password import fits

PASSWORD = "春江潮水连海平海上明月"


def run(home: Path, *arguments: str, typed: str = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments, "--home", str(home)], input=typed)
    if isinstance(result.exception, UserError):
        return result.exit_code, result.stdout, str(result.exception)
    return result.exit_code, result.stdout, result.stderr


def add(home: Path, name: str, role: str = "reader", password: str = PASSWORD) -> None:
    arguments = ("users", "add", name, "--role", role, "--password-stdin")
    assert run(home, *arguments, typed=f"{password}\n")[0] == 0


def kept(home: Path, name: str) -> file.User:
    return file.known(file.load(home / file.FILE) or (), name)


def test_a_password_is_asked_twice_and_only_its_argon2_hash_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "new"
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    code, out, _ = run(home, "users", "add", "王芳", "--role", "editor", typed=typed)
    assert (code, PASSWORD in out) == (0, False)
    text = (home / file.FILE).read_text(encoding="utf-8")
    assert PASSWORD not in text
    assert stat.S_IMODE((home / file.FILE).stat().st_mode) == 0o600
    user = kept(home, "王芳")
    assert user.hash.startswith("$argon2id$")
    assert user.role == "editor"
    assert fits(PASSWORD, user.hash)
    assert not fits(PASSWORD + "x", user.hash)
    assert not fits(PASSWORD, None)


def test_a_user_can_get_another_password_and_role_and_go(tmp_path: Path) -> None:
    add(tmp_path, "li")
    before = kept(tmp_path, "li")
    changed = run(tmp_path, "users", "passwd", "li", "--password-stdin", typed="0123456789\n")
    assert changed[0] == 0
    assert kept(tmp_path, "li").hash != before.hash
    assert run(tmp_path, "users", "role", "li", "admin")[0] == 0
    assert run(tmp_path, "users", "list")[1].startswith("li\tadmin\t20")
    assert "谁也不能登录" in run(tmp_path, "users", "remove", "li")[1]
    assert file.load(tmp_path / file.FILE) == ()


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "li"), "", "已经有叫 li 的用户"),
        (("add", "a b"), "", "1 到 40 个字母"),
        (("add", "wu", "--role", "boss"), "", "角色只能是 reader、editor、admin"),
        (("add", "wu", "--password-stdin"), "short\n", "密码要有 10 到 1000 个字符"),
        (("add", "wu"), "0123456789\n0123456780\n", "两次输入的密码不一样"),
        (("passwd", "wu"), "", "没有叫 wu 的用户；现有：li"),
        (("role", "li", "boss"), "", "角色只能是"),
        (("remove", "wu"), "", "没有叫 wu 的用户"),
    ],
    ids=["taken", "space", "role", "short", "differs", "passwd", "new-role", "remove"],
)
def test_what_will_not_do_is_told(
    arguments: tuple[str, ...], typed: str, said: str, tmp_path: Path
) -> None:
    add(tmp_path, "li")
    before = (tmp_path / file.FILE).read_bytes()
    code, _, error = run(tmp_path, "users", *arguments, typed=typed)
    assert (code, said in error) == (1, True)
    assert (tmp_path / file.FILE).read_bytes() == before


@pytest.mark.parametrize(
    "content", ["", "[]", '{"users": [{"name": "a", "role": "boss", "hash": "", "made": ""}]}']
)
def test_a_file_that_makes_no_sense_is_no_empty_one(content: str, tmp_path: Path) -> None:
    (tmp_path / file.FILE).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"users\.json 读不懂"):
        file.load(tmp_path / file.FILE)


def test_the_file_can_stand_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "etc" / "people.json"
    monkeypatch.setenv("ZHENGWEN_USERS", str(elsewhere))
    add(tmp_path, "li")
    assert file.found(file.load(elsewhere) or (), "li")
    assert not (tmp_path / file.FILE).exists()


def test_changes_of_users_and_keys_are_noted_without_their_secrets(tmp_path: Path) -> None:
    add(tmp_path, "li", "editor")
    run(tmp_path, "users", "role", "li", "admin")
    token = run(tmp_path, "keys", "add", "dify")[1].split()[0]
    lines = (tmp_path / AUDIT).read_text(encoding="utf-8")
    done = [(line["did"], line["what"]) for line in map(json.loads, lines.splitlines())]
    assert done == [
        ("user_added", "li editor"),
        ("role_changed", "li admin"),
        ("key_added", "dify"),
    ]
    assert token not in lines
    assert PASSWORD not in lines
