"""Originals from their publishers: which sites, how to find a report there, how to keep it.

catalog (who publishes) → plan → web (one polite request after another) → page, choose, judge
(pure) → shelf (whole files with a note beside each). Only ``zhengwen sources`` loads this.
"""
