"""One publisher's site, asked politely: robots.txt, one request at a time, pauses, patience."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import PackageNotFoundError, version
from typing import Self
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from corpus.sources.address import absolute, refusal, secured
from corpus.sources.transport import CheckedTransport
from corpus.sources.trouble import NoConnection, Offline, Unreached, reason_of, translated
from corpus.sources.types import Source

AGENT = "zhengwen"
_TRY_AGAIN = {429, 500, 502, 503, 504}
_REDIRECTS = {301, 302, 303, 307, 308}
_MEANINGS = {
    401: "要登录",
    403: "不让读",
    404: "没有这一页",
    410: "这一页已撤下",
    412: "不接受程序访问",
    429: "请求太多",
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how modest to be; times in seconds."""

    timeout: float = 30.0
    whole_page: float = 180.0
    attempts: int = 4
    backoff: float = 2.0
    longest_wait: float = 120.0
    most_bytes: int = 20 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Reply:
    """A page as it came: ``url`` is where it was in the end, ``body`` is empty for a 304."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime

    @property
    def unchanged(self) -> bool:
        return self.status == 304


POLITE = Manners()


class Web:
    """The site of one publisher. It remembers when it last asked, and what robots.txt said.

    ``clock`` counts seconds, ``sleep`` waits for some; ``now`` is the time of day.
    """

    def __init__(
        self,
        source: Source,
        manners: Manners = POLITE,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._now = now
        self.reached = False
        self._source, self._manners = source, manners
        self._clock, self._sleep = clock, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | str] = {}
        self._insecure: set[str] = set()
        self._client = httpx.Client(
            transport=transport or CheckedTransport(private_allowed=source.local),
            headers={"User-Agent": _user_agent(), "Accept-Encoding": "gzip"},
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=())),
            timeout=manners.timeout,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, url: str, known: Mapping[str, str] | None = None) -> Reply:
        """The page at ``url``; ``known`` are the headers that ask for it only if it has changed.

        Raises ``Unreached`` with the reason, ``Offline`` where there is no network.
        """
        for _ in range(self._manners.redirects + 1):
            reply = self._page(url, known or {})
            if reply.status not in _REDIRECTS:
                return _good(reply)
            url = self._redirected(reply)
        raise Unreached(f"转来转去，超过 {self._manners.redirects} 次")

    def _page(self, url: str, known: Mapping[str, str]) -> Reply:
        """One page, over https if the host speaks it. A link that says https is never weakened."""
        reason = refusal(url, self._source)
        if reason:
            raise Unreached(reason)
        better = secured(url)
        host = urlsplit(url).netloc
        if better and host not in self._insecure:
            try:
                self._obey(better)
                return self._patiently(better, known)
            except NoConnection:
                self._insecure.add(host)
        self._obey(url)
        return self._patiently(url, known)

    def _redirected(self, reply: Reply) -> str:
        url = absolute(reply.headers.get("location", ""), reply.url)
        if not url:
            raise Unreached("转到了一个不合格的网址")
        reason = refusal(url, self._source)
        if reason:
            raise Unreached(f"转到了别处：{reason}")
        if secured(url) == reply.url:
            self._insecure.add(urlsplit(url).netloc)
        return url

    def _obey(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin)
        rules = self._robots[origin]
        if isinstance(rules, str):
            raise Unreached(f"网站的 robots.txt 读不到（{rules}），不知道许不许程序读")
        if not rules.can_fetch(AGENT, url):
            raise Unreached("网站的 robots.txt 不许程序读这个地址")

    def _rules(self, origin: str) -> RobotFileParser | str:
        """The rules of a host, or why they are not known. Where there is no file, all is allowed.

        Raises ``NoConnection`` or ``Offline`` where the host is not there at all.
        """
        try:
            reply = self._robots_file(f"{origin}/robots.txt")
        except (NoConnection, Offline):
            raise
        except Unreached as error:
            return str(error)
        if reply.status in (401, 403, 429) or reply.status >= 500:
            return str(reply.status)
        rules = RobotFileParser()
        text = reply.body.decode("utf-8", "replace") if reply.status == 200 else ""
        rules.parse(text.splitlines())
        return rules

    def _robots_file(self, url: str) -> Reply:
        reply = self._patiently(url, {})
        for _ in range(self._manners.redirects):
            if reply.status not in _REDIRECTS:
                break
            target = self._redirected(reply)
            reply = self._patiently(target, {})
        return reply

    def _patiently(self, url: str, known: Mapping[str, str]) -> Reply:
        """The reply, after some tries where the host is busy or the line breaks."""
        pause = self._manners.backoff
        for attempt in range(1, self._manners.attempts + 1):
            last = attempt == self._manners.attempts
            try:
                reply = self._once(url, known)
            except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                if last or isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
                    raise reason_of(error, self._manners.timeout) from error
            else:
                if last or reply.status not in _TRY_AGAIN:
                    return reply
                pause = max(pause, self._asked_to_wait(reply))
            self._sleep(pause)
            pause *= 2
        raise AssertionError("the last attempt returns or raises")

    def _asked_to_wait(self, reply: Reply) -> float:
        """Seconds of Retry-After. Raises ``Unreached`` if that is too long to sit through."""
        wait = _retry_after(reply.headers.get("retry-after", ""), reply.at)
        if wait > self._manners.longest_wait:
            raise Unreached(f"网站要求过 {wait:.0f} 秒再来（{reply.status}）；请以后再试")
        return wait

    def _once(self, url: str, known: Mapping[str, str]) -> Reply:
        self._wait_for_turn(url)
        try:
            with translated(), self._client.stream("GET", url, headers=dict(known)) as response:
                self.reached = True
                status, headers = response.status_code, dict(response.headers)
                return Reply(url, status, headers, self._body(response), self._now())
        finally:
            self._asked[urlsplit(url).netloc] = self._clock()

    def _wait_for_turn(self, url: str) -> None:
        """Waits until the host has had its rest, a longer one where robots.txt wants that."""
        parts = urlsplit(url)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        wanted = rules.crawl_delay(AGENT) if isinstance(rules, RobotFileParser) else None
        rest = max(self._source.delay_seconds, min(float(wanted or 0), self._manners.longest_wait))
        left = self._asked.get(parts.netloc, -rest) + rest - self._clock()
        if parts.netloc in self._asked and left > 0:
            self._sleep(left)

    def _body(self, response: httpx.Response) -> bytes:
        """The body, never more than is allowed, whatever its header says."""
        most, until = self._manners.most_bytes, self._clock() + self._manners.whole_page
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            raise _too_big(most)
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > most:
                raise _too_big(most)
            if self._clock() > until:
                raise Unreached(f"传得太慢，{self._manners.whole_page:.0f} 秒没有传完")
        return bytes(body)


def _good(reply: Reply) -> Reply:
    if reply.status in (200, 304):
        return reply
    meaning = _MEANINGS.get(reply.status, "网站出错" if reply.status >= 500 else "读不到")
    raise Unreached(f"网站回答 {reply.status}（{meaning}）")


def _too_big(most: int) -> Unreached:
    return Unreached(f"超过 {most / 1024 / 1024:g} MB，太大")


def _retry_after(value: str, now: datetime) -> float:
    """The seconds that a Retry-After header asks for: a number, or a time."""
    if re.fullmatch(r"\d{1,6}", value.strip()):
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _user_agent() -> str:
    try:
        number = version("zhengwen")
    except PackageNotFoundError:
        number = "0"
    return f"{AGENT}/{number} (reads government work reports; one request at a time)"
