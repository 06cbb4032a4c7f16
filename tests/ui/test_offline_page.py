"""Whatever is done on the page, neither the browser nor the server talks to another host."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.house import House, Watch, signed_in, tab

pytestmark = pytest.mark.browser

QUESTION = "云溪县2026年新修农村公路多少公里"
DRAFT = "云溪县2026年新修农村公路118公里。"


@pytest.fixture(scope="module")
def watch(house: House) -> Watch:
    return Watch(urlsplit(house.url).netloc)


@pytest.fixture(scope="module")
def visit(browser: Browser, house: House, watch: Watch) -> Iterator[Page]:
    """The page, signed in to; all that left this machine since the sign-in was asked for."""
    context = browser.new_context(reduced_motion="reduce")
    watch.over(context)
    page = context.new_page()
    signed_in(page, house.url)
    yield page
    context.close()


@pytest.fixture(autouse=True)
def _nothing_left(visit: Page, house: House, watch: Watch) -> Iterator[None]:
    """Each test ends without anything having left this machine."""
    yield
    visit.wait_for_timeout(200)
    assert watch.left == []
    assert house.attempts() == []


def test_a_question_its_source_and_its_exports(visit: Page) -> None:
    visit.fill("#zw-box textarea", QUESTION)
    visit.press("#zw-box textarea", "Enter")
    expect(visit.locator(".is-done")).to_contain_text("118公里", timeout=30_000)
    visit.locator(".exchange .cite").first.click()
    expect(visit.locator("#zw-viewer #cited")).to_be_visible()
    for form in ("word", "markdown"):
        visit.locator(".exchange .take summary").click()
        with visit.expect_download():
            visit.click(f".exchange .take [data-form={form}]")
        visit.keyboard.press("Escape")


def test_the_tab_data(visit: Page) -> None:
    tab(visit, "data")
    expect(visit.locator("#zw-data-sheet tbody tr").first).to_be_visible()
    with visit.expect_download():
        visit.click("#zw-data-sheet [data-form=excel]")


def test_the_tab_desk(visit: Page) -> None:
    tab(visit, "desk")
    visit.fill("#zw-desk-box textarea", DRAFT)
    visit.click("#zw-desk-send")
    visit.click("#zw-desk-text .supported")
    visit.click("#zw-desk-evidence .card")
    expect(visit.locator("#zw-desk-viewer #cited")).to_be_visible()
    with visit.expect_download():
        visit.click("#zw-desk-summary .download")


def test_the_tab_wording(visit: Page) -> None:
    tab(visit, "wording")
    visit.fill("#zw-wording-box :is(input, textarea)", "农村公路")
    visit.click("#zw-wording-follow")
    visit.locator("#zw-wording-sheet .cite").first.click()
    expect(visit.locator("#zw-wording-viewer #cited")).to_be_visible()


def test_the_tab_shelf(visit: Page) -> None:
    tab(visit, "shelf")
    visit.locator("#zw-shelf-board .name").first.click()
    expect(visit.locator("#zw-shelf-reader .sheet")).to_be_visible()


def test_the_tab_evaluation_and_the_process_that_it_starts(visit: Page, house: House) -> None:
    tab(visit, "evaluation")
    visit.click("#zw-evaluation-run")
    expect(visit.locator("#zw-evaluation-progress")).to_contain_text("/ ", timeout=60_000)
    assert house.attempts() == []
    visit.click("#zw-evaluation-stop")
    expect(visit.locator("#zw-evaluation-run")).to_be_visible()


def test_a_request_to_another_host_would_be_seen(visit: Page, watch: Watch) -> None:
    visit.evaluate("fetch('http://192.0.2.1/').catch(() => null)")
    assert "192.0.2.1" in " ".join(watch.left)
    watch.left.clear()


def test_the_way_out(visit: Page) -> None:
    visit.click("#zw-header [action='/logout'] button")
    expect(visit.locator("#password")).to_be_visible()
