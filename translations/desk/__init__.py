"""The translators' desk: each text beside its source, saved while it is typed."""
