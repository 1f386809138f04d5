"""Sums of money as equations over cells: which figure must change for all of them to hold."""
