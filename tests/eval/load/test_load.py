"""Many people at once: the page as a browser reads it, the table, and a few who ask."""

import asyncio

import pytest

from eval.load.__main__ import crowd, served
from eval.load.page import page
from eval.load.table import table
from eval.load.visitor import Wait

CONFIG = {
    "components": [
        {"id": 1, "type": "textbox", "props": {"elem_id": "zw-box", "value": ""}},
        {"id": 2, "type": "state", "props": {}},
        {"id": 3, "type": "checkbox", "props": {"elem_id": "zw-writer", "value": True}},
    ],
    "dependencies": [
        {"id": 7, "targets": [[9, "load"]], "inputs": [], "trigger_after": None},
        {"id": 8, "targets": [[1, "submit"]], "inputs": [1, 2, 3], "trigger_after": None},
        {"id": 9, "targets": [[None, "success"]], "inputs": [2], "trigger_after": 8},
    ],
}


def test_a_page_is_read_as_the_browser_reads_it() -> None:
    shown = page(CONFIG)
    assert shown.ask == 8
    assert shown.asking("几个?") == ["几个?", None, True]
    assert shown.after == ((9, (None,)),)


def test_a_page_without_a_field_is_none() -> None:
    with pytest.raises(LookupError):
        page({"components": [], "dependencies": []})


def test_the_table_tells_the_waits_of_a_group_and_its_faults() -> None:
    waits = [Wait("a", 0.05, 0.1), Wait("b", 0.07, 0.3), Wait("c", 0.0, 0.0, "HTTP 500")]
    *_, line = table({"both": waits, "none": waits[2:]}).splitlines()
    assert line == "| none | 1 | 1 | | | | |"
    assert "| both | 3 | 1 | 60 ms | 200 ms | 290 ms | 300 ms |" in table({"both": waits})


@pytest.mark.slow
def test_a_few_people_are_all_answered() -> None:
    with served(None) as url:
        waits = asyncio.run(crowd(url, ["六大工程是哪些", "浙江2025年GDP目标是多少"], 3, 1.0, 2))
    assert [wait.fault for wait in waits] == [""] * 6
    assert all(0 < wait.first <= wait.last for wait in waits)
