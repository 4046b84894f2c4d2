"""Reads documents from the files of other programs: CSV, RIS and BibTeX."""
