"""The tab 提法 in a browser, over the bundled documents."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.served import END_SECONDS, READY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The tab as the command serves it over the bundled documents."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "ZHENGWEN_HOME": str(home), "ZHENGWEN_PORT": "0"}
    command = [sys.executable, "-m", "rag.cli", "serve", "--today", "2026-03-01"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix(READY).strip()
        shown = browser.new_page()
        troubles: list[str] = []
        shown.on("pageerror", lambda error: troubles.append(str(error)))
        shown.goto(url)
        shown.get_by_role("tab", name="提法").click()
        yield shown
        shown.close()
        process.terminate()
        process.wait(END_SECONDS)
        assert troubles == []


def test_a_phrase_is_followed_and_its_use_opened(page: Page) -> None:
    field = page.locator("#zw-wording-box").locator("input, textarea")
    field.fill("低空经济、天外来客")
    field.press("Enter")
    expect(page.locator("#zw-wording-sheet svg")).to_have_count(1)
    expect(page.locator("#zw-wording-sheet")).to_contain_text("没有文件用过“天外来客”")
    page.locator("#zw-wording-sheet .cite").first.click()
    expect(page.locator("#zw-wording-viewer mark")).to_contain_text("低空经济")


def test_two_years_need_a_place(page: Page) -> None:
    page.click("#zw-wording-compare")
    expect(page.locator("#zw-wording-notice")).to_contain_text("请选一个地区")
