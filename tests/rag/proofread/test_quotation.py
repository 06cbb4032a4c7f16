"""A quotation is held against the words that it quotes, character by character."""

import pytest

from index.types import EVERYWHERE
from rag.chain import Chain
from rag.proofread.check import statement
from rag.proofread.library import checker
from rag.proofread.quotation import quotations, quoted_in

SAID = "坚持稳字当头、进中提质，把做强实体经济摆在首位"


def test_only_what_is_long_enough_and_whole_is_a_quotation() -> None:
    assert quotations(f"报告说：“{SAID}”。又提“五新”，“稳字当头……摆在首位的说法”。") == (SAID,)


@pytest.mark.parametrize(
    ("quote", "same"),
    [
        (SAID, True),
        (SAID.replace("、", "，"), True),
        (SAID.replace("摆在首位", "放在首位"), False),
        (SAID.replace("做强", "做大"), False),
    ],
    ids=["same", "stops", "verb", "word"],
)
def test_a_small_change_is_seen(quote: str, same: bool, chain: Chain) -> None:
    found = quoted_in(quote, EVERYWHERE, chain.index)
    assert found is not None
    assert found.same is same
    document = chain.document(found.citation.source)
    assert document.text[found.citation.start : found.citation.end] == found.citation.text
    assert "稳字当头" in found.citation.text


def test_what_nobody_said_is_quoted_of_nobody(chain: Chain) -> None:
    assert quoted_in("把月球背面的实验田浇一遍水", EVERYWHERE, chain.index) is None


def test_a_changed_quotation_is_refuted_and_a_right_one_holds(chain: Chain) -> None:
    asked = checker(chain)
    right = statement(f"浙江2026年报告提出：“{SAID}”。", asked, "", 2026)
    assert right.verdict == "supported"
    changed = SAID.replace("摆在首位", "放在首位")
    wrong = statement(f"浙江2026年报告提出：“{changed}”。", asked, "", 2026)
    assert (wrong.verdict, wrong.error) == ("refuted", "misquoted")
    assert "摆在首位" in wrong.explanation
