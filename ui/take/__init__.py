"""Answers taken along as files: a menu under each answer, and the file itself within the page.

A file is never put where the server would serve it: it goes into the page of who asked for it.
"""
