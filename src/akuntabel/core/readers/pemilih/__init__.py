"""Recap tables of voters: counts by area, never a person."""
