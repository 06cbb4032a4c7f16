"""What the kernel tells of the connections of a process."""

import os
import socket
import subprocess
import sys

import pytest

from tests.connections import PROC, family, outgoing

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="no /proc on this system")


def test_a_connection_to_another_host_is_seen() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 53))  # of a datagram: nothing is sent
        except OSError:
            pytest.skip("this machine has no way to other hosts")
        assert outgoing(os.getpid()) == ["udp 192.0.2.1"]
    assert outgoing(os.getpid()) == []


def test_this_machine_is_no_other_host() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as door,
        socket.create_connection(door.getsockname()),
    ):
        assert outgoing(os.getpid()) == []


def test_a_process_that_was_started_belongs_to_it() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in list(family(os.getpid()))
        child.communicate(b"\n")
