"""Notes and comments: what people say to each other about a text."""
