"""Plots as inline SVG."""

import xml.etree.ElementTree as ET

import pytest

from eval.confusion import Confusion
from eval.refusal_curve import Point
from eval.report.plots import by_type, curve, matrix, plots
from eval.summary import Estimate
from tests.eval.report.records import run

pytestmark = pytest.mark.slow  # matplotlib alone takes more than a second to load


def texts(svg: str) -> list[str]:
    """What can be read on a plot."""
    return [text for text in ET.fromstring(svg).itertext() if text.strip()]


def test_a_run_is_drawn_by_type_by_threshold_and_by_verdict() -> None:
    drawn = plots(run())
    assert list(drawn) == ["各题型答对率", "误答与误拒（随阈值变化）", "核对：应判与所判"]
    assert all(svg.startswith("<svg") for svg in drawn.values())


@pytest.mark.parametrize("name", ["number", "数字", "<script>"], ids=["ascii", "han", "markup"])
def test_a_bar_is_called_by_its_type_and_its_number_of_cases(name: str) -> None:
    svg = by_type({name: {"correct": Estimate(0.5, 0.25, 0.75, 8)}, "silent": {}})
    assert f"{name} (8)" in texts(svg)
    assert "<script" not in svg
    assert not any("silent" in text for text in texts(svg))


def test_counts_stand_in_their_cells() -> None:
    svg = matrix(Confusion(("supported", "not_enough_info"), ((31, 0), (7, 12)), 0.5))
    assert {"31", "7", "12", "supported", "not_enough_info", "due", "given"} <= set(texts(svg))


def test_a_curve_of_one_point_is_drawn() -> None:
    assert {"threshold", "false answers", "false refusals"} <= set(
        texts(curve((Point(0.4, 0.5, 0.25),)))
    )
