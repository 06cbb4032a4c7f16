"""A Python that finds no network: on PYTHONPATH, it is loaded before anything else.

Every lookup of a name and every packet to a host other than this machine fails as it would
without a network, and leaves a line in the file that ``OFFLINE_LOG`` names, so that an attempt
that is caught and forgotten is seen nevertheless. An audit hook sees what replaced functions
would miss: connections that asyncio and C extensions of Python make through the socket module.
"""

import errno
import os
import socket
import sys
from ipaddress import ip_address
from pathlib import Path

LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
PACKETS = ("socket.connect", "socket.sendto", "socket.sendmsg")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Log and fail where a socket event concerns another host; all other events pass."""
    if event in LOOKUPS and not local(arguments[0]):
        _log(f"{event} {arguments[0]!r}")
        raise socket.gaierror(socket.EAI_AGAIN, "offline: no name is looked up")
    if event in PACKETS and not local(_host(arguments[1])):
        _log(f"{event} {arguments[1]!r}")
        raise OSError(errno.ENETUNREACH, "offline: no other host is reached")


def local(host: object) -> bool:
    """Whether ``host`` is this machine: no host at all, localhost, a loopback address."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in {None, "", "localhost"}:
        return True
    try:
        address = ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _host(address: object) -> object:
    """The host of a socket address; None for a socket of the file system."""
    return address[0] if isinstance(address, tuple) else None


def _log(line: str) -> None:
    with Path(os.environ["OFFLINE_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")


sys.addaudithook(refuse)
