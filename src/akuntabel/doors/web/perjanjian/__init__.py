"""Screens of the agreement: list, page, editing, the way from draft to signature."""
