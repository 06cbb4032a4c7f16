"""Manners towards a site, and what a site may do; all on this machine."""

import gzip
from datetime import UTC, datetime

import httpx
import pytest

from corpus.sources.trouble import Offline, Unreached
from corpus.sources.types import Source
from corpus.sources.web import Manners, Web
from tests.corpus.sources.site import QUICK, Answer, Site

JIA = Source("jia", "甲", "甲市人民政府", "http://www.jia.gov.cn/", ("jia.gov.cn",))
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


class Time:
    """A clock that moves only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds, self.slept = 100.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


def played(answer: httpx.MockTransport, time: Time, source: Source = JIA) -> Web:
    """A web whose site is a function; nothing leaves this process."""
    return Web(source, Manners(), answer, lambda: time.seconds, time.sleep, lambda: NOON)


def replies(*answers: httpx.Response | type[Exception]) -> httpx.MockTransport:
    """A site without robots.txt that answers in this order."""
    left = list(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        following = left.pop(0)
        if isinstance(following, httpx.Response):
            return following
        raise following("broken")

    return httpx.MockTransport(answer)


def refused(web: Web, url: str) -> str:
    with web, pytest.raises(Unreached) as refusal:
        web.get(url)
    return str(refusal.value)


def test_a_page_comes_whole_and_the_program_says_who_it_is(site: Site) -> None:
    site.put("/a", "政府工作报告")
    with site.web() as web:
        reply = web.get(f"{site.root}/a")
    assert reply.body.decode() == "政府工作报告"
    assert site.asked == ["/robots.txt", "/a"]
    assert all(sent["User-Agent"].startswith("zhengwen/") for sent in site.headers)


def test_robots_txt_is_obeyed_and_read_once(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: zhengwen\nDisallow: /no\n")
    site.put("/yes", "甲")
    assert "robots.txt 不许" in refused(site.web(), f"{site.root}/no/a")
    with site.web() as web:
        web.get(f"{site.root}/yes")
        web.get(f"{site.root}/yes")
    assert site.asked == ["/robots.txt", "/robots.txt", "/yes", "/yes"]


@pytest.mark.parametrize("status", [401, 403, 500])
def test_where_robots_txt_cannot_be_read_nothing_is(site: Site, status: int) -> None:
    site.put("/robots.txt", Answer(status=status))
    assert f"robots.txt 读不到（{status}）" in refused(site.web(), f"{site.root}/a")
    assert set(site.asked) == {"/robots.txt"}


def test_a_redirect_inside_is_followed(site: Site) -> None:
    site.put("/a", Answer(status=302, headers={"Location": "/b"}))
    site.put("/b", "乙")
    with site.web() as web:
        assert web.get(f"{site.root}/a").url == f"{site.root}/b"


def test_a_redirect_into_what_robots_txt_forbids_is_refused(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /b\n")
    site.put("/a", Answer(status=302, headers={"Location": "/b"}))
    assert "robots.txt 不许" in refused(site.web(), f"{site.root}/a")


@pytest.mark.parametrize(
    "target", ["http://evil.example/x", "//evil.example/", "file:///etc/passwd"]
)
def test_a_redirect_outside_is_refused(site: Site, target: str) -> None:
    site.put("/a", Answer(status=302, headers={"Location": target}))
    assert refused(site.web(), f"{site.root}/a").startswith("转到了")
    assert site.asked == ["/robots.txt", "/a"]


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.put("/a", Answer(status=301, headers={"Location": "/a"}))
    assert "转来转去" in refused(site.web(), f"{site.root}/a")


def test_what_is_not_there_is_told_at_once(site: Site) -> None:
    assert refused(site.web(), f"{site.root}/none") == "网站回答 404（没有这一页）"
    assert site.asked == ["/robots.txt", "/none"]


def test_an_error_of_the_site_is_tried_again(site: Site) -> None:
    site.put("/a", Answer(status=500), Answer(b"here"))
    with site.web() as web:
        assert web.get(f"{site.root}/a").body == b"here"


def test_a_site_that_stays_broken_is_told(site: Site) -> None:
    site.put("/a", Answer(status=503))
    assert refused(site.web(), f"{site.root}/a") == "网站回答 503（网站出错）"
    assert site.asked.count("/a") == QUICK.attempts


def test_retry_after_is_waited_for(site: Site) -> None:
    site.put("/a", Answer(status=429, headers={"Retry-After": "1"}), Answer(b"here"))
    with site.web() as web:
        assert web.get(f"{site.root}/a").body == b"here"
    assert site.at[2] - site.at[1] >= 1


def test_a_retry_after_that_is_too_long_is_told(site: Site) -> None:
    site.put("/a", Answer(status=429, headers={"Retry-After": "3600"}))
    assert "要求过 3600 秒再来（429）" in refused(site.web(), f"{site.root}/a")
    assert site.asked.count("/a") == 1


def test_a_site_that_does_not_answer_is_told(site: Site) -> None:
    site.put("/a", Answer(b"late", wait=2))
    manners = Manners(timeout=0.2, attempts=2, backoff=0.01)
    assert refused(site.web(manners=manners), f"{site.root}/a") == "0.2 秒没有回答"
    assert site.asked.count("/a") == 2


def test_a_body_that_is_cut_off_is_tried_again_and_told(site: Site) -> None:
    site.put("/a", Answer(b"half", said_length=100))
    assert refused(site.web(), f"{site.root}/a") == "没有传完就断了"
    assert site.asked.count("/a") == QUICK.attempts


@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}], ids=["plain", "packed"])
def test_a_body_that_is_too_big_is_refused(site: Site, headers: dict[str, str]) -> None:
    body = b" " * 20_000
    site.put("/a", Answer(gzip.compress(body) if headers else body, headers=headers))
    assert "太大" in refused(site.web(manners=Manners(most_bytes=10_000)), f"{site.root}/a")


def test_packed_rubbish_is_refused(site: Site) -> None:
    site.put("/a", Answer(b"no gzip", headers={"Content-Encoding": "gzip"}))
    assert refused(site.web(), f"{site.root}/a") == "传来的内容解不开"


def test_no_cookie_is_kept(site: Site) -> None:
    site.put("/a", Answer(b"a", headers={"Set-Cookie": "who=me; Path=/"}))
    with site.web() as web:
        web.get(f"{site.root}/a")
        web.get(f"{site.root}/a")
    assert all("Cookie" not in sent for sent in site.headers)


def test_a_private_address_is_refused_unless_the_source_is_for_tests(site: Site) -> None:
    source = Source("x", "甲", "甲市人民政府", site.root, ("127.0.0.1",))
    assert "端口" in refused(Web(source), f"{site.root}/a")
    assert "内部网络的地址 127.0.0.1" in refused(Web(source), "http://127.0.0.1/a")
    assert site.asked == []


def test_a_host_is_left_alone_between_two_requests() -> None:
    time = Time()
    with played(replies(httpx.Response(200), httpx.Response(200)), time) as web:
        web.get("https://www.jia.gov.cn/a")
        web.get("https://www.jia.gov.cn/b")
    assert time.slept == [2.0, 2.0]


def test_a_longer_rest_is_given_where_robots_txt_asks_for_it() -> None:
    time = Time()

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text="User-agent: *\nCrawl-delay: 7\n")

    with played(httpx.MockTransport(answer), time) as web:
        web.get("https://www.jia.gov.cn/a")
    assert time.slept == [7.0]


def test_pauses_grow_and_a_date_in_retry_after_counts() -> None:
    time = Time()
    dated = {"Retry-After": "Sat, 01 Mar 2025 12:00:30 GMT"}
    site = replies(httpx.Response(503), httpx.Response(503, headers=dated), httpx.Response(200))
    with played(site, time) as web:
        web.get("https://www.jia.gov.cn/a")
    assert time.slept == [2.0, 2.0, 30.0]


def test_https_is_tried_first_and_http_only_where_the_link_says_http() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        if request.url.scheme == "https":
            raise httpx.ConnectError("no TLS here")
        return httpx.Response(404 if request.url.path == "/robots.txt" else 200)

    site = httpx.MockTransport(answer)
    with played(site, Time()) as web:
        assert web.get("http://www.jia.gov.cn/a").url == "http://www.jia.gov.cn/a"
        web.get("http://www.jia.gov.cn/b")
        with pytest.raises(Unreached, match="连不上"):
            web.get("https://www.jia.gov.cn/c")
    assert seen == [
        "https://www.jia.gov.cn/robots.txt",
        "http://www.jia.gov.cn/robots.txt",
        "http://www.jia.gov.cn/a",
        "http://www.jia.gov.cn/b",
        "https://www.jia.gov.cn/robots.txt",
    ]


def test_a_site_that_sends_https_back_to_http_is_followed() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        if request.url.scheme == "https":
            return httpx.Response(302, headers={"Location": "http://www.jia.gov.cn/a"})
        return httpx.Response(200)

    with played(httpx.MockTransport(answer), Time()) as web:
        assert web.get("http://www.jia.gov.cn/a").url == "http://www.jia.gov.cn/a"


def test_no_route_is_no_network() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("x") from OSError(101, "Network is unreachable")

    with (
        played(httpx.MockTransport(answer), Time()) as web,
        pytest.raises(Offline, match="网络不通"),
    ):
        web.get("https://www.jia.gov.cn/a")


def test_a_broken_line_is_tried_again() -> None:
    site = replies(httpx.ReadError, httpx.RemoteProtocolError, httpx.Response(200, text="a"))
    with played(site, Time()) as web:
        assert web.get("https://www.jia.gov.cn/a").body == b"a"
