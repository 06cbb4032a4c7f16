"""Conversations of before: listed, searched, opened again, renamed, removed."""
