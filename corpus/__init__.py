"""Files → documents → passages, headings, figures and facts; knows nothing of search."""
