"""Screens of elections."""
