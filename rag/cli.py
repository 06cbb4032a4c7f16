"""The command line: ``zhengwen index | ask | check | verify | batch | show | serve | eval`` and
``sources | library | embedder | keys | users | audit``.

The one file that may reach ``ui`` and ``eval``, and only when such a command is called.
"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import UserError
from rag.audit_cli import audit_command
from rag.embedder_cli import embedder_app
from rag.keys_cli import keys_app
from rag.library_cli import library_app
from rag.opening import (
    asker_over,
    chain_over,
    default_home,
    engine_over,
    live_over,
    samples,
    today_of,
)
from rag.options import Backend, Embedder, Home, Reranker, Today
from rag.proofread_cli import check, verify
from rag.settings import settings
from rag.sources_cli import sources_app
from rag.terminal import json_file, numbered_lines, progress_bar, written
from rag.users.file import place
from rag.users_cli import users_app

app = typer.Typer(
    name="zhengwen",
    help="政问：向政府工作报告和讲话提问，答案逐句注明出处；不需要语言模型，也不需要网络。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(sources_app, name="sources")
app.add_typer(library_app, name="library")
app.add_typer(embedder_app, name="embedder")
app.add_typer(keys_app, name="keys")
app.add_typer(users_app, name="users")


def main() -> None:
    """Runs the command; a ``UserError`` is shown as one sentence, with exit status 1."""
    try:
        app()
    except UserError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


@app.command("index")
def index_command(
    paths: Annotated[list[Path], typer.Argument(help="文件、文件夹或压缩包（.zip）。")],
    home: Home = None,
    embedder: Embedder = None,
    backend: Backend = None,
) -> None:
    """把文件读进文库；再次运行时只处理变动过的文件。"""
    from index.build import build
    from index.embedders import encoder

    chosen = settings()
    where = home or chosen.home
    try:
        with progress_bar() as progress:
            model = encoder(embedder or chosen.embedder)
            report = build(paths, where, model, progress, place=chosen.place(backend))
    except KeyboardInterrupt:
        raise UserError("已中断；原来的索引没有变，仍然可以提问。") from None
    from rag.summary import summary

    summary(report, where)
    if report.refused:
        raise typer.Exit(1)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="问题，或一句要核对的话。")],
    as_json: Annotated[bool, typer.Option("--json", help="输出完整的 JSON。")] = False,
    history: Annotated[
        Path | None,
        typer.Option("--history", help="之前的对话：JSON 列表，每项有 role 和 content。"),
    ] = None,
    home: Home = None,
    today: Today = None,
    passages: Annotated[int, typer.Option(min=1, max=100, help="JSON 里列出几个检索段落。")] = 10,
    reranker: Reranker = None,
) -> None:
    """问一个问题，得到注明出处的答案。"""
    from rag.json import to_dict, turns
    from rag.types import Question

    past = turns(json_file(history), str(history)) if history else ()
    answer = asker_over(home, today, passages, reranker).ask(Question(question, past))
    if as_json:
        typer.echo(json.dumps(to_dict(answer), ensure_ascii=False, indent=1))
        return
    from rag.plain import plain

    typer.echo(plain(answer))


app.command()(check)
app.command()(verify)
app.command("audit")(audit_command)


@app.command()
def batch(
    questions: Annotated[Path, typer.Argument(help="每行一个 JSON：id、question，可有 history。")],
    out: Annotated[Path, typer.Option("--out", help="答案写到这里，每行一个 JSON。")],
    home: Home = None,
    today: Today = None,
    passages: Annotated[int, typer.Option(min=1, max=100, help="每个答案列出几个检索段落。")] = 10,
    reranker: Reranker = None,
) -> None:
    """一次问许多问题。"""
    from rag.json import one_line, question_of, to_dict

    if out.resolve() == questions.resolve():
        raise UserError(f"--out 不能就是题目文件 {questions}。")
    asked = [question_of(line, f"{questions}:{at}") for at, line in numbered_lines(questions)]
    chain = chain_over(home, today, passages, reranker)
    with progress_bar() as progress, written(out) as file:
        for at, question in enumerate(asked):
            progress(at, len(asked), question.text[:30])
            file.write(one_line(to_dict(chain.invoke(question))) + "\n")
        progress(len(asked), len(asked), "")
    typer.echo(f"{len(asked)} 个答案写到了 {out}。")


@app.command()
def show(
    source: Annotated[str, typer.Argument(help="引用里的 source。")],
    start: Annotated[int, typer.Option(min=0, help="从第几个字符起。")] = 0,
    end: Annotated[int | None, typer.Option(min=0, help="到第几个字符止（不含）。")] = None,
    home: Home = None,
) -> None:
    """显示文库里一个文件的正文（引用的 start、end 就在这段文字里数）。"""
    typer.echo(engine_over(home, None).document(source).text[start:end])


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="端口；默认 7860。")] = None,
    host: Annotated[str | None, typer.Option(help="监听地址；默认 127.0.0.1。")] = None,
    home: Home = None,
    today: Today = None,
    reranker: Reranker = None,
) -> None:
    """打开网页。"""
    chosen = settings()
    where = home or default_home(chosen)
    chain = live_over(home, today, reranker=reranker)
    from eval.room.room import Opening, Room
    from index.embedders import encoder
    from rag.conversations.store import Conversations
    from rag.lookup import Lookup
    from rag.proofread.desk import desk
    from rag.shelf.shelf import Shelf
    from rag.wordings.tracker import Tracker
    from ui.api.over import over
    from ui.app import serve as serve_page
    from ui.tabs import House, tabs
    from ui.users.asked import Asked
    from ui.users.guests import guests

    feedback = where / "feedback.jsonl"
    log = where if chosen.log_checks else None
    noted = where / "api.jsonl" if chosen.log_api else None
    checker = desk(chain, today_of(today, chosen).year, log, chosen.user)
    shelf = Shelf(chain, home or chosen.home, encoder(chosen.embedder), chosen.place())
    shelf.tidy()
    own = home or chosen.home
    evaluations = Room(own / "evaluations", feedback, Opening(home, today, reranker))
    people, audit = place(own), own if chosen.log_audit else None
    serve_page(
        Asked(chain, audit),
        chain,
        host or chosen.host,
        port or chosen.port,
        feedback=feedback,
        tabs=tabs(House(chain, checker, shelf, Lookup(chain), Tracker(chain), evaluations)),
        model=choice.shown if (choice := chosen.language_model()) else "",
        conversations=Conversations((home or chosen.home) / "conversations"),
        api=over(chain, chain, checker, home or chosen.home, noted),
        guests=guests(people, audit, chosen.session_minutes) if people.exists() else None,
    )


@app.command("eval")
def eval_command(
    cases: Annotated[
        list[Path] | None,
        typer.Option("--cases", help="题目文件，可给几个；默认用自带的题目和自带的文件。"),
    ] = None,
    home: Home = None,
    by: Annotated[str, typer.Option(help="按 type（题型）还是 document（文件）列出。")] = "type",
    failures: Annotated[bool, typer.Option("--failures", help="列出答错的题目。")] = False,
    report: Annotated[
        Path | None, typer.Option(help="把报告写到这个文件夹：网页、Markdown、JSON。")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(help="与上一次的 report.json 比，列出变对变错的题。")
    ] = None,
    gate: Annotated[Path | None, typer.Option(help="及格线（TOML）；没过线时退出码为 1。")] = None,
    baseline: Annotated[
        str | None, typer.Option(help="换成通常的做法来答：bm25、dense 或 fused。")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="dense 和 fused 用的 sentence-transformers 模型；默认用自带的。"),
    ] = None,
    outside: Annotated[
        str | None,
        typer.Option(
            "--set", help="外部题集：xquad-zh、xquad-en-zh、cmrc2018、rgb-fact、ocnli-gov。"
        ),
    ] = None,
    path: Annotated[
        list[Path] | None, typer.Option(help="外部题集的文件；xquad-en-zh 先英文后中文。")
    ] = None,
    export: Annotated[
        list[str] | None, typer.Option(help="另存成别的格式（ragas），写到 --report 的文件夹。")
    ] = None,
    today: Today = None,
    reranker: Reranker = None,
) -> None:
    """评测：按题型列出答对率、引用和检索的得分。"""
    from eval import command
    from index.embedders.static import BUNDLED

    if by not in ("type", "document"):
        raise UserError(f"--by 只能是 type 或 document，不能是 {by}。")
    if export and not report:
        raise UserError("--export 要和 --report 文件夹 一起用。")
    if outside:
        asked = command.over_set(outside, path or (), today_of(today, settings()))
    else:
        where = home or (default_home(settings()) if cases else samples(settings()))
        asked = command.over_home(where, cases or command.BUNDLED, today, reranker)
    if baseline:
        asked = command.answered_by(asked, baseline, model or str(BUNDLED))
    wanted = command.Wanted(by, failures, report, compare, gate, tuple(export or ()))
    with progress_bar() as progress:
        outcome = command.evaluate(asked, wanted, progress)
    typer.echo(outcome.text)
    if outcome.misses:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
