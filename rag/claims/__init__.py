"""Statements checked: cut into facts, each held against what the documents say of it."""
