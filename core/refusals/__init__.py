"""Commands of other apps that would harm this site, refused with what to do instead.

Django takes a command from the first app that has it, so this one is listed first.
"""
