"""Who writes: shown where a model is set, switched a question, told under each answer."""

from dataclasses import replace

import pytest

from rag.types import Usage
from tests.ui.fakes import SIX
from ui.page import author
from ui.render import meta
from ui.types import Language


@pytest.mark.parametrize(
    ("model", "by_model", "expected"),
    [("qwen", True, "model"), ("qwen", False, "extract"), ("", False, ""), ("", True, "")],
    ids=["on", "off", "none", "never"],
)
def test_a_question_goes_to_whom_the_switch_says(model: str, by_model: bool, expected: str) -> None:
    assert author(model, by_model) == expected


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_tells_who_wrote_it_and_at_what_cost(language: Language) -> None:
    written = replace(SIX, author="model", usage=Usage("qwen-plus", 1200, 80))
    html = meta(written, language)
    assert 'class="author model"' in html
    assert "qwen-plus" in html
    assert "1200" in html
    assert "qwen-plus" not in meta(SIX, language)
