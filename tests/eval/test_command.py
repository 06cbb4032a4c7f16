"""What ``zhengwen eval`` does, over a tiny library that is answered by the real chain."""

import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.command import Asked, Outcome, Wanted, answered_by, evaluate, need, over_library, over_set
from eval.report import JSON
from rag.chain import Chain
from rag.types import Answer, Question
from tests.rag.library import TODAY, chain_over

REPORT = """\
2026年安徽省政府工作报告
一、2026年目标
今年粮食产量目标是840亿斤以上。
二、2026年任务
在芜湖建设低空飞行港，总投资37亿元。
"""
GRAIN: dict[str, object] = {
    "id": "n",
    "type": "number",
    "question": "安徽2026年粮食产量目标是多少",
    "answer": "840亿斤以上",
    "must": [["840亿斤"]],
    "evidence": [{"doc": "安徽", "quote": "今年粮食产量目标是840亿斤以上。"}],
}
WRONG: dict[str, object] = {**GRAIN, "id": "w", "must": [["900亿斤"]]}
GONE: dict[str, object] = {**GRAIN, "id": "g", "evidence": [{"doc": "浙江", "quote": "别的话"}]}
NOTHING: dict[str, object] = {
    "id": "u",
    "type": "unanswerable",
    "question": "昆山2026年粮食产量目标是多少",
}


@dataclass
class Progress:
    """What is told of a run while it goes on."""

    steps: list[tuple[int, int, str]] = field(default_factory=list)

    def __call__(self, done: int, total: int, name: str) -> None:
        self.steps.append((done, total, name))


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("anhui"), {"省级/安徽.txt": REPORT})


@pytest.fixture
def asked(chain: Chain, tmp_path: Path) -> Asked:
    """A right case, a wrong one, one that cannot be answered."""
    return over(chain, tmp_path, GRAIN, WRONG, NOTHING)


def over(chain: Chain, folder: Path, *cases: dict[str, object]) -> Asked:
    path = folder / "own.jsonl"
    lines = [json.dumps(case, ensure_ascii=False) for case in cases]
    path.write_text("\n".join(lines), encoding="utf-8")
    return over_library(chain.invoke, chain.index.documents, [path])


def gates(folder: Path, **least: float) -> Path:
    path = folder / "gates.toml"
    lines = [f"{type_} = {gate}" for type_, gate in least.items()]
    path.write_text("\n".join(["[correct]", *lines]), encoding="utf-8")
    return path


def done(asked: Asked, **wanted: object) -> Outcome:
    return evaluate(asked, replace(Wanted(), **wanted), Progress())  # type: ignore[arg-type]


def test_the_cases_of_a_file_are_asked_over_the_library(asked: Asked) -> None:
    progress = Progress()
    outcome = evaluate(asked, Wanted(), progress)
    assert (outcome.record.engine, outcome.record.cases) == ("zhengwen", ("own.jsonl",))
    assert (outcome.record.documents, outcome.misses) == (1, ())
    assert [r.scores["correct"] for r in outcome.record.results] == [1.0, 0.0, 1.0]
    assert [step[:2] for step in progress.steps] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_text_is_a_row_a_type(asked: Asked) -> None:
    lines = done(asked).text.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        *(["number", "2", "0.50"], ["unanswerable", "1", "1.00"], ["all", "3", "0.67"]),
    ]


def test_the_text_may_be_a_row_a_document(asked: Asked) -> None:
    lines = done(asked, by="document").text.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [["安徽", "2", "0.50"]]


def test_failures_are_shown_where_asked_for(asked: Asked) -> None:
    assert "w number 问：" not in done(asked).text
    told = done(asked, failures=True).text
    assert "w number 问：安徽2026年粮食产量目标是多少" in told
    assert "n number 问：" not in told


def test_what_cannot_be_scored_is_named(chain: Chain, tmp_path: Path) -> None:
    outcome = done(over(chain, tmp_path, GRAIN, GONE))
    assert "没有计分 g：文库里没有 浙江" in outcome.text
    assert [result.case.id for result in outcome.record.results] == ["n"]


def test_cases_of_another_library_are_no_run(chain: Chain, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        done(over(chain, tmp_path, GONE))
    assert str(told.value) == "这些题在这个文库上都不能计分：g，文库里没有 浙江。"


def test_a_question_that_is_turned_away_is_named(chain: Chain, tmp_path: Path) -> None:
    outcome = done(over(chain, tmp_path, GRAIN, {**GRAIN, "id": "long", "question": "多" * 5001}))
    assert "没有答案 long：问题太长（5001字），请缩短到5000字以内。" in outcome.text
    assert outcome.record.types["all"]["correct"].value == 0.5


def test_gates_are_reached_or_missed(asked: Asked, tmp_path: Path) -> None:
    assert done(asked, gates=gates(tmp_path, number=0.5)).misses == ()
    outcome = done(asked, gates=gates(tmp_path, number=0.6, claim=0.9))
    assert [(miss.type, miss.measured) for miss in outcome.misses] == [
        *(("number", 0.5), ("claim", None)),
    ]
    assert outcome.text.splitlines()[-2:] == [
        "没过线：number 的 correct 是 0.50，要求 0.60。",
        "没过线：claim 的 correct 是 没有题，要求 0.90。",
    ]


def test_malformed_gates_are_named_before_anything_is_asked(asked: Asked, tmp_path: Path) -> None:
    progress = Progress()
    path = gates(tmp_path, number=0.5)
    path.write_text("[right]\nnumber = 1\n", encoding="utf-8")
    with pytest.raises(UserError, match=str(path)):
        evaluate(asked, Wanted(gates=path), progress)
    with pytest.raises(UserError, match=f"{path} 不是一次评测的 JSON"):
        evaluate(asked, Wanted(compare=path), progress)
    assert progress.steps == []


@pytest.mark.slow
def test_a_report_is_written_compared_and_exported(asked: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    first = done(asked, report=folder, exports=("ragas",))
    assert first.text.splitlines()[-2:] == [
        *(f"报告写到了 {folder / 'index.html'}", f"ragas 格式写到了 {folder / 'ragas.jsonl'}"),
    ]
    assert {path.name for path in folder.iterdir()} == {
        *("index.html", "report.md", JSON, "ragas.jsonl"),
    }
    samples = (folder / "ragas.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(sample)["reference"] for sample in samples] == [*["840亿斤以上"] * 2, ""]
    silent = replace(asked, ask=_silent)
    second = done(silent, compare=folder / JSON, report=tmp_path / "second")
    assert "变对：无\n  变错：n" in second.text
    assert "  correct: 0.67 → 0.33" in second.text
    assert "变错：n" in (tmp_path / "second" / "report.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_interrupted_run_says_how_much_it_had(asked: Asked, tmp_path: Path) -> None:
    def stop(question: Question) -> Answer:
        if question.id == "u":
            raise KeyboardInterrupt
        return asked.ask(question)

    folder = tmp_path / "report"
    with pytest.raises(KeyboardInterrupt):
        done(replace(asked, ask=stop), report=folder)
    later = done(asked, report=folder)
    assert "接着上次中断的评测，那时已有 2 题。" in later.text
    assert "接着" not in done(asked, report=folder).text


@pytest.mark.slow
def test_an_unknown_export_is_named_with_those_there_are(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        done(asked, report=tmp_path / "report", exports=("trulens",))
    assert str(told.value) == "不能导出成 trulens；可以：ragas。"


@pytest.mark.slow
def test_a_baseline_answers_the_same_cases(asked: Asked) -> None:
    other = answered_by(asked, "bm25", "")
    assert (other.engine, other.cases, other.names) == (
        *("baseline bm25", asked.cases, asked.names),
    )
    outcome = done(other)
    assert outcome.record.engine == "baseline bm25"
    assert outcome.record.types["number"]["evidence@1"].value == 1.0
    assert outcome.record.types["unanswerable"]["false_answer"].value == 1.0


@pytest.mark.slow
def test_an_unknown_baseline_is_named_with_those_there_are(asked: Asked) -> None:
    with pytest.raises(UserError) as told:
        answered_by(asked, "elastic", "")
    assert str(told.value) == "没有叫 elastic 的基线；有：bm25、dense、fused。"


def test_an_outside_set_is_asked_over_its_own_documents(tmp_path: Path) -> None:
    contexts = {"战国无双3由光荣公司开发，2009年发售。": "光荣", "黑豹队丢了308分。": "308"}
    asked = ("战国无双3是由哪个公司开发的？", "黑豹队丢了多少分？")
    paragraphs = [
        {
            "context": context,
            "qas": [
                {
                    "id": text,
                    "question": question,
                    "answers": [{"text": text, "answer_start": context.find(text)}],
                }
            ],
        }
        for question, (context, text) in zip(asked, contexts.items(), strict=True)
    ]
    path = tmp_path / "cmrc.json"
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), encoding="utf-8")
    given = over_set("cmrc2018", [path], TODAY)
    assert (given.engine, given.names, len(given.documents)) == ("zhengwen", ("cmrc2018",), 2)
    outcome = done(given)
    row = outcome.record.types["reading"]
    assert [row[name].value for name in ("document@1", "document_mrr")] == [1.0, 1.0]
    assert outcome.record.unscored == ()


def test_an_unknown_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有叫 squad 的题集"):
        over_set("squad", [tmp_path], TODAY)


@pytest.mark.parametrize("extra", ["eval", "baselines"])
def test_what_is_there_is_not_missed(extra: str) -> None:
    need(extra)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("package", "extra"), [("bm25s", "baselines"), ("jinja2", "eval")], ids=["bm25s", "jinja2"]
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    package: str, extra: str, root: Path
) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from corpus.errors import UserError\n"
        "from eval.command import need\n"
        f"try: need({extra!r})\n"
        "except UserError as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout == f"缺少 {package}；请运行 pip install 'zhengwen[{extra}]' 安装。\n"


def _silent(question: Question) -> Answer:
    return Answer(question.text, question.text, "refusal", False, "没有。", reason="没有")
