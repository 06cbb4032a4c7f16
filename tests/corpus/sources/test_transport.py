"""Connections go to the address that was checked, and to no private one."""

import socket

import httpx
import pytest

from corpus.sources.transport import CheckedTransport, Forbidden, UnknownHost


def client(
    addresses: list[str], seen: list[httpx.Request], dead: tuple[str, ...] = ()
) -> httpx.Client:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.host in dead:
            raise httpx.ConnectError("dead")
        return httpx.Response(200)

    transport = CheckedTransport(
        resolve=lambda host, port: addresses, inner=httpx.MockTransport(answer)
    )
    return httpx.Client(transport=transport)


def test_the_checked_address_is_used_under_the_name_of_the_host() -> None:
    seen: list[httpx.Request] = []
    with client(["223.5.5.5"], seen) as web:
        web.get("https://www.jia.gov.cn/a?b=1")
    assert str(seen[0].url) == "https://223.5.5.5/a?b=1"
    assert seen[0].headers["host"] == "www.jia.gov.cn"
    assert seen[0].extensions["sni_hostname"] == "www.jia.gov.cn"


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["223.5.5.5", "10.0.0.1"], ["::1"]])
def test_a_name_that_leads_inside_is_refused(addresses: list[str]) -> None:
    seen: list[httpx.Request] = []
    with client(addresses, seen) as web, pytest.raises(Forbidden):
        web.get("https://www.jia.gov.cn/")
    assert seen == []


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    seen: list[httpx.Request] = []
    with client(["223.5.5.5", "2400:3200::1"], seen, dead=("223.5.5.5",)) as web:
        assert web.get("https://www.jia.gov.cn/").status_code == 200
    assert [request.url.host for request in seen] == ["223.5.5.5", "2400:3200::1"]


def test_a_name_without_address_is_told() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "no name service")

    unreachable = CheckedTransport(
        resolve=nowhere, inner=httpx.MockTransport(lambda _: httpx.Response(200))
    )
    with httpx.Client(transport=unreachable) as web, pytest.raises(UnknownHost):
        web.get("https://www.jia.gov.cn/")
