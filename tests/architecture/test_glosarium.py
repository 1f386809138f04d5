"""Names use the field's terms: the glossary's forbidden words stand in no identifier."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).parents[2]


def _kata_terlarang() -> dict[str, str]:
    terlarang = {}
    for baris in (AKAR / "docs/glosarium.md").read_text().splitlines():
        sel = [s.strip() for s in baris.strip().strip("|").split("|")]
        if len(sel) == 5 and sel[0] != "istilah":
            for kata in re.findall(r"`([a-z_]+)`", sel[4]):
                terlarang[kata] = sel[0]
    return terlarang


def _pengenal(pohon: ast.AST) -> Iterator[tuple[str, int]]:
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.FunctionDef | ast.ClassDef):
            yield simpul.name, simpul.lineno
        elif isinstance(simpul, ast.arg):
            yield simpul.arg, simpul.lineno
        elif isinstance(simpul, ast.Name) and isinstance(simpul.ctx, ast.Store):
            yield simpul.id, simpul.lineno


def _ular(nama: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", nama).lower()


def test_no_identifier_uses_a_word_the_glossary_forbids():
    terlarang = _kata_terlarang()
    temuan, dilihat = [], 0
    for berkas in sorted((AKAR / "src").rglob("*.py")):
        for nama, baris in _pengenal(ast.parse(berkas.read_text())):
            dilihat += 1
            for kata, istilah in terlarang.items():
                if f"_{kata}_" in f"_{_ular(nama)}_":
                    temuan.append(f"{berkas.relative_to(AKAR)}:{baris}: {nama} memakai “{kata}”; istilahnya {istilah}")
    assert len(terlarang) > 10
    assert dilihat > 500
    assert not temuan, "\n".join(temuan)
