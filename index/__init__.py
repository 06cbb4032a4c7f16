"""Passages → ranked hits; knows nothing of questions."""
