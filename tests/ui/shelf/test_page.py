"""The journey of an upload through a browser, over a real library: taken in, asked, removed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from index.build import build
from index.embedders import encoder
from tests.rag.library import written
from tests.rag.shelf.shelves import report
from tests.ui.fakes import EVIL
from tests.ui.served import END_SECONDS, READY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    build(
        [written(folder / "library", {"云溪.txt": report("云溪县", 2026, 118)})],
        folder / "home",
        encoder(),
    )
    return folder / "home"


@pytest.fixture(scope="module")
def url(root: Path, home: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "rag.cli", "serve", "--today", "2026-03-01"]
    environment = {**os.environ, "ZHENGWEN_HOME": str(home), "ZHENGWEN_PORT": "0"}
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith(READY), line
        try:
            yield line.removeprefix(READY).strip()
        finally:
            process.terminate()
            process.wait(END_SECONDS)


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The tab 文库 at desktop width. At the end nothing has failed in the browser."""
    context = browser.new_context(viewport=ViewportSize(width=1280, height=800))
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    shown.goto(url)
    shown.get_by_role("tab", name="文库").click()
    expect(shown.locator("#zw-shelf-board tbody tr").first).to_be_visible()
    yield shown
    context.close()
    assert troubles == []


def upload(page: Page, folder: Path, **texts: str) -> None:
    files = written(folder, {f"{name}.txt": text for name, text in texts.items()})
    page.set_input_files("#zw-shelf-files input[type=file]", sorted(files.iterdir()))
    expect(page.locator("#zw-shelf-progress .counts")).to_contain_text("收进", timeout=15_000)


def test_an_upload_is_read_asked_corrected_and_removed(page: Page, tmp_path: Path) -> None:
    (tmp_path / "假.docx").write_bytes(b"MZ\x90")
    upload(page, tmp_path, 海陵=report("海陵县", 2026, 236))
    expect(page.locator("#zw-shelf-progress .state.added")).to_have_count(1)
    refused = page.locator("#zw-shelf-progress li", has=page.locator(".refused"))
    expect(refused).to_contain_text("不是 Word 文件")
    expect(page.locator("#zw-shelf-board tbody tr")).to_have_count(2)

    page.get_by_role("tab", name="问答").click()
    page.fill("#zw-box textarea", "2026年海陵县新修农村公路多少公里？")
    page.press("#zw-box textarea", "Enter")
    expect(page.locator(".exchange .is-done")).to_contain_text("236公里", timeout=10_000)

    page.get_by_role("tab", name="文库").click()
    page.click("#zw-shelf-progress button.name")
    expect(page.locator("#zw-shelf-reader .source")).to_contain_text("新修农村公路")
    expect(page.locator("#zw-shelf-book dd .why").first).to_be_visible()
    page.fill("#zw-shelf-find input", "公路236")
    page.press("#zw-shelf-find input", "Enter")
    expect(page.locator("#zw-shelf-reader mark")).to_have_text("公路236")
    page.click("[data-event=take]")
    with page.expect_download() as taken:
        page.click("#zw-shelf-taken .download")
    assert taken.value.suggested_filename == "海陵.txt"

    page.click("[data-event=edit]")
    page.fill("#zw-shelf-field-year input, #zw-shelf-field-year textarea", "2025")
    page.click("#zw-shelf-save")
    expect(page.locator("#zw-shelf-notice")).to_contain_text("已保存")
    page.click("[data-event=remove]")
    page.click(".surely [data-event=removed]")
    expect(page.locator("#zw-shelf-notice")).to_contain_text("已移除")
    expect(page.locator("#zw-shelf-board tbody tr")).to_have_count(1)


def test_nothing_from_outside_becomes_markup(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "报.txt"
    path.write_text(f"{EVIL}\n{report('青石县', 2026, 52)}{EVIL}", encoding="utf-8")
    page.set_input_files(
        "#zw-shelf-files input[type=file]",
        {"name": f"{EVIL}.txt", "mimeType": "text/plain", "buffer": path.read_bytes()},
    )
    expect(page.locator("#zw-shelf-progress .state.added")).to_be_visible(timeout=15_000)
    page.click("#zw-shelf-progress button.name")
    expect(page.locator("#zw-shelf-reader .source")).to_contain_text("<img")
    assert page.locator("#zw-shelf img").count() == 0
    assert page.evaluate("window.evil") is None


def test_a_file_over_the_limit_is_told_and_not_sent(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    page.set_input_files("#zw-shelf-files input[type=file]", path)
    expect(page.locator("#zw-shelf-adding [role=alert]")).to_contain_text("大.txt 超过 50 MB")
    expect(page.locator("#zw-shelf-progress li")).to_have_count(0)


def test_the_grid_opens_documents_and_speaks_english(page: Page) -> None:
    page.click("[data-view=grid]")
    page.click(".grid button >> nth=0")
    expect(page.locator("#zw-shelf-reader .sheet")).to_be_visible()
    page.click("[data-event=switch]")
    expect(page.locator("#zw-shelf-reader .back")).to_have_text("Back to the list")
    expect(page.locator("#zw-shelf-book")).to_contain_text("Correct")
