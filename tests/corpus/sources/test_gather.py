"""From a publisher's pages to reports on the shelf."""

import json
import socket

import httpx
import pytest

from corpus.sources.gather import gather, gather_all, lacking
from corpus.sources.shelf import Shelf
from corpus.sources.transport import CheckedTransport
from corpus.sources.trouble import Offline
from corpus.sources.types import Outcome, Source
from corpus.sources.web import Manners, Web
from tests.corpus.sources.site import QUICK, Answer, Site, listing, page, report, word_report

FILE = "2025年甲市政府工作报告.html"


def fetched(site: Site, shelf: Shelf, *years: int, **source: object) -> tuple[Outcome, ...]:
    publisher = site.source(**source)
    with site.web(publisher, QUICK) as web:
        return gather(publisher, years or (2025,), web, shelf)


def told(outcomes: tuple[Outcome, ...]) -> list[tuple[str, int | None]]:
    return [(outcome.status, outcome.year) for outcome in outcomes]


def test_a_report_is_found_on_a_list_and_saved_as_it_came(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告", _b="2024年政府工作报告"))
    site.put("/a", report(2025))
    outcomes = fetched(site, shelf)
    assert told(outcomes) == [("saved", 2025)]
    assert not lacking(outcomes)
    assert (shelf.folder / FILE).read_text("utf-8") == report(2025)
    assert site.asked == ["/robots.txt", "/list", "/a"]


def test_a_note_beside_the_file_says_where_it_comes_from(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", Answer(status=302, headers={"Location": "/real"}))
    site.put("/real", report(2025))
    fetched(site, shelf)
    note = json.loads((shelf.folder / f"{FILE}.json").read_text("utf-8"))
    assert note.pop("fetched_at").endswith("+00:00")
    assert len(note.pop("sha256")) == 64
    assert note == {
        "url": f"{site.root}/real",
        "title": "2025年甲市政府工作报告",
        "page_title": "2025年甲市政府工作报告",
        "publisher": "甲市人民政府",
        "place": "甲市",
        "year": 2025,
        "checked": True,
    }


def test_the_list_may_be_two_hops_from_home(site: Site, shelf: Shelf) -> None:
    site.put("/", page("甲市", '<a href="/l">政府工作报告</a><a href="/x">新闻</a>'))
    site.put("/l", listing(_a="2025"))
    site.put("/a", report(2025))
    assert told(fetched(site, shelf, lists=())) == [("saved", 2025)]
    assert "/x" not in site.asked


def test_several_years_come_from_one_list(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告", _b="2024年政府工作报告"))
    site.put("/a", report(2025))
    site.put("/b", report(2024))
    assert told(fetched(site, shelf, 2024, 2025)) == [("saved", 2025), ("saved", 2024)]


def test_the_page_of_a_year_needs_no_list(site: Site, shelf: Shelf) -> None:
    site.put("/a", report(2025))
    assert told(fetched(site, shelf, reports={2025: f"{site.root}/a"})) == [("saved", 2025)]
    assert site.asked == ["/robots.txt", "/a"]


def test_where_the_page_of_a_year_is_gone_the_list_helps(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", report(2025))
    outcomes = fetched(site, shelf, reports={2025: f"{site.root}/old"})
    assert told(outcomes) == [("failed", 2025), ("saved", 2025)]
    assert not lacking(outcomes)


def test_an_article_that_is_no_report_is_named_and_dropped(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", page("政府工作报告", "<p>各位代表：短。</p>"))
    site.put("/", page("甲市", ""))
    outcomes = fetched(site, shelf)
    assert told(outcomes) == [("dropped", 2025), ("missing", 2025)]
    assert "不是报告全文" in outcomes[0].why
    assert lacking(outcomes)
    assert not (shelf.folder / FILE).exists()


def test_the_text_decides_the_year(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", report(2019))
    site.put("/", page("甲市", ""))
    outcomes = fetched(site, shelf)
    assert outcomes[0].why == "是 2019 年的报告，不是 2025 年的"
    assert told(outcomes) == [("dropped", 2025), ("missing", 2025)]


def test_a_gb18030_page_is_saved_byte_by_byte(site: Site, shelf: Shelf) -> None:
    body = report(2025).replace("utf-8", "gb2312").encode("gb18030")
    site.put("/list", listing(_a="2025年政府工作报告").replace("utf-8", "gbk").encode("gb18030"))
    site.put("/a", body)
    assert told(fetched(site, shelf)) == [("saved", 2025)]
    assert (shelf.folder / FILE).read_bytes() == body


def test_an_attached_word_file_is_taken_where_the_page_has_no_text(
    site: Site, shelf: Shelf
) -> None:
    body = word_report(2025)
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", page("政府工作报告", '<a href="/f.docx">附件下载</a>'))
    site.put("/f.docx", body)
    assert told(fetched(site, shelf)) == [("saved", 2025)]
    assert (shelf.folder / "2025年甲市政府工作报告.docx").read_bytes() == body


@pytest.mark.parametrize(
    ("name", "body"), [("f.docx", b"PK\x03\x04 broken"), ("f.docx", b"\xd0\xcf\x11\xe0 old")]
)
def test_an_attached_file_that_cannot_be_read_is_named_and_dropped(
    site: Site, shelf: Shelf, name: str, body: bytes
) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", page("政府工作报告", f'<a href="/{name}">附件</a>'))
    site.put(f"/{name}", body)
    site.put("/", page("甲市", ""))
    assert told(fetched(site, shelf)) == [("dropped", 2025), ("missing", 2025)]


def test_what_is_unchanged_is_not_fetched_again(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", Answer(report(2025).encode(), headers={"ETag": '"1"'}))
    fetched(site, shelf)
    written = (shelf.folder / FILE).stat().st_mtime_ns
    site.asked.clear()
    assert told(fetched(site, shelf)) == [("unchanged", 2025)]
    assert site.asked == ["/robots.txt", "/a"]
    assert site.headers[-1]["If-None-Match"] == '"1"'
    assert (shelf.folder / FILE).stat().st_mtime_ns == written


def test_what_was_no_report_is_not_fetched_again(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", Answer(b"no report", headers={"ETag": '"1"'}))
    site.put("/", page("甲市", ""))
    first = fetched(site, shelf)
    assert told(fetched(site, shelf)) == told(first) == [("dropped", 2025), ("missing", 2025)]
    assert any(sent.get("If-None-Match") == '"1"' for sent in site.headers)


def test_a_report_that_was_corrected_is_updated(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", report(2025), report(2025, 5000))
    fetched(site, shelf)
    assert told(fetched(site, shelf)) == [("updated", 2025)]


def test_a_file_edited_by_hand_is_not_overwritten(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", report(2025))
    fetched(site, shelf)
    (shelf.folder / FILE).write_text("mine", encoding="utf-8")
    outcomes = fetched(site, shelf)
    assert told(outcomes) == [("kept", 2025)]
    assert lacking(outcomes)
    assert (shelf.folder / FILE).read_text("utf-8") == "mine"


def test_links_outside_are_named_and_not_followed(site: Site, shelf: Shelf) -> None:
    site.put("/list", page("", '<a href="http://evil.example/">2025年政府工作报告</a>'))
    site.put("/", page("甲市", ""))
    outcomes = fetched(site, shelf)
    assert outcomes[0].why == "evil.example 不是甲市人民政府的网站"
    assert told(outcomes) == [("failed", 2025), ("missing", 2025)]


def test_a_site_that_forbids_all_is_left_alone(site: Site, shelf: Shelf) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /\n")
    assert told(fetched(site, shelf)) == [("failed", None), ("failed", None), ("missing", 2025)]
    assert site.asked == ["/robots.txt"]


def test_a_maze_of_links_comes_to_an_end(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(**{f"_{n}": "2025年政府工作报告" for n in range(100)}))
    assert told(fetched(site, shelf))[-1] == ("missing", 2025)
    assert len(site.asked) < 60


def nowhere(source: Source) -> Web:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "no name service")

    inner = httpx.MockTransport(lambda _: httpx.Response(500))
    return Web(source, Manners(), CheckedTransport(resolve=resolve, inner=inner))


def elsewhere(name: str) -> Source:
    return Source(name, name, f"{name}市人民政府", f"http://{name}.gov.cn/", (f"{name}.gov.cn",))


@pytest.mark.parametrize("count", [1, 3])
def test_without_network_there_is_one_sentence(shelf: Shelf, count: int) -> None:
    sources = [elsewhere(name) for name in ("jia", "yi", "bing")[:count]]
    asked: list[str] = []

    def visit(source: Source) -> Web:
        asked.append(source.name)
        return nowhere(source)

    with pytest.raises(
        Offline, match=r"^没有连上网络：http://jia.gov.cn/ 查不到这个网站的地址。.*。$"
    ):
        gather_all(sources, {2025}, shelf, visit)
    assert len(asked) == min(count, 2)


def test_one_site_that_is_away_does_not_stop_the_others(site: Site, shelf: Shelf) -> None:
    site.put("/list", listing(_a="2025年政府工作报告"))
    site.put("/a", report(2025))

    def visit(source: Source) -> Web:
        return site.web(source) if source.local else nowhere(source)

    outcomes = gather_all([elsewhere("yi"), site.source()], {2025}, shelf, visit)
    assert told(outcomes) == [("failed", None), ("missing", 2025), ("saved", 2025)]
