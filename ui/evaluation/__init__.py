"""The tab 评测: how well questions with known answers are answered."""

from collections.abc import Callable

from ui.evaluation import words
from ui.evaluation.layout import connect, layout
from ui.evaluation.page import EvaluationPage
from ui.evaluation.types import Evaluations
from ui.tab import Frame, Tab


def evaluation_tab(evaluations: Evaluations) -> Tab:
    """The tab where an admin runs evaluations and reads their reports."""

    def lay() -> Callable[[Frame], None]:
        page = EvaluationPage(evaluations, layout())
        return lambda frame: connect(page, frame)

    return Tab("evaluation", words.evaluation, lay, uploads=True)
