"""Answers in the words of a language model, each sentence held to what it cites."""
