"""A table of an answer as it is shown: sorted by a click on a head, drawn, taken along."""
