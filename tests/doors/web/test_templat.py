"""What no template may hold, whoever writes it: the content policy would refuse it, or a page would be forgeable."""

import re
from pathlib import Path

import pytest

SUMBER = Path(__file__).parents[3] / "src/akuntabel"
# The naskah's own HTML is a document of its own, downloaded and never shown on the site's origin.
DAFTAR_TEMPLAT = sorted(
    t for folder in ("doors/web", "platform") for t in (SUMBER / folder).rglob("templates/**/*.html")
)
LARANGAN = {
    "gaya sebaris": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "skrip sebaris": re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE),
    "alamat di luar situs": re.compile(r"(?:src|href|action|hx-\w+)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE),
    "isian yang dijalankan sebagai HTML": re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE),
    "htmx dengan eval": re.compile(r"hx-on[:\s=-]|hx-vals\s*=\s*[\"']js:|hx-vars", re.IGNORECASE),
}
BOLEH_HTML = {"mfa/totp/activate_form.html": "the QR code, drawn by the server from its own key"}
FORMULIR = re.compile(r"<form\b[^>]*\bmethod\s*=\s*[\"']?post.*?(?:</form>|\Z)", re.IGNORECASE | re.DOTALL)


@pytest.mark.parametrize("templat", DAFTAR_TEMPLAT, ids=lambda t: t.relative_to(SUMBER).as_posix())
def test_template_holds_nothing_that_is_refused_or_forgeable(templat: Path) -> None:
    isi = templat.read_text("utf-8")
    terlarang = {nama: cocok[0] for nama, pola in LARANGAN.items() if (cocok := pola.search(isi))}
    if terlarang.keys() == {"isian yang dijalankan sebagai HTML"} and templat.as_posix().endswith(tuple(BOLEH_HTML)):
        terlarang = {}
    assert not terlarang
    for formulir in FORMULIR.findall(isi):
        assert re.search(r"csrf", formulir), f"formulir POST tanpa token CSRF: {formulir[:120]}"


def test_templates_were_seen() -> None:
    assert len(DAFTAR_TEMPLAT) >= 20
    assert any(FORMULIR.search(t.read_text("utf-8")) for t in DAFTAR_TEMPLAT)
