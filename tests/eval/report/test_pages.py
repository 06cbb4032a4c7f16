"""The report as one HTML page and as Markdown."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from eval.change import Change
from eval.record import Record, record
from eval.report.pages import html, markdown
from tests.eval.answers import answer, result
from tests.eval.report.records import IMAGE, SCRIPT, run

pytestmark = pytest.mark.slow  # matplotlib alone takes more than a second to load

CHANGE = Change(5, {"correct": (0.5, 0.75), "p50": (0.02, 0.02)}, ("a1", SCRIPT), ())
LOADING = {"src", "srcset", "href", "xlink:href", "data", "poster", "action", "background"}
NAMING = re.compile(r"xmlns(:\w+)?|rdf:(resource|about)")
"""Attributes that name a vocabulary; nothing is loaded from there."""


@dataclass
class Page(HTMLParser):
    """The tags, attributes and texts of a page."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style":
            self.styles.append(data)
        else:
            self.text += data


def parsed(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    return page


@pytest.fixture(scope="module")
def done() -> Record:
    return run()


@pytest.fixture(scope="module")
def page(done: Record) -> Page:
    return parsed(html(done, CHANGE))


@pytest.fixture(scope="module")
def lines(done: Record) -> list[str]:
    return markdown(done, CHANGE).splitlines()


def test_the_page_loads_nothing_from_elsewhere(page: Page) -> None:
    assert {"script", "link", "img", "iframe", "object", "embed", "base"} & set(page.tags) == set()
    loaded = [value for name, value in page.attributes if name in LOADING]
    outside = [value for value in loaded if not value.startswith(("#", "data:image/"))]
    assert outside == []
    named = [(n, v) for n, v in page.attributes if "//" in v and not v.startswith("data:image/")]
    assert [name for name, _ in named if not NAMING.fullmatch(name)] == []


def test_the_styles_of_the_page_load_nothing(page: Page) -> None:
    inline = [value for name, value in page.attributes if name in ("style", "clip-path")]
    for style in (*page.styles, *inline):
        assert "@import" not in style
        assert "//" not in style
        assert re.findall(r"url\((?!#)", style) == []


def test_nothing_on_the_page_reacts_to_anything(page: Page) -> None:
    assert [name for name, _ in page.attributes if name.startswith("on")] == []


def test_all_texts_are_escaped_and_can_be_read(page: Page) -> None:
    for text in (
        f"zhengwen {SCRIPT}",
        f"{IMAGE}.jsonl",
        f"{SCRIPT}问",
        f"不知道{SCRIPT}",
        f"{IMAGE}原文",
        f"{SCRIPT}.txt",
        f"问题太长{IMAGE}。",
        f"浙江：{IMAGE}",
        f"文库里没有 {SCRIPT}",
    ):
        assert text in page.text


def test_the_page_shows_totals_change_plots_and_failures(page: Page, done: Record) -> None:
    assert page.tags.count("svg") == 3
    assert page.tags.count("details") == 4
    for text in ("6 题", "15 个文件", "变对：a1、", "变错：无", "50 ms", "（未提及）"):
        assert text in page.text
    assert "0.50 → 0.75" in re.sub(r"\s+", " ", page.text)
    assert "20 ms" not in page.text
    assert done.version in page.text


def test_the_page_is_the_same_each_time(done: Record) -> None:
    assert html(done, CHANGE) == html(done, CHANGE)


def test_a_run_without_failures_statements_or_change_makes_a_page_too() -> None:
    done = record("zhengwen", ["a.jsonl"], 1, [result("a", answer(), evidence=())])
    page = parsed(html(done, None))
    assert page.tags.count("svg") == 1
    assert "与上次相比" not in page.text
    assert "没答对的题（0）" in page.text
    assert "没有计分" not in markdown(done, None)


def test_the_table_of_the_markdown_is_whole(lines: list[str], done: Record) -> None:
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 2 + len(done.types)
    start = lines.index(table[0])
    assert lines[start : start + len(table)] == table
    cells = [len(re.findall(r"(?<!\\)\|", line)) for line in table]
    assert len(set(cells)) == 1
    assert table[1].strip("|-:") == ""
    assert table[-1].startswith("| all | 0.33 |")


def test_the_markdown_names_change_failures_and_what_was_not_scored(lines: list[str]) -> None:
    assert sum(line.startswith("- **") for line in lines) == 4
    for text in ("变对：a1、", "变错：无。", "- gone：", "实答：没有答案。问题太长"):
        assert any(text in line for line in lines)


def test_markup_in_texts_is_no_markup_of_the_markdown(lines: list[str]) -> None:
    told = next(line for line in lines if "不知道" in line)
    assert told.endswith(r"不知道\<script>alert(1)\</script> \| 换行 \| \*星\* \[1]。")
    assert [line for line in lines if "<" in line.replace(r"\<", "")] == []
