"""Rows in Milvus, past one machine: vectors, BM25 and filters run inside it.

The same code asks a server and a milvus-lite file. Each generation is a collection of its own,
named after the library and the generation; an alias named after the library shows the one in use
to other programs. An index opens the collection that its home folder names and no other, so that
rows and texts never belong to different generations.

This speaks to pymilvus and not through langchain-milvus: a ``VectorStore`` has one encoder for
what is asked and what is stored and returns one score fused by Milvus, while a search here needs
each score by itself, for the same rows, and generations behind an alias.
"""
