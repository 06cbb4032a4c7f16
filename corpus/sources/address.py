"""Which addresses may be asked for: the publisher's own hosts, over the web's own ports, public."""

import ipaddress
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from corpus.sources.types import Source

_PORTS = {"http": 80, "https": 443}


def absolute(url: str, base: str) -> str:
    """The address of a link on the page ``base``, without fragment; empty for what is no page.

    >>> absolute("./202501/t1.html#top", "https://www.beijing.gov.cn/zfgzbg/")
    'https://www.beijing.gov.cn/zfgzbg/202501/t1.html'
    """
    try:
        joined = urldefrag(urljoin(base, url.strip())).url
        return joined if urlsplit(joined).scheme in _PORTS else ""
    except ValueError:
        return ""


def refusal(url: str, source: Source) -> str:
    """Why ``url`` is not asked for; empty if it may be."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "网址不合格"
    if parts.scheme not in _PORTS or not host or parts.username is not None:
        return "网址不合格"
    if not belongs(host, source.domains):
        return f"{host} 不是{source.publisher}的网站"
    if port not in (None, _PORTS[parts.scheme]) and not source.local:
        return f"{host} 的端口 {port} 不是网页的端口"
    return ""


def belongs(host: str, domains: tuple[str, ...]) -> bool:
    """Whether ``host`` is one of ``domains`` or lies below one.

    >>> belongs("www.zj.gov.cn", ("zj.gov.cn",)), belongs("evilzj.gov.cn", ("zj.gov.cn",))
    (True, False)
    """
    name = host.lower().rstrip(".")
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


def secured(url: str) -> str:
    """The https form of an http address on the usual port; empty where there is none."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.port is not None:
        return ""
    return urlunsplit(parts._replace(scheme="https"))


def public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, an embedded IPv4 address included.

    >>> public("223.5.5.5"), public("10.0.0.1"), public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            return public(str(inner))
    return ip.is_global and not ip.is_multicast
