"""The connections to other hosts that a process has open, as the kernel of Linux tells them.

They show what no hook within Python sees: libraries in C or Rust with sockets of their own.
"""

import contextlib
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

PROC = Path("/proc")
TABLES = ("tcp", "tcp6", "udp", "udp6")
_SOCKET = "socket:["


def outgoing(pid: int) -> list[str]:
    """The far ends that are not this machine, of a process and all that it started; nothing where
    there is no /proc."""
    ours = {inode for one in family(pid) for inode in _sockets(one)}
    return [
        f"{table} {host}"
        for table in TABLES
        for host, inode in _ends(PROC / str(pid) / "net" / table)
        if inode in ours and not _here(host)
    ]


def family(pid: int) -> Iterator[int]:
    """A process, its children and theirs."""
    yield pid
    with contextlib.suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def _sockets(pid: int) -> Iterator[str]:
    """The inodes of the sockets that a process holds."""
    with contextlib.suppress(OSError):
        for held in (PROC / str(pid) / "fd").iterdir():
            with contextlib.suppress(OSError):
                target = str(held.readlink())
                if target.startswith(_SOCKET):
                    yield target.removeprefix(_SOCKET).removesuffix("]")


def _ends(table: Path) -> Iterator[tuple[str, str]]:
    """The far end and the inode of each line of a table."""
    with contextlib.suppress(OSError):
        for line in table.read_text().splitlines()[1:]:
            fields = line.split()
            yield _address(fields[2].partition(":")[0]), fields[9]


def _address(told: str) -> str:
    """An address as the kernel tells it: words of four bytes, each in the order of the machine."""
    words = [bytes.fromhex(told[at : at + 8])[::-1] for at in range(0, len(told), 8)]
    return str(ip_address(b"".join(words)))


def _here(host: str) -> bool:
    address = ip_address(host)
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified
