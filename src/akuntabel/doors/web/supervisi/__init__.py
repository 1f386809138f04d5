"""Screens of who looks after the offices below."""
