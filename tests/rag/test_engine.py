"""The engine: the chain's three steps without LangChain."""

import subprocess
import sys
from pathlib import Path

import pytest

from rag.chain import Chain
from tests.rag.test_chain import QUESTIONS, steady


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_gives_the_same_answer_as_the_chain(name: str, chain: Chain) -> None:
    assert steady(chain.ask(QUESTIONS[name])) == steady(chain.invoke(QUESTIONS[name]))


@pytest.mark.slow
def test_one_question_from_the_command_line_loads_no_langchain(home: Path, root: Path) -> None:
    code = f"""
import sys
from rag.cli import app
app(["ask", "浙江有什么工程", "--home", {str(home)!r}], standalone_mode=False)
assert "langchain_core" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True)
