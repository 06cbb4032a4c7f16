"""The command line: what it does, and what it says when something is wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from corpus.errors import UserError
from rag.cli import app
from tests.rag.documents import DOCUMENTS, ZHEJIANG_2026
from tests.rag.library import written
from tests.rag.test_schema import SCHEMA

QUESTION = "浙江2026年城镇新增就业目标是多少？"
TODAY = ("--today", "2026-04-01")


def done(*arguments: str | Path) -> str:
    """What a command prints; it must end well."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def told(*arguments: str | Path) -> str:
    """The one line that a command says to the person when it cannot do its work."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 1
    assert isinstance(result.exception, UserError), result.exception
    line = str(result.exception)
    assert "\n" not in line
    return line


def process(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, without settings of the person who tests."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ZHENGWEN_")}
    return subprocess.run(
        [sys.executable, "-m", "rag.cli", *map(str, arguments)],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A copy of the index that may be written to."""
    return Path(shutil.copytree(home, tmp_path / "home"))


def part(home: Path, name: str) -> Path:
    """A file of the generation in use."""
    return home / "generations" / (home / "current").read_text().strip() / name


def test_without_arguments_the_commands_are_explained() -> None:
    result = CliRunner().invoke(app, [])
    assert result.exit_code in (0, 2)
    for command in ("index", "ask", "batch", "show", "serve", "eval"):
        assert command in result.output


@pytest.mark.parametrize("command", ["index", "ask", "batch", "show", "serve", "eval"])
def test_every_command_explains_itself(command: str) -> None:
    assert "--home" in done(command, "--help")


def test_a_folder_is_indexed_and_told(library: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = done("index", library, "--home", home)
    assert f"文库 {home}：{len(DOCUMENTS)} 个文件" in first
    assert f"新增 {len(DOCUMENTS)}，更新 0，未变 0，移除 0，读不了 0。" in first
    again = done("index", library, "--home", home)
    assert f"新增 0，更新 0，未变 {len(DOCUMENTS)}" in again


def test_a_changed_and_a_removed_file_are_told(tmp_path: Path) -> None:
    folder, home = tmp_path / "library", tmp_path / "home"
    written(folder, {"甲.txt": ZHEJIANG_2026, "乙.txt": DOCUMENTS["江苏/2026.txt"]})
    done("index", folder, "--home", home)
    written(folder, {"甲.txt": ZHEJIANG_2026.replace("105万", "107万")})
    (folder / "乙.txt").unlink()
    assert "新增 0，更新 1，未变 0，移除 1" in done("index", folder, "--home", home)
    assert "107万人以上" in done("ask", QUESTION, "--home", home, *TODAY)


def test_a_question_is_answered_with_its_source(home: Path) -> None:
    out = done("ask", QUESTION, "--home", home, *TODAY)
    assert out.startswith("浙江2026年目标：城镇新增就业105万人以上[1]。")
    assert "浙江/2026.txt" in out


def test_the_json_of_an_answer_is_what_the_schema_says(home: Path) -> None:
    told_json = json.loads(done("ask", QUESTION, "--json", "--home", home, *TODAY))
    Draft202012Validator(SCHEMA).validate(told_json)
    assert told_json["question"] == QUESTION
    few = json.loads(done("ask", QUESTION, "--json", "--passages", "2", "--home", home, *TODAY))
    assert len(few["passages"]) == 2


def test_a_refusal_is_an_answer_too(home: Path) -> None:
    assert "文库中没有昆山的文件" in done("ask", "昆山2026年的目标", "--home", home, *TODAY)


def test_a_conversation_is_read_from_a_file(home: Path, tmp_path: Path) -> None:
    past = tmp_path / "past.json"
    past.write_text(json.dumps([{"role": "user", "content": QUESTION}]), encoding="utf-8")
    out = done("ask", "那江苏呢？", "--history", past, "--home", home, *TODAY)
    assert out.startswith("江苏2026年目标：城镇新增就业118万人以上[1]。")


def test_the_day_decides_what_this_year_means(home: Path) -> None:
    asked = ("ask", "浙江今年就业目标是多少", "--home", home)
    assert "105万人以上" in done(*asked, "--today", "2026-12-31")
    assert "100万人以上" in done(*asked, "--today", "2025-01-01")


def test_many_questions_are_answered_in_order(home: Path, tmp_path: Path) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    asked = [{"id": "甲", "question": QUESTION}, {"id": 2, "question": "五新消费是什么"}]
    lines = [json.dumps(question, ensure_ascii=False) for question in asked]
    questions.write_text(lines[0] + "\n\n" + lines[1] + "\n", encoding="utf-8")
    assert "2 个答案" in done("batch", questions, "--out", out, "--home", home, *TODAY)
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["甲", "2"]
    for answer in answers:
        Draft202012Validator(SCHEMA).validate(answer)


def test_a_cited_span_can_be_shown(home: Path) -> None:
    [cited] = json.loads(done("ask", QUESTION, "--json", "--home", home, *TODAY))["citations"]
    span = ("--start", str(cited["start"]), "--end", str(cited["end"]))
    assert done("show", cited["source"], *span, "--home", home) == f"{cited['text']}\n"
    assert cited["text"] in done("show", cited["source"], "--home", home)


def test_cases_are_scored(home: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    case = {"id": "1", "type": "number", "question": QUESTION, "must": [["105万人以上"]]}
    cases.write_text(json.dumps(case), encoding="utf-8")
    out = done("eval", "--cases", cases, "--home", home, *TODAY)
    assert [line.split()[:3] for line in out.splitlines()[1:3]] == [
        ["number", "1", "1.00"],
        ["all", "1", "1.00"],
    ]


def test_a_home_without_an_index_says_what_to_run(tmp_path: Path) -> None:
    line = told("ask", QUESTION, "--home", tmp_path / "none")
    assert "zhengwen index" in line
    assert str(tmp_path / "none") in line


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in told("index", tmp_path / "none", "--home", tmp_path / "home")


def test_an_empty_folder_is_named_with_the_formats(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    line = told("index", tmp_path / "empty", "--home", tmp_path / "home")
    assert str(tmp_path / "empty") in line
    assert ".docx" in line


def test_an_unreadable_file_does_not_stop_the_others(library: Path, tmp_path: Path) -> None:
    folder, home = tmp_path / "library", tmp_path / "home"
    shutil.copytree(library, folder)
    (folder / "空的.txt").write_text("", encoding="utf-8")
    (folder / "假的.docx").write_text("这不是 Word 文件", encoding="utf-8")
    result = CliRunner().invoke(app, ["index", str(folder), "--home", str(home)])
    assert result.exit_code == 1
    assert "读不了 2" in result.stdout
    assert "空的.txt" in result.stdout
    assert "假的.docx" in result.stdout
    assert "105万人以上" in done("ask", QUESTION, "--home", home, *TODAY)


def test_nothing_readable_at_all_is_told(tmp_path: Path) -> None:
    written(tmp_path / "library", {"空的.txt": ""})
    line = told("index", tmp_path / "library", "--home", tmp_path / "home")
    assert "空的.txt" in line


@pytest.mark.parametrize("day", ["明天", "2026-13-01", "20260", ""], ids=list("abcd"))
def test_a_wrong_day_is_told(day: str, home: Path) -> None:
    line = told("ask", QUESTION, "--home", home, "--today", day)
    assert line == f"--today 要写成 2026-03-01 这样的日期，不能是 {day}。"


def test_an_empty_question_is_told(home: Path) -> None:
    assert told("ask", "  ", "--home", home) == "请输入问题。"


@pytest.mark.parametrize("name", ["rows.npy", "documents.jsonl", "vectors.faiss", "manifest.json"])
def test_a_truncated_index_says_what_to_run(name: str, copy: Path) -> None:
    damaged = part(copy, name)
    damaged.write_bytes(damaged.read_bytes()[:20])
    assert "zhengwen index" in told("ask", QUESTION, "--home", copy)


def test_a_damaged_index_is_made_anew(copy: Path, library: Path) -> None:
    part(copy, "rows.npy").unlink()
    assert f"新增 {len(DOCUMENTS)}" in done("index", library, "--home", copy)
    assert "105万人以上" in done("ask", QUESTION, "--home", copy, *TODAY)


def test_a_source_that_is_not_there_is_named(home: Path) -> None:
    assert told("show", "无.txt", "--home", home) == "文库里没有 无.txt。"


@pytest.mark.parametrize("text", ["", "{", "问", '{"role": "user"}'], ids=list("abcd"))
def test_a_malformed_conversation_is_told(text: str, home: Path, tmp_path: Path) -> None:
    past = tmp_path / "past.json"
    past.write_text(text, encoding="utf-8")
    assert told("ask", "那江苏呢", "--history", past, "--home", home)


def test_a_malformed_question_is_named_before_anything_is_written(
    home: Path, tmp_path: Path
) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text('{"question": "就业目标"}\n{"id": 2}\n', encoding="utf-8")
    line = told("batch", questions, "--out", out, "--home", home)
    assert line == f"{questions}:2 缺少字段 question。"
    assert not out.exists()


def test_a_malformed_case_is_named(home: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": 1, "question": "?"}\n', encoding="utf-8")
    assert told("eval", "--cases", cases, "--home", home) == f"{cases}:1 缺少字段 type。"


@pytest.mark.slow
def test_errors_of_the_person_are_one_line_without_a_traceback(
    root: Path, home: Path, tmp_path: Path
) -> None:
    wrong = (
        ("ask", QUESTION, "--home", tmp_path / "none"),
        ("ask", QUESTION, "--home", home, "--today", "明天"),
        ("index", tmp_path / "none", "--home", tmp_path / "home"),
    )
    for arguments in wrong:
        ended = process(root, *arguments)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr.count("\n") == 1
        assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_the_module_answers_as_a_program(root: Path, home: Path) -> None:
    ended = process(root, "ask", QUESTION, "--home", home, *TODAY)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "105万人以上" in ended.stdout


@pytest.mark.slow
def test_without_arguments_the_program_prints_its_help(root: Path) -> None:
    ended = process(root)
    assert ended.returncode in (0, 2)
    assert "index" in ended.stdout + ended.stderr
    assert process(root, "frobnicate").returncode == 2


def test_a_conversation_of_the_wrong_shape_is_named(home: Path, tmp_path: Path) -> None:
    past = tmp_path / "past.json"
    past.write_text('{"role": "user"}', encoding="utf-8")
    assert str(past) in told("ask", "那江苏呢", "--history", past, "--home", home)


def test_answers_that_cannot_be_written_are_told(home: Path, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"question": "就业目标"}\n', encoding="utf-8")
    out = tmp_path / "none" / "a.jsonl"
    assert str(out) in told("batch", questions, "--out", out, "--home", home)


def test_an_empty_question_of_many_is_named(home: Path, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"question": "就业目标"}\n{"question": " "}\n', encoding="utf-8")
    line = told("batch", questions, "--out", tmp_path / "a.jsonl", "--home", home)
    assert line.startswith(f"{questions}:2 ")


@pytest.mark.parametrize("text", ["\ufeff就业目标", "就业\u2028目标"], ids=["mark", "separator"])
def test_what_json_allows_in_a_line_is_read(text: str, home: Path, tmp_path: Path) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    mark = text.startswith("\ufeff") * "\ufeff"
    line = json.dumps({"question": text.lstrip("\ufeff")}, ensure_ascii=False)
    questions.write_text(f"{mark}{line}\n", encoding="utf-8")
    done("batch", questions, "--out", out, "--home", home)
    assert out.read_text(encoding="utf-8").count("\n") == 1


def test_a_document_of_no_known_kind_is_indexed(tmp_path: Path) -> None:
    written(tmp_path / "library", {"随笔.txt": "乡村见闻\n村口的老樟树今年又添了新枝。\n"})
    assert "1 个文件" in done("index", tmp_path / "library", "--home", tmp_path / "home")
