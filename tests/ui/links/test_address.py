"""Addresses: what they name, however they are written, and the buttons that copy them."""

from dataclasses import replace

import pytest

from tests.ui.fakes import EVIL, GROWTH, SIX, YUNZE_2025
from ui.links.address import cited, of_question, of_source, span
from ui.types import Span

AT = YUNZE_2025.text.index(GROWTH)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"doc": "a.txt", "start": "7", "end": "9"}, Span("a.txt", 7, 9)),
        ({"doc": "a.txt"}, Span("a.txt", 0, 0)),
        ({"doc": "a", "start": "-7", "end": "1e3"}, Span("a", 0, 0)),
        ({"doc": "a", "start": "٣", "end": "9" * 99}, Span("a", 0, 0)),
        ({}, Span("", 0, 0)),
    ],
    ids=["whole", "document", "no-number", "odd-digits", "nothing"],
)
def test_what_is_no_number_is_the_beginning(told: dict[str, str], named: Span) -> None:
    assert span(told) == named


def test_a_start_alone_names_its_sentence() -> None:
    assert cited(YUNZE_2025, Span(YUNZE_2025.source, AT, 0)).text == GROWTH
    assert cited(YUNZE_2025, Span(YUNZE_2025.source, AT, AT + 2)).text == GROWTH[:2]
    assert cited(YUNZE_2025, Span(YUNZE_2025.source, AT, 3)).text == GROWTH


@pytest.mark.parametrize("start", [0, 10**8], ids=["document", "outside"])
def test_a_document_alone_and_a_place_outside_of_it_name_no_sentence(start: int) -> None:
    assert cited(YUNZE_2025, Span(YUNZE_2025.source, start, 0)).text == ""


def test_the_buttons_hold_addresses_of_the_page() -> None:
    html = of_source(SIX.citations[1], "zh")
    assert f"&amp;start={AT}&amp;end={AT + len(GROWTH)}" in html
    assert "%E4%BA%91" in html
    assert "data-link" in html
    evil = replace(SIX, resolved=f"{EVIL}&doc=x")
    assert "%3Cimg" in of_question(evil, "en")
    assert "%26doc%3Dx" in of_question(evil, "en")
    assert of_question(replace(SIX, resolved="长" * 2000), "zh") == ""
