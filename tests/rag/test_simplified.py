"""Traditional characters are read as simplified ones, and nothing else is touched."""

import subprocess
import sys
from pathlib import Path

import pytest

from rag.chain import Chain
from rag.simplified import simplified
from tests.rag.library import ask


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("浙江省2025年的GDP目標是多少", "浙江省2025年的GDP目标是多少"),
        ("臺灣、廣東和內蒙古", "台湾、广东和内蒙古"),
        ("乾坤與乾燥", "乾坤与干燥"),
        ("皇后以後的變化", "皇后以后的变化"),
    ],
    ids=["question", "places", "one-for-two", "two-for-one"],
)
def test_traditional_characters_become_simplified(typed: str, read: str) -> None:
    assert simplified(typed) == read


@pytest.mark.parametrize(
    "text", ["著名的乾县", "鸿蒙、昇腾适配", "GDP 5.5%？🀄", "什么", ""], ids=list("abcde")
)
def test_a_text_in_characters_of_the_simplified_standard_stays(text: str) -> None:
    assert simplified(text) == text


def test_a_question_in_traditional_characters_has_the_answer_of_its_twin(chain: Chain) -> None:
    typed = ask(chain, "浙江省2026年的城鎮新增就業目標是多少")
    twin = ask(chain, "浙江省2026年的城镇新增就业目标是多少")
    assert (typed.answer, typed.citations) == (twin.answer, twin.citations)
    assert typed.question == "浙江省2026年的城鎮新增就業目標是多少"


def test_what_was_asked_before_may_be_in_traditional_characters(chain: Chain) -> None:
    answer = ask(chain, "那江蘇呢", "浙江2026年城鎮新增就業目標是多少")
    assert "118万人以上" in answer.answer


def test_taiwan_in_traditional_characters_is_refused_as_ever(chain: Chain) -> None:
    answer = ask(chain, "臺灣2026年GDP目標是多少")
    assert not answer.answered
    assert answer.reason.startswith("文库中没有台湾的文件")


@pytest.mark.slow
def test_the_converter_is_loaded_only_for_traditional_characters_and_quickly(root: Path) -> None:
    code = """
import sys, time
from rag.simplified import simplified
simplified("浙江的目标"); assert "opencc" not in sys.modules
began = time.perf_counter(); simplified("浙江的目標"); print(time.perf_counter() - began)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True
    )
    assert float(done.stdout) < 0.5
