"""Answers as files to take along: Word and Markdown with footnotes, tables for a spreadsheet."""
