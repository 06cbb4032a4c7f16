"""Many people who ask at once, through the page's own queue: ``python -m eval.load``."""
