"""How the bundled dictionary and embedder are made from texts and questions."""
