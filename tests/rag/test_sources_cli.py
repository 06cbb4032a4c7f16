"""``zhengwen sources``: what it prints and how it ends, against a site on this machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.errors import UserError
from rag.cli import app
from rag.sources_cli import latest_year, wanted_years
from tests.corpus.sources.site import Answer, Site, listing, page, report, serving, word_report

TODAY = date(2026, 3, 1)
FILE = "2025年甲市政府工作报告.html"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.put("/list", listing(_a="2025年政府工作报告"))
        site.put("/a", report(2025))
        yield site


@pytest.fixture
def catalog(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[source]]\nname = "jia"\nplace = "甲市"\npublisher = "甲市人民政府"\n'
        f'home = "{site.root}/"\nlists = ["{site.root}/list"]\ndomains = ["127.0.0.1"]\n'
        "delay_seconds = 0\nlocal = true\n",
        encoding="utf-8",
    )
    return path


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["sources", *map(str, arguments)])
    if isinstance(result.exception, UserError):
        return result.exit_code, str(result.exception)
    return result.exit_code, result.stdout


def test_the_sources_are_listed() -> None:
    code, out = run("list")
    assert code == 0
    for word in ("guowuyuan", "www.gov.cn", "新疆", "2014–2026"):
        assert word in out


def test_a_report_is_fetched_and_told(catalog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    code, out = run("fetch", "甲市", "--years", "2025", "--to", folder, "--catalog", catalog)
    assert code == 0, out
    assert f"{folder}：新存 1，更新 0，没有变 0，没有取到 0。" in out
    assert (folder / FILE).is_file()
    assert (folder / f"{FILE}.json").is_file()


def test_a_year_that_is_not_there_ends_with_1(catalog: Path, tmp_path: Path) -> None:
    code, out = run(
        *("fetch", "jia", "--years", "2024,2025", "--to", tmp_path / "o", "--catalog", catalog)
    )
    assert code == 1
    assert "没有找到这一年的报告" in out
    assert "新存 1，更新 0，没有变 0，没有取到 1。" in out


def test_what_was_fetched_is_indexed_at_once(site: Site, catalog: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    site.put("/a", page("政府工作报告", '<a href="/f.docx">附件</a>'))
    site.put("/f.docx", word_report(2025))
    wanted = ("fetch", "jia", "--years", "2025", "--catalog", catalog)
    code, out = run(*wanted, "--index", "--home", home)
    assert code == 0, out
    assert f"文库 {home}：1 个文件" in out
    assert (home / "sources" / "2025年甲市政府工作报告.docx").is_file()


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2024", (2024,)),
        ("2024,2025", (2024, 2025)),
        ("2025、2024", (2024, 2025)),
        ("2023-2025", (2023, 2024, 2025)),
        ("1954，2026", (1954, 2026)),
    ],
)
def test_years_are_written_in_several_ways(written: str, years: tuple[int, ...]) -> None:
    assert wanted_years(written, TODAY) == years


@pytest.mark.parametrize("written", ["", ",", "25", "2025-2024", "1953", "2028", "去年", "2024-"])
def test_years_that_make_no_sense_are_told(written: str) -> None:
    with pytest.raises(UserError, match="--years"):
        wanted_years(written, TODAY)


def test_the_latest_year_is_the_one_whose_reports_are_all_out() -> None:
    assert latest_year(date(2026, 3, 31)) == 2025
    assert latest_year(date(2026, 4, 1)) == 2026


def test_an_unknown_source_is_told(tmp_path: Path) -> None:
    assert run("fetch", "长安", "--to", tmp_path) == (
        1,
        "没有叫“长安”的来源；运行 zhengwen sources list 看全部来源。",
    )


@pytest.mark.slow
def test_without_network_it_says_so_in_one_sentence(root: Path, tmp_path: Path) -> None:
    done = python(root, tmp_path, "-m", "rag.cli", "sources", "fetch", "北京", "--years", "2025")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("没有连上网络：")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_an_interruption_leaves_whole_files(
    root: Path, site: Site, catalog: Path, tmp_path: Path
) -> None:
    site.put("/list", listing(_a="2025年政府工作报告", _b="2024年政府工作报告"))
    site.put("/b", Answer(report(2024).encode(), wait=20))
    folder = tmp_path / "originals"
    arguments = ("sources", "fetch", "jia", "--years", "2024,2025", "--to", str(folder))
    with subprocess.Popen(
        [sys.executable, "-m", "rag.cli", *arguments, "--catalog", str(catalog)],
        cwd=root,
        env=offline(root, tmp_path),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        until = time.monotonic() + 60
        while "/b" not in site.asked and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert errors.startswith("已中断；")
    assert (folder / FILE).read_text("utf-8") == report(2025)
    assert sorted(path.name for path in folder.glob("[!.]*")) == [FILE, f"{FILE}.json"]
    assert list(folder.glob(".*.part")) == []


@pytest.mark.slow
def test_asking_loads_nothing_of_it(root: Path, tmp_path: Path) -> None:
    code = """
import sys
from rag.cli import app
app(["ask", "浙江2025年经济增长目标是多少", "--home", sys.argv[1]], standalone_mode=False)
print([name for name in sys.modules if name.startswith("corpus.sources")])
"""
    home = tmp_path / "home"
    samples = str(root / "corpus" / "samples")
    python(root, tmp_path, "-m", "rag.cli", "index", samples, "--home", str(home))
    done = python(root, tmp_path, "-c", code, str(home))
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("\n[]\n")


def offline(root: Path, folder: Path) -> dict[str, str]:
    """The environment of a machine without network and with a home of its own."""
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(root / "tests" / "offline"),
        "OFFLINE_LOG": str(folder / "attempts.log"),
    }


def python(root: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python on a machine without network, with a home of its own."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=offline(root, folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
