"""Screens of the second stage: plan, indicators, pohon kinerja, year, codes and budget."""
