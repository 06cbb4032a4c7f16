"""The help of the commands, as the README shows it: ``python -m tests.readme`` writes it there.

A block of help is a comment that names the command, and a fence after it:

    <!-- zhengwen ask --help -->
    ```text
    …
    ```
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BLOCK = re.compile(r"<!-- zhengwen (?P<arguments>.*?--help) -->\n```text\n.*?^```$", re.S | re.M)
READMES = ("README.md", "README.zh-CN.md")


def commands(text: str) -> list[str]:
    """The arguments of the blocks of help in ``text``, in order: ``ask --help``."""
    return [block["arguments"] for block in BLOCK.finditer(text)]


def filled(text: str, help_of: Callable[[str], str]) -> str:
    """``text`` with each block of help holding what ``help_of`` gives for its arguments."""

    def block(found: re.Match[str]) -> str:
        arguments = found["arguments"]
        return f"<!-- zhengwen {arguments} -->\n```text\n{help_of(arguments).strip()}\n```"

    return BLOCK.sub(block, text)


def help_of(arguments: str) -> str:
    """What ``zhengwen`` prints for ``arguments``, without frames and 80 columns wide."""
    program = "from rag.cli import app; app(prog_name='zhengwen')"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments.split()],
        env={**os.environ, "COLUMNS": "80", "TYPER_USE_RICH": "0"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def main() -> None:
    """Write the help of today into the blocks of each README in the current folder."""
    for readme in filter(Path.exists, map(Path, READMES)):
        text = readme.read_text(encoding="utf-8")
        readme.write_text(filled(text, help_of), encoding="utf-8")


if __name__ == "__main__":
    main()
