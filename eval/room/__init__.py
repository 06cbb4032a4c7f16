"""Evaluations that are begun, watched and stopped from outside, by the page: each runs in a
process of its own, and its report stays until the next one of the same cases."""
