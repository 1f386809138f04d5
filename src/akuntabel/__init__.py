"""Akuntabel: SAKIP as open software. A number is computed once, and anyone can recompute it."""
