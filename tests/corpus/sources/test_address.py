"""Addresses: the publisher's own, public, and nothing else."""

import pytest

from corpus.sources.address import absolute, belongs, public, refusal, secured
from corpus.sources.types import Source

ZJ = Source("zhejiang", "浙江", "浙江省人民政府", "http://www.zj.gov.cn/", ("zj.gov.cn",))


@pytest.mark.parametrize(
    "url", ["https://www.zj.gov.cn/a", "http://zj.gov.cn:80/", "https://A.ZJ.gov.cn/"]
)
def test_the_publishers_own_hosts_are_asked(url: str) -> None:
    assert refusal(url, ZJ) == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://www.js.gov.cn/",
        "https://evilzj.gov.cn/",
        "https://zj.gov.cn.evil.example/",
        "https://zj.gov.cn@evil.example/",
        "https://me:you@www.zj.gov.cn/",
        "https://www.zj.gov.cn:8443/",
        "http://www.zj.gov.cn:443/",
        "ftp://www.zj.gov.cn/",
        "file:///etc/passwd",
        "https:///a",
        "https://www.zj.gov.cn:port/",
        "http://[::1/",
    ],
)
def test_nothing_else_is_asked(url: str) -> None:
    assert refusal(url, ZJ) != ""


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "198.18.0.5", "::1", "fe80::1%eth0", "fc00::1"),
        *("::ffff:10.0.0.1", "2002:7f00:1::"),
    ],
)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", ["223.5.5.5", "2400:3200::1", "::ffff:223.5.5.5"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("../b.html#x", "https://a.gov.cn/b.html"),
        ("//c.gov.cn/d", "https://c.gov.cn/d"),
        (" e.html ", "https://a.gov.cn/z/e.html"),
        ("mailto:a@b.cn", ""),
        ("javascript:void(0)", ""),
        ("http://[bad", ""),
    ],
)
def test_a_link_becomes_an_address_or_nothing(link: str, there: str) -> None:
    assert absolute(link, "https://a.gov.cn/z/y.html") == there


def test_https_is_the_better_form_of_http_on_its_usual_port() -> None:
    assert secured("http://a.gov.cn/b?c") == "https://a.gov.cn/b?c"
    assert secured("https://a.gov.cn/") == secured("http://a.gov.cn:8080/") == ""


def test_a_host_belongs_by_whole_labels() -> None:
    assert belongs("zj.gov.cn", ("zj.gov.cn",))
    assert belongs("WWW.ZJ.GOV.CN.", ("zj.gov.cn",))
    assert not belongs("xzj.gov.cn", ("zj.gov.cn",))
