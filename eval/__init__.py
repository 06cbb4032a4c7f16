"""How right the answers are: cases, metrics, baselines, reports."""
