"""Indicators across tables and sentences: who is spoken of, what is said of it, which formula reproduces it."""
