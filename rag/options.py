"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[Path | None, typer.Option("--home", help="文库所在的文件夹；默认 ~/.zhengwen。")]
Embedder = Annotated[
    str | None,
    typer.Option(
        "--embedder",
        help="向量模型：自带的，或任何 sentence-transformers 模型名、文件夹，或 ONNX 模型文件夹。",
    ),
]
Reranker = Annotated[
    str | None,
    typer.Option(
        "--reranker", help="重排模型：sentence-transformers 模型名、文件夹，或 ONNX 模型文件夹。"
    ),
]
Backend = Annotated[
    str | None,
    typer.Option("--backend", help="句子放在哪里检索：faiss（本机，默认）或 milvus。"),
]
Today = Annotated[
    str | None, typer.Option("--today", help="今天的日期（2026-03-01），“今年”按它计算。")
]
