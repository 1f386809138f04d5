"""The formulas of indicators: one definition, computed exactly, over many offices at once, or written as SQL.

Never ``eval``: a formula is a small tree of seven kinds of node, bounded in length and depth.
"""

from akuntabel.core.calc.rumus.hitung import compute_rumus
from akuntabel.core.calc.rumus.pengurai import RumusTidakSah, parse_rumus
from akuntabel.core.calc.rumus.pohon import Rumus
from akuntabel.core.calc.rumus.rasio import Rasio, split_rasio
from akuntabel.core.calc.rumus.sql import write_sql
from akuntabel.core.calc.rumus.tulis import show_rumus, write_rumus
from akuntabel.core.calc.rumus.vektor import HasilVektor, compute_rumus_vektor

__all__ = [
    "HasilVektor",
    "Rasio",
    "Rumus",
    "RumusTidakSah",
    "compute_rumus",
    "compute_rumus_vektor",
    "parse_rumus",
    "show_rumus",
    "split_rasio",
    "write_rumus",
    "write_sql",
]
