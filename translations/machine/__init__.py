"""Suggestions by a machine: a plug for a service, off unless the settings name one.

What comes back is a suggestion and nothing more: no code here writes a translation.
"""
