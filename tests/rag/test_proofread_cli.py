"""``zhengwen check`` and ``zhengwen verify`` from the outside: what they say and how they end."""

import json
import shutil
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from rag.cli import app
from rag.proofread.word_comments import AUTHOR
from tests.rag.proofread.drafts import PRESS, saved, word

RIGHT = "浙江2026年城镇新增就业105万人以上。"
WRONG = "浙江2026年地区生产总值增长6%以上。"


@pytest.fixture(autouse=True)
def _user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGWEN_USER", "校对组")
    monkeypatch.setenv("ZHENGWEN_TODAY", "2026-04-01")


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A copy of the index that may be written to."""
    return Path(shutil.copytree(home, tmp_path / "home"))


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit status, output and what was said of trouble."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_right_statement_ends_with_0_and_its_source(copy: Path) -> None:
    status, out, _ = run("check", RIGHT, "--home", copy)
    assert status == 0
    assert out.startswith("属实：原文是“")
    assert "浙江/2026.txt" in out


def test_a_wrong_statement_ends_with_1_and_the_right_fact(copy: Path) -> None:
    status, out, _ = run("check", WRONG, "--home", copy)
    assert status == 1
    assert out.startswith("不符（")
    assert "增长5%以上" in out


def test_the_json_of_a_statement_has_all_of_it(copy: Path) -> None:
    status, out, _ = run("check", "江苏2026年粮食产量127亿斤以上。", "--json", "--home", copy)
    told = json.loads(out)
    assert status == 1
    assert (told["verdict"], told["error"]) == ("refuted", "wrong_place")
    assert "755亿斤以上" in told["fact"]
    assert "127亿斤以上" in told["origin"]
    assert told["explanation"].startswith("原文是")
    assert [set(c) >= {"source", "start", "end", "text", "sha256"} for c in told["citations"]]


def test_parts_of_a_statement_are_told_one_by_one(copy: Path) -> None:
    said = "浙江2026年地区生产总值增长6%以上，城镇新增就业105万人以上。"
    told = json.loads(run("check", said, "--json", "--home", copy)[1])
    assert [part["verdict"] for part in told["parts"]] == ["refuted", "supported"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("浙江2026年就业目标是多少", "这是一个问题，不是陈述；请用 zhengwen ask 提问。"),
        ("让我们携手共进。", "这句话里没有可以核对的事实。"),
    ],
    ids=["question", "rhetoric"],
)
def test_what_is_no_statement_is_told(said: str, answer: str, copy: Path) -> None:
    assert run("check", said, "--home", copy) == (0, f"{answer}\n", "")
    assert not (copy / "checks.jsonl").exists()


def test_place_and_day_are_those_given(copy: Path) -> None:
    options = ("--place", "浙江省", "--today", "2025-06-01", "--home", copy)
    status, out, _ = run("check", "今年，全省城镇新增就业100万人以上。", *options)
    assert status == 0
    assert "按浙江、“今年”即2025年核对" in out


def test_a_draft_comes_back_with_comments_a_table_and_a_summary(copy: Path, tmp_path: Path) -> None:
    draft = saved(word(*PRESS), tmp_path / "稿.docx")
    out, table = tmp_path / "核.docx", tmp_path / "表.csv"
    status, said, _ = run("check", draft, "--out", out, "--table", table, "--home", copy)
    assert status == 1
    assert "✗ 第3段 今年，全省生产总值预期增长6%以上。" in said
    assert "共 7 句，核对 3 句：属实 2，不符 1，查无依据 0。" in said
    assert [c.author for c in docx.Document(str(out)).comments] == [AUTHOR] * 3
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert run("verify", out, "--home", copy) == (0, "2 处引用：仍在 2。\n", "")


def test_a_text_comes_back_as_markdown_or_word(copy: Path, tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("\n".join(PRESS), encoding="gb18030")
    for name in ("核.md", "核.docx"):
        assert run("check", draft, "--out", tmp_path / name, "--home", copy)[0] == 1
        assert run("verify", tmp_path / name, "--home", copy)[0] == 0
    text = (tmp_path / "核.md").read_text(encoding="utf-8")
    assert "今年，全省生产总值预期增长6%以上。[^zw4]" in text


def test_the_json_of_a_draft_counts_and_lists(copy: Path, tmp_path: Path) -> None:
    draft = tmp_path / "稿.md"
    draft.write_text("\n\n".join(PRESS), encoding="utf-8")
    told = json.loads(run("check", draft, "--json", "--home", copy)[1])
    assert told["summary"] == {
        "sentences": 7,
        "checked": 3,
        "supported": 2,
        "refuted": 1,
        "not_enough_info": 0,
    }
    assert [finding["number"] for finding in told["findings"]] == list(range(1, 8))


def test_what_was_checked_is_noted_unless_that_is_switched_off(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", RIGHT, "--home", copy)
    run("check", saved(word(*PRESS), tmp_path / "稿.docx"), "--home", copy)
    monkeypatch.setenv("ZHENGWEN_LOG_CHECKS", "false")
    run("check", RIGHT, "--home", copy)
    lines = [json.loads(line) for line in (copy / "checks.jsonl").read_text("utf-8").splitlines()]
    assert [(line["user"], line["manuscript"]) for line in lines] == [
        ("校对组", ""),
        *[("校对组", "稿.docx")] * 3,
    ]


def test_a_log_that_cannot_be_written_is_told_and_the_verdict_stands(copy: Path) -> None:
    (copy / "checks.jsonl").mkdir()
    status, out, trouble = run("check", RIGHT, "--home", copy)
    assert status == 0
    assert out.startswith("属实")
    assert "没能记下" in trouble


def test_a_draft_with_nothing_to_check_says_so(copy: Path, tmp_path: Path) -> None:
    draft = saved(word("春天来了。", "让我们前行！"), tmp_path / "稿.docx")
    status, said, _ = run("check", draft, "--home", copy)
    assert status == 0
    assert said.startswith("稿.docx 里没有可以核对的事实。")


def test_trouble_ends_with_2_and_one_sentence(copy: Path, tmp_path: Path) -> None:
    draft = saved(word(*PRESS), tmp_path / "稿.docx")
    (tmp_path / "假.docx").write_text("不是", encoding="utf-8")
    cases: list[tuple[tuple[str | Path, ...], str]] = [
        ((tmp_path / "无.docx",), "没有"),
        ((tmp_path / "假.docx",), "不是 Word 文件"),
        ((" ",), "空的"),
        ((draft, "--out", draft), "不能就是稿子"),
        ((draft, "--out", tmp_path / "核.md"), "--out 要以 .docx 结尾"),
        ((draft, "--table", tmp_path / "表.xlsx"), "--table 要以"),
        ((draft, "--place", "月球"), "--place 要是一个地名"),
        ((draft, "--today", "明天"), "--today 要写成"),
        ((RIGHT, "--out", tmp_path / "核.docx"), "只用于稿子"),
    ]
    for arguments, said in cases:
        status, out, trouble = run("check", *arguments, "--home", copy)
        assert (status, out) == (2, ""), arguments
        assert said in trouble
        assert trouble.count("\n") == 1


def test_citations_that_are_gone_end_with_1(copy: Path, tmp_path: Path) -> None:
    report = tmp_path / "a.json"
    told = json.loads(run("check", RIGHT, "--json", "--home", copy)[1])
    told["citations"][0]["source"], told["citations"][0]["title"] = "旧.txt", "旧"
    told["citations"][0]["place"] = "别处"
    report.write_text(json.dumps(told), encoding="utf-8")
    status, out, _ = run("verify", report, "--home", copy)
    assert status == 1
    assert out.startswith("不在了：旧.txt")
    states = json.loads(run("verify", report, "--json", "--home", copy)[1])
    assert [one["state"] for one in states] == ["gone"]


def test_the_json_of_an_answer_can_be_verified(copy: Path, tmp_path: Path) -> None:
    report = tmp_path / "a.json"
    report.write_text(run("ask", "五新消费是什么", "--json", "--home", copy)[1], encoding="utf-8")
    status, out, _ = run("verify", report, "--home", copy)
    assert status == 0
    assert "仍在" in out


def test_a_file_without_a_report_ends_with_2(copy: Path, tmp_path: Path) -> None:
    path = saved(word(*PRESS), tmp_path / "稿.docx")
    assert run("verify", path, "--home", copy)[0] == 2
    assert run("verify", tmp_path / "无.json", "--home", copy)[0] == 2
