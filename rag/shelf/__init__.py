"""The library as people keep it: documents listed, read, added, corrected, removed."""
