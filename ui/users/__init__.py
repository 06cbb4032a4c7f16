"""Signing in: who is let in to the page, what each may do there, and what is noted of it."""
