"""Photographs of the page as it is served: ``python -m ui.screenshots --url URL --out FOLDER``."""
