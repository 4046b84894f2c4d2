"""How a document is cited: in the words of a style, or as a file for a program that keeps references."""
