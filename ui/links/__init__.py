"""Addresses that lead into the page: to a question, to a sentence of a document, to a tab."""
