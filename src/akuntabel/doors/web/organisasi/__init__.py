"""Screens of offices, their people and their plenaries."""
