"""Questions to be answered by yes or no: what is asked, and the ways to decide it, one a file."""
