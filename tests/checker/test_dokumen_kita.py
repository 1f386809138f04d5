"""Silence on what we make ourselves, and sight: a figure that is changed in it is found where it stands."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh, read_contoh


@cache
def _berkas() -> dict[Format, bytes]:
    jadi = render_berkas(compose_lkj(compute_contoh()), [Format.DOCX, Format.HTML])
    return {bentuk: b.isi for bentuk, b in jadi.items()}


def _baca(tmp_path: Path, isi: bytes, akhiran: str) -> NaskahTerbaca:
    berkas = tmp_path / f"laporan.{akhiran}"
    berkas.write_bytes(isi)
    return read_berkas(berkas)


@pytest.mark.parametrize("bentuk", [Format.DOCX, Format.HTML])
def test_checker_is_silent_on_our_report_and_not_blind(bentuk: Format, tmp_path: Path):
    hasil = check_naskah(_baca(tmp_path, _berkas()[bentuk], bentuk.value))
    assert [(t.kode, str(t.bukti.letak), t.bukti.tertulis) for t in hasil.temuan] == []
    assert hasil.angka_diperiksa > 150


@pytest.mark.parametrize("urut", [lambda n: str(n), lambda n: "I" * n], ids=["angka", "romawi"])
def test_names_that_only_a_number_tells_apart_are_of_different_things(urut: Callable[[int], str], tmp_path: Path):
    fakta = read_contoh()
    bernomor = replace(
        fakta,
        daftar_sasaran=tuple(
            replace(s, nama=f"Meningkatnya kualitas {urut(n)}") for n, s in enumerate(fakta.daftar_sasaran, 1)
        ),
        daftar_indikator=tuple(
            replace(i, nama=f"Persentase layanan {n}") for n, i in enumerate(fakta.daftar_indikator, 1)
        ),
    )
    isi = render_berkas(compose_lkj(compute_hasil(bernomor)), [Format.HTML])[Format.HTML].isi
    hasil = check_naskah(_baca(tmp_path, isi, "html"))
    assert [(t.kode, str(t.bukti.letak), t.bukti.tertulis) for t in hasil.temuan] == []
    assert hasil.angka_diperiksa > 150


def test_checker_is_silent_on_our_agreement(tmp_path: Path):
    isi = render_berkas(compose_perjanjian(read_isi_perjanjian(compute_contoh())), [Format.DOCX])[Format.DOCX].isi
    assert check_naskah(_baca(tmp_path, isi, "docx")).temuan == ()


def test_word_and_html_are_read_alike(tmp_path: Path):
    word, html = (_baca(tmp_path, _berkas()[b], b.value) for b in (Format.DOCX, Format.HTML))

    def isi(naskah: NaskahTerbaca, caption: str) -> list[list[str]]:
        tabel = next(t for t in naskah.daftar_tabel if t.caption.startswith(caption))
        return [[s.teks for s in b] for b in tabel.baris]

    for caption in ("Tabel 2.1", "Tabel 3.3", "Tabel 3.22", "Tabel 3.24"):
        assert isi(word, caption) == isi(html, caption)


def _daftar_sel_anggaran(html: str) -> list[re.Match[str]]:
    """Cells of rupiah with a remainder beside them: Tabel 3.22."""
    awal = html.index("Tabel 3.22 Realisasi", html.index('id="tabel-anggaran"'))
    akhir = html.index("</table>", awal)
    pola = re.compile(r'<td class="kanan"><data value="(\d{7,})">([\d.]+)</data></td>')
    return list(pola.finditer(html, awal, akhir))


def test_a_changed_rupiah_figure_is_found_with_its_row(tmp_path: Path):
    html = _berkas()[Format.HTML].decode()
    sel = _daftar_sel_anggaran(html)
    acak = random.Random(2020)  # noqa: S311 — which figures to spoil, no secret
    contoh = acak.sample(sel, 12)
    ditemukan = 0
    for m in contoh:
        angka = list(m[2])
        tempat = acak.choice([n for n, c in enumerate(angka) if c.isdigit() and n])
        angka[tempat] = acak.choice([d for d in "0123456789" if d != angka[tempat]])
        rusak = html[: m.start(2)] + "".join(angka) + html[m.end(2) :]
        temuan = check_naskah(_baca(tmp_path, rusak.encode(), "html")).temuan
        ditemukan += any(t.bukti.letak.tabel == "Tabel 3.22" for t in temuan)
    assert ditemukan == len(contoh)


@pytest.mark.parametrize(
    ("lama", "baru", "kode"),
    [
        ("3 (tiga) sasaran strategis", "4 (tiga) sasaran strategis", "KON001"),
        (
            '<data value="62.86919831223628691983122363">62,87%',
            '<data value="62.86919831223628691983122363">62,4%',
            "HIT001",
        ),
        (">-201.464.000<", ">201.464.000<", "ANG006"),
    ],
)
def test_a_stale_word_or_percentage_is_found(lama: str, baru: str, kode: str, tmp_path: Path):
    html = _berkas()[Format.HTML].decode()
    awal = html.index(lama, 0 if kode == "KON001" else html.index('id="tabel-pengukuran"'))
    rusak = html[:awal] + baru + html[awal + len(lama) :]
    temuan = check_naskah(_baca(tmp_path, rusak.encode(), "html")).temuan
    assert kode in {t.kode for t in temuan}
