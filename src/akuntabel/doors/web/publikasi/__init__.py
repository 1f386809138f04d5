"""Screens of publication."""
