"""``zhengwen embedder tune``: the bundled model taught the words of a library."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import UserError
from rag.opening import default_home
from rag.options import Home
from rag.settings import settings

embedder_app = typer.Typer(help="让自带的向量模型学会您文库里的词句。", no_args_is_help=True)

_KINDS = {"asked": "您的问题", "drill": "由文库句子造的问题"}


@embedder_app.callback()
def group() -> None:
    """让自带的向量模型学会您文库里的词句。"""


@embedder_app.command()
def tune(
    pairs: Annotated[
        list[Path] | None,
        typer.Option(
            "--pairs", help="问题和答句：eval 的题目文件、feedback.jsonl，或“问题<Tab>句子”。"
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="写到哪个文件夹；默认在文库里。")] = None,
    home: Home = None,
) -> None:
    """用文库的句子和您的问题继续训练；留出五分之一来量，有长进才写下来。"""
    from index import store
    from index.join import passages
    from index.training.asked import asked
    from index.training.tune import tune as tuned

    where = home or default_home(settings())
    contents = store.read(where)
    documents: dict[str, list[str]] = {item.document.source: [] for item in contents.stored}
    for passage in passages(contents, 0, len(contents.rows)):
        documents[passage.source].append(passage.text)
    unique = {name: tuple(dict.fromkeys(said)) for name, said in documents.items() if said}
    feedback = where / "feedback.jsonl"
    files = [*(pairs or ()), *([feedback] if feedback.is_file() else ())]
    target = out or where / "embedder" / "zhengwen-tuned"
    typer.echo(f"{len(unique)} 个文件，训练需要几分钟。")
    result = tuned(unique, asked(files, unique), target)
    for gain in result.gains:
        typer.echo(
            f"{_KINDS[gain.kind]}（留出 {gain.questions} 个）：前五句里有答句的，"
            f"从 {gain.before:.3f} 到 {gain.after:.3f}"
        )
    if not result.written:
        raise UserError("没有长进，模型没有写下来；可以用 --pairs 多给一些问题。")
    typer.echo(f"新学了 {len(result.phrases)} 个词，如{'、'.join(result.phrases[:5])}。")
    typer.echo(f"写到了 {target}。用它：export ZHENGWEN_EMBEDDER={target}，再运行 zhengwen index。")
