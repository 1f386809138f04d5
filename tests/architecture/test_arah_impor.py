"""The arrows of the architecture hold, and the rooms they speak of exist."""

import ast
import tomllib
from pathlib import Path

AKAR = Path(__file__).parents[2]


def test_no_contract_ignores_an_import():
    kontrak = tomllib.loads((AKAR / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert len(kontrak) >= 3
    assert not [k["name"] for k in kontrak if "ignore_imports" in k]


def test_every_room_of_the_core_stands_in_its_readme():
    ruang = {p.name for p in (AKAR / "src/akuntabel/core").iterdir() if p.is_dir() and p.name != "__pycache__"}
    readme = (AKAR / "src/akuntabel/core/README.md").read_text()
    assert len(ruang) >= 6
    assert not {nama for nama in ruang if f"`{nama}/`" not in readme}


def test_calculation_makes_no_float():
    """Lengths on paper and chart coordinates may be floats; a figure never is."""
    temuan, dilihat = [], 0
    for ruang in ("calc", "fakta", "regulasi"):
        for berkas in (AKAR / "src/akuntabel/core" / ruang).rglob("*.py"):
            if berkas.name == "vektor.py":  # float with an error bound, Decimal where the bound does not decide
                continue
            dilihat += 1
            for simpul in ast.walk(ast.parse(berkas.read_text())):
                is_nama = isinstance(simpul, ast.Name) and simpul.id in ("float", "round")
                is_angka = isinstance(simpul, ast.Constant) and isinstance(simpul.value, float)
                if is_nama or is_angka:
                    temuan.append(f"{berkas.relative_to(AKAR)}:{simpul.lineno}")
    assert dilihat > 20
    assert not temuan


def test_files_stay_under_400_lines():
    panjang = {
        str(b.relative_to(AKAR)): n
        for b in (AKAR / "src").rglob("*.py")
        if "migrations" not in b.parts and (n := len(b.read_text().splitlines())) > 400  # those Django writes
    }
    assert not panjang
