"""The wording of two reports of one place: what is new, dropped, reworded."""
