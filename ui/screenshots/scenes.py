"""What is done in each tab before it is photographed, all of it over the bundled documents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.types import Language

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUESTIONS: Mapping[Language, tuple[str, ...]] = {
    "zh": ("科技赋能1236行动的六大工程是哪些", "2026年各省GDP增长目标"),
    "en": ("What are the six projects?", "What is the GDP growth target of Zhejiang in 2025?"),
}
DRAFT = (
    "2025年工作情况\n"
    "浙江2025年的生产总值增长目标是5.5%左右，城镇新增就业的任务是100万人以上。\n"
    "江苏2025年地区生产总值增长目标是5.5%左右。\n"
    "山东2026年新建量子计算中心8个。"
)
PHRASE = "人工智能"
_RUN_MS = 600_000


@dataclass(frozen=True, slots=True)
class Scene:
    """A tab by its ``name``, which is also its place in the address; ``set_up`` brings it to what
    is to be seen."""

    name: str
    set_up: Callable[["Page", Language], None] = field(repr=False)


def ask(page: "Page", language: Language) -> None:
    """Questions answered, the source of the last one's first citation open."""
    converse(page, language)
    page.locator(".exchange").last.locator(".cite").first.click()
    page.wait_for_selector("#zw-viewer #cited")


def converse(page: "Page", language: Language) -> None:
    """Questions answered; on a phone a source would cover them."""
    for number, question in enumerate(QUESTIONS[language]):
        page.fill("#zw-box textarea", question)
        page.press("#zw-box textarea", "Enter")
        page.locator(".exchange").nth(number).locator(".is-done").wait_for()


def tabulate(page: "Page", _: Language) -> None:
    """The table that stands there first."""
    page.wait_for_selector("#zw-data-sheet tbody tr")


def proofread(page: "Page", _: Language) -> None:
    """A draft checked, the evidence against one of its sentences open."""
    page.fill("#zw-desk-box textarea", DRAFT)
    page.click("#zw-desk-send")
    page.click("#zw-desk-text .refuted")
    page.wait_for_selector("#zw-desk-evidence .card")


def follow(page: "Page", _: Language) -> None:
    """A phrase over the years, the source of its first use open."""
    page.fill("#zw-wording-box :is(input, textarea)", PHRASE)
    page.click("#zw-wording-follow")
    page.locator("#zw-wording-sheet .cite").first.click()
    page.wait_for_selector("#zw-wording-viewer #cited")


def list_documents(page: "Page", _: Language) -> None:
    """What the library holds."""
    page.wait_for_selector("#zw-shelf-board tbody tr")


def evaluate(page: "Page", _: Language) -> None:
    """The report of the bundled questions, which are asked the first time."""
    page.wait_for_selector("#zw-evaluation-sheet :is(table, p)")
    if page.locator("#zw-evaluation-sheet table").count() == 0:
        page.click("#zw-evaluation-run")
    page.wait_for_selector("#zw-evaluation-sheet table", timeout=_RUN_MS)


SCENES = (
    Scene("chat", ask),
    Scene("data", tabulate),
    Scene("desk", proofread),
    Scene("wording", follow),
    Scene("shelf", list_documents),
    Scene("evaluation", evaluate),
)
ON_PHONE = (Scene("chat", converse),)
