"""Silence and sight of the checker over many documents: reports of random offices, and one figure changed in them.

Silence: findings on correct reports in Word, PDF and HTML (goal: none). Sight: changed figures that were found at
their place, over those that other figures of the report determine (goal: 98 %).
"""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.render.berkas import Format, render_berkas
from mutasi import daftar_mutasi, is_ditemukan, is_terhitung
from paket_acak import paket_acak

JUMLAH_PAKET = 24
MUTASI_PER_PAKET = 50


def main() -> None:
    """Print findings per format, figures recomputed, and the part of changes found, by what was done."""
    temuan: Counter[str] = Counter()
    angka: Counter[str] = Counter()
    dibuat: Counter[str] = Counter()
    ditemukan: Counter[str] = Counter()
    acak = random.Random(2020)  # noqa: S311 — which figures to spoil, no secret
    for fakta in _daftar_paket():
        for bentuk, naskah in _baca_semua(fakta):
            hasil = check_naskah(naskah)
            temuan[bentuk] += len(hasil.temuan)
            angka[bentuk] += hasil.angka_diperiksa
            if bentuk == Format.DOCX.value:
                _ukur_mutasi(naskah, acak, dibuat, ditemukan)
    for bentuk in temuan:
        print(f"silence: {temuan[bentuk]} findings on {JUMLAH_PAKET} reports as {bentuk}, {angka[bentuk]} figures")
    for jenis in sorted(dibuat):
        print(f"sight: {jenis}: {ditemukan[jenis]} of {dibuat[jenis]}")
    print(f"sight: {ditemukan.total() / dibuat.total():.3f} of {dibuat.total()} changes found in place (goal ≥ 0.98)")


def _daftar_paket() -> list[FaktaTahun]:
    daftar: list[FaktaTahun] = []

    @seed(2020)
    @settings(
        max_examples=JUMLAH_PAKET,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(paket_acak())
    def kumpulkan(fakta: FaktaTahun) -> None:
        daftar.append(fakta)

    kumpulkan()
    return daftar


def _baca_semua(fakta: FaktaTahun) -> Iterator[tuple[str, NaskahTerbaca]]:
    bentuk = [Format.DOCX, Format.PDF, Format.HTML]
    with tempfile.TemporaryDirectory() as folder:
        for b, jadi in render_berkas(compose_lkj(compute_hasil(fakta)), bentuk).items():
            berkas = Path(folder) / f"laporan.{b.value}"
            berkas.write_bytes(jadi.isi)
            yield b.value, read_berkas(berkas)


def _ukur_mutasi(naskah: NaskahTerbaca, acak: random.Random, dibuat: Counter[str], ditemukan: Counter[str]) -> None:
    semua = [m for m in daftar_mutasi(naskah, acak) if is_terhitung(m)]
    for m in acak.sample(semua, min(MUTASI_PER_PAKET, len(semua))):
        dibuat[m.jenis.value] += 1
        ditemukan[m.jenis.value] += is_ditemukan(check_naskah(m.naskah), m)


if __name__ == "__main__":
    main()
