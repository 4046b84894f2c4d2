"""The release of several languages together: a page waits until all of them are approved."""
