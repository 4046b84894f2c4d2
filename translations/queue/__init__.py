"""The work of the translators: what is left to do, whose it is, and when it is due."""
