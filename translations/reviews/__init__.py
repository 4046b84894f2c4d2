"""The review of one language: handed in, read by somebody else, and approved or given back."""
