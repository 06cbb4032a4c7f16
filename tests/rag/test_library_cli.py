"""``zhengwen library``: what it prints, what it changes, what it says when something is wrong."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.cli import app
from tests.rag.documents import DOCUMENTS
from tests.rag.library import written
from tests.rag.test_cli import done, told

SOURCE = "浙江/2026.txt"
QUESTION = "浙江2026年城镇新增就业目标是多少？"
TODAY = ("--today", "2026-04-01")


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A copy of the index that may be written to."""
    return Path(shutil.copytree(home, tmp_path / "home"))


@pytest.mark.parametrize("command", ["add", "remove", "list", "show", "set", "doctor"])
def test_every_command_explains_itself(command: str) -> None:
    assert "--home" in done("library", command, "--help")


def test_adding_is_indexing(library: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = done("library", "add", library, "--home", home)
    assert f"新增 {len(DOCUMENTS)}，更新 0" in first
    assert f"未变 {len(DOCUMENTS)}" in done("index", library, "--home", home)


def test_every_document_is_listed(home: Path) -> None:
    out = done("library", "list", "--home", home)
    for source in DOCUMENTS:
        assert source in out
    assert f"{len(DOCUMENTS)} 个文件" in out
    [line] = [line for line in out.splitlines() if SOURCE in line]
    for cell in ("2026年浙江省政府工作报告", "浙江", "2026", "政府工作报告", "在用"):
        assert cell in line


def test_the_list_as_json_names_every_field(home: Path) -> None:
    rows = json.loads(done("library", "list", "--json", "--home", home))
    [row] = [row for row in rows if row["source"] == SOURCE]
    assert row.pop("sentences") > 10
    assert row.pop("added") == row.pop("changed") != ""
    assert row == {
        "source": SOURCE,
        "title": "2026年浙江省政府工作报告",
        "place": "浙江",
        "year": 2026,
        "kind": "report",
        "date": "2026-01-14",
        "speaker": "沈一舟",
        "status": "current",
        "reason": "",
        "corrected": [],
    }


def test_a_document_is_shown_with_its_outline(home: Path) -> None:
    out = done("library", "show", SOURCE, "--home", home)
    for part in (
        "2026年浙江省政府工作报告（标题：",
        "沈一舟（开头几行：",
        "版本",
        "现在用的",
        "目录",
    ):
        assert part in out
    assert "（一）实施六大工程" in out


def test_each_field_is_shown_with_what_says_it_and_how_surely(home: Path) -> None:
    lines = done("library", "show", SOURCE, "--home", home).splitlines()
    assert "年份      2026（会议行：2026年1月14日；确定）" in lines
    said = "由地名推出：浙江省第十四届人民代表大会第四次会议"
    assert f"级别      省级（{said}；确定）" in lines
    assert any(line.startswith("发文机关  浙江省人民政府（") for line in lines)


def test_of_a_file_that_is_gone_only_the_values_are_shown(tmp_path: Path) -> None:
    folder, home = written(tmp_path / "library", {SOURCE: DOCUMENTS[SOURCE]}), tmp_path / "home"
    done("index", folder, "--home", home)
    (folder / SOURCE).unlink()
    lines = done("library", "show", SOURCE, "--home", home).splitlines()
    assert {"年份      2026", "地名      浙江", "级别      省级"} <= set(lines)


def test_a_member_of_an_archive_is_shown_with_what_says_its_fields(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with zipfile.ZipFile(tmp_path / "材料.zip", "w") as archive:
        archive.writestr(SOURCE, DOCUMENTS[SOURCE])
    assert "新增 1" in done("library", "add", tmp_path / "材料.zip", "--home", home)
    shown = done("library", "show", f"材料.zip/{SOURCE}", "--home", home)
    assert "地名      浙江（" in shown
    assert str(tmp_path / "材料.zip" / SOURCE) in shown
    assert "没有发现问题。" in done("library", "doctor", "--home", home)


def test_the_address_that_a_file_was_fetched_from_is_shown(tmp_path: Path) -> None:
    folder, home = written(tmp_path / "library", {SOURCE: DOCUMENTS[SOURCE]}), tmp_path / "home"
    assert "更新 0" in done("index", folder, "--home", home)
    assert "网址" not in done("library", "show", SOURCE, "--home", home)
    sha256 = hashlib.sha256((folder / SOURCE).read_bytes()).hexdigest()
    note = json.dumps({"url": "https://www.zj.example/1.html", "sha256": sha256})
    (folder / f"{SOURCE}.json").write_text(note, encoding="utf-8")
    assert "更新 1" in done("index", folder, "--home", home)
    assert "未变 1" in done("index", folder, "--home", home)
    shown = done("library", "show", SOURCE, "--home", home)
    assert "网址      https://www.zj.example/1.html" in shown
    assert SOURCE + ".json" not in shown


def test_a_corrected_field_is_answered_from_at_once_and_shown(copy: Path) -> None:
    out = done("library", "set", SOURCE, "--place", "江西省", "--home", copy)
    assert out.startswith(f"{SOURCE} 现在是：题目 2026年江西省政府工作报告，地名 江西，")
    answer = done("ask", "江西2026年城镇新增就业目标是多少？", "--home", copy, *TODAY)
    assert "105万人以上" in answer
    shown = done("library", "show", SOURCE, "--home", copy)
    assert "江西（人工更正；确定；读到的是 浙江）" in shown
    assert "江西省人民政府（随更正；读到的是 浙江省人民政府）" in shown
    assert "（随更正；读到的是 2026年浙江省政府工作报告）" in shown
    done("library", "set", SOURCE, "--reset", "--home", copy)
    assert "105万人以上" in done("ask", QUESTION, "--home", copy, *TODAY)


def test_a_corrected_field_survives_indexing_and_a_changed_file(tmp_path: Path) -> None:
    folder, home = tmp_path / "library", tmp_path / "home"
    written(folder, {SOURCE: DOCUMENTS[SOURCE]})
    done("index", folder, "--home", home)
    done("library", "set", SOURCE, "--speaker", "张三", "--date", "2026-01-15", "--home", home)
    written(folder, {SOURCE: DOCUMENTS[SOURCE].replace("105万", "107万")})
    done("index", folder, "--home", home)
    [row] = json.loads(done("library", "list", "--json", "--home", home))
    assert (row["speaker"], row["date"]) == ("张三", "2026-01-15")
    assert row["corrected"] == ["speaker", "date"]
    assert done("library", "show", SOURCE, "--home", home).count("版本 ") == 2


def test_a_place_that_nobody_knows_is_taken_with_a_warning(copy: Path) -> None:
    arguments = ["library", "set", SOURCE, "--place", "无此地", "--home", str(copy)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "地名表里没有“无此地”" in result.stderr
    assert "地名 无此地" in result.stdout


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [
        ("--year", "1900", "1949 到 2100"),
        ("--kind", "book", "report（政府工作报告）"),
        ("--date", "明天", "2026-01-14"),
        ("--place", " ", "文字"),
    ],
    ids=["year", "kind", "date", "place"],
)
def test_a_wrong_value_names_the_field_and_what_is_allowed(
    option: str, value: str, allowed: str, home: Path
) -> None:
    line = told("library", "set", SOURCE, option, value, "--home", home)
    assert line.startswith(option.removeprefix("--"))
    assert allowed in line


def test_nothing_to_set_is_told(home: Path) -> None:
    assert "--place" in told("library", "set", SOURCE, "--home", home)


def test_what_is_removed_is_neither_cited_nor_listed(copy: Path, library: Path) -> None:
    assert "移除了 1 个文件" in done("library", "remove", SOURCE, "--home", copy)
    assert SOURCE not in done("ask", QUESTION, "--home", copy, *TODAY)
    rows = json.loads(done("library", "list", "--json", "--home", copy))
    assert SOURCE not in [row["source"] for row in rows]
    everything = json.loads(done("library", "list", "--json", "--all", "--home", copy))
    [row] = [row for row in everything if row["source"] == SOURCE]
    assert (row["status"], row["reason"]) == ("removed", "由使用者移除")
    assert "已移除" in done("library", "show", SOURCE, "--home", copy)
    assert "跳过了 1 个移除过的文件" in done("index", library, "--home", copy)
    assert "新增 1" in done("library", "add", library / SOURCE, "--home", copy)
    assert SOURCE in done("ask", QUESTION, "--home", copy, *TODAY)


@pytest.mark.parametrize("command", ["remove", "show", "set"])
def test_an_unknown_source_is_told_with_the_nearest(command: str, home: Path) -> None:
    more = ["--year", "2026"] if command == "set" else []
    line = told("library", command, "浙江2026.txt", *more, "--home", home)
    assert line.startswith("文库里没有 浙江2026.txt；是不是 浙江/2026.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", SOURCE),
        ("set", SOURCE, "--year", "2026"),
        ("remove", SOURCE),
        ("doctor",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_home_without_an_index_says_what_to_run(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    line = told("library", *arguments, "--home", tmp_path / "none")
    assert "zhengwen index" in line
    assert str(tmp_path / "none") in line
    assert not (tmp_path / "none").exists()


def test_copies_are_told_when_they_are_indexed_and_cited_once(tmp_path: Path) -> None:
    folder, home = tmp_path / "library", tmp_path / "home"
    written(folder, {SOURCE: DOCUMENTS[SOURCE]})
    (folder / "副本.txt").write_text(DOCUMENTS[SOURCE], encoding="gb18030")
    out = done("index", folder, "--home", home)
    assert "1 个文件与别的文件是同一份文字，不重复引用。" in out
    assert "重复" in out
    assert "副本.txt" not in done("ask", QUESTION, "--home", home, *TODAY)
    assert "重复：与 浙江/2026.txt 是同一份文字" in done("library", "list", "--home", home)


def test_a_sound_library_is_told_so(home: Path) -> None:
    result = CliRunner().invoke(app, ["library", "doctor", "--home", str(home)])
    assert result.stdout.splitlines()[-1].startswith(("没有发现问题", "1 个问题"))


def test_what_is_wrong_is_told_with_what_to_do_and_status_one(tmp_path: Path) -> None:
    folder, home = tmp_path / "library", tmp_path / "home"
    written(folder, {SOURCE: DOCUMENTS[SOURCE]})
    done("index", folder, "--home", home)
    assert "没有发现问题。" in done("library", "doctor", "--home", home)
    (folder / SOURCE).unlink()
    result = CliRunner().invoke(app, ["library", "doctor", "--home", str(home)])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "问题：文件已不在原处，引用打不开原文件",
        f"    {SOURCE}",
        "  办法：放回文件；不要了，运行 zhengwen library remove。",
        "1 个问题，0 条提示。",
    ]
    result = CliRunner().invoke(app, ["library", "doctor", "--json", "--home", str(home)])
    [found] = json.loads(result.stdout)
    assert (result.exit_code, found["level"], found["sources"]) == (1, "wrong", [SOURCE])


def test_a_catalogue_that_is_gone_is_listed_from_the_index_with_a_warning(copy: Path) -> None:
    (copy / "catalogue.sqlite").unlink()
    result = CliRunner().invoke(app, ["library", "list", "--home", str(copy)])
    assert result.exit_code == 0
    assert f"{len(DOCUMENTS)} 个文件" in result.stdout
    assert "catalogue.sqlite 不在" in result.stderr


def test_corrections_that_make_no_sense_are_named(copy: Path) -> None:
    (copy / "corrections.json").write_text("{", encoding="utf-8")
    assert "corrections.json" in told("library", "set", SOURCE, "--year", "2026", "--home", copy)
    assert "corrections.json" in done("library", "show", SOURCE, "--home", copy)
