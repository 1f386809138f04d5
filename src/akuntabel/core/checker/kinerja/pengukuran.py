"""The measured indicators of a report: which were reached, and every figure that a named roll-up makes of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.calc.kebijakan import RumusCapaian
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, read_sel, rentang_masukan
from akuntabel.core.checker.bacaan.nama import is_nama_mirip
from akuntabel.core.checker.bacaan.tabel import RangkaiKinerja, is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.arah_nama import find_kata_minimasi
from akuntabel.core.checker.kinerja.peringkat import rasio_peringkat
from akuntabel.core.checker.kinerja.rumus_kolom import BATAS_LAZIM, SERATUS, BarisKinerja, daftar_baris_kinerja
from akuntabel.core.naskah.terbaca import Letak

NOL = Decimal(0)
# Measured against something else than the target of the year.
_PEMBANDING = re.compile(
    r"\b(?:renstra|rpjmd|rpjmn|akhir|jangka menengah|nasional|standar|triwulan|semester|tahun (?:lalu|sebelumnya))\b",
    re.IGNORECASE,
)
_MENUNGGU = re.compile(r"\s*(?:[-–]|menunggu|belum|tidak (?:ada|diukur)|n/?a|nihil|$)", re.IGNORECASE)
_BERBOBOT = re.compile(
    r"\b(?:berbobot|tertimbang|dibobot\w*|(?<!tanpa )bobot (?:indikator|sasaran|kinerja|masing|setiap))", re.IGNORECASE
)
_KEPALA_BOBOT = re.compile(r"\bbobot\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terukur:
    """An indicator as the report measures it; sasaran: the number of its group, 0 where the table has none.

    capaian: what the printed figure leaves open, or what the ranks of its predicates give; None where there is no
    figure. tertulis: the figure itself. is_menunggu: not measured yet. is_tercapai: whether the target was reached;
    None where that is not certain.
    """

    nama: str
    sasaran: int
    nama_sasaran: str
    capaian: Rentang | None
    tertulis: Decimal | None
    is_predikat: bool
    is_tercapai: bool | None
    letak: Letak
    is_menunggu: bool = False


def is_berbobot(dok: Dokumen) -> bool:
    """Whether the report names weights, so that a plain mean proves nothing."""
    return any(_KEPALA_BOBOT.search(k) for r in dok.daftar_kinerja for k in r.tabel.kepala) or any(
        _BERBOBOT.search(p.teks) for p in dok.daftar_paragraf if "bobot" in p.teks or "timbang" in p.teks
    )


def daftar_pengukuran(dok: Dokumen) -> list[list[Terukur]]:
    """The longest table of measurement of the year, and, where others hold more indicators, all of them together."""
    rangkai = [r for r in dok.daftar_kinerja if _is_tahun_ini(r, dok.tahun)]
    if not rangkai:
        return []
    terpanjang = max(rangkai, key=lambda r: len(r.tabel.baris))
    pokok = list(daftar_terukur(terpanjang))
    semua = list(pokok)
    for r in rangkai:
        if r is not terpanjang:
            semua += [t for t in daftar_terukur(r) if not any(is_nama_mirip(t.nama, x.nama) for x in semua)]
    return [pokok] if len(semua) == len(pokok) else [pokok, semua]


def _is_tahun_ini(rangkai: RangkaiKinerja, tahun: int | None) -> bool:
    """Measured over the year of the report; a table whose rows each name a year compares years."""
    return (
        rangkai.capaian is not None
        and rangkai.tahun in (None, tahun)
        and not rangkai.periode
        and not any(k.strip().lower() == "tahun" for k in rangkai.tabel.kepala)
        and not _PEMBANDING.search(f"{rangkai.tabel.caption} {rangkai.tabel.kepala[rangkai.target]}")
    )


def daftar_terukur(rangkai: RangkaiKinerja) -> Iterator[Terukur]:
    """The indicators of one group of columns, rows that sum up left out."""
    if rangkai.capaian is None:
        return
    hitungan = {b.nomor: b for b in daftar_baris_kinerja(rangkai)}
    kolom_sasaran = rangkai.sasaran if rangkai.sasaran != rangkai.indikator else None
    sasaran, nama_sasaran = 0, ""
    for nomor, baris in enumerate(rangkai.tabel.baris):
        if kolom_sasaran is not None and baris[kolom_sasaran].teks:
            sasaran, nama_sasaran = sasaran + 1, baris[kolom_sasaran].teks
        nama, target = baris[rangkai.indikator].teks, baris[rangkai.target].teks
        if not nama or not target or is_baris_ringkasan(baris, rangkai.target):
            continue
        sel = baris[rangkai.capaian]
        peringkat = rasio_peringkat(target, baris[rangkai.realisasi].teks)
        angka = read_sel(sel)
        cetak = None if angka is None else rentang_masukan(angka)
        yield Terukur(
            nama,
            sasaran,
            nama_sasaran,
            cetak or (None if peringkat is None else Rentang(peringkat, peringkat)),
            angka.angka if angka is not None else peringkat,
            cetak is None and peringkat is not None,
            _is_tercapai(hitungan.get(nomor), angka, peringkat),
            sel.letak,
            cetak is None and _MENUNGGU.match(sel.teks) is not None,
        )


def _is_tercapai(baris: BarisKinerja | None, capaian: AngkaTertulis | None, peringkat: Decimal | None) -> bool | None:
    """By the printed capaian, unless it cannot be recomputed or its formula is at odds with the name."""
    if baris is not None:
        if not baris.is_terulang or (find_kata_minimasi(baris.nama) and baris.fits(RumusCapaian.RASIO, None)):
            return None
        return baris.capaian_persen >= SERATUS
    if peringkat is not None:
        return peringkat >= SERATUS
    return None if capaian is None or capaian.angka is None else capaian.angka >= SERATUS


def daftar_rekap(daftar: Sequence[Terukur], jumlah_lain: Sequence[int] = ()) -> Iterator[Rentang]:
    """Every figure that a named roll-up makes of the capaian.

    Means, of the rows or of the means per sasaran, without cap or under each usual one, unmeasured rows left out or
    counted as nothing, predicates by rank or left out; the least; the share of indicators that were reached.
    jumlah_lain: how many indicators there are by another count, such as that of the agreement.
    """
    for batas in (None, *BATAS_LAZIM):
        for is_predikat in (True, False):
            yield from _daftar_rata(daftar, batas, is_predikat=is_predikat)
    yield from _daftar_bagian(daftar, jumlah_lain)


def _daftar_rata(daftar: Sequence[Terukur], batas: Decimal | None, *, is_predikat: bool) -> Iterator[Rentang]:
    dipakai = [(t, _batasi(t.capaian, batas)) for t in daftar if t.capaian and (is_predikat or not t.is_predikat)]
    if not dipakai:
        return
    angka = [c for _, c in dipakai]
    yield _rata(angka, len(angka))
    per_sasaran = [[c for t, c in dipakai if t.sasaran == s] for s in dict.fromkeys(t.sasaran for t in daftar)]
    rerata = [_rata(isi, len(isi)) for isi in per_sasaran if isi]
    yield _rata(rerata, len(rerata))
    yield _rata([_batasi(r, batas) for r in rerata], len(rerata))
    yield _rata(angka, len(daftar))
    yield _rata(rerata, len(per_sasaran))
    yield Rentang(min(c.bawah for c in angka), min(c.atas for c in angka))


def rata_tertulis(daftar: Sequence[Terukur]) -> Decimal:
    """The plain mean of the printed figures, to show beside one that no roll-up gives."""
    angka = [t.tertulis for t in daftar if t.tertulis is not None]
    return sum(angka, NOL) / max(len(angka), 1)


def count_tercapai(daftar: Sequence[Terukur]) -> tuple[int, int]:
    """How many were reached, at least and at most."""
    pasti = sum(t.is_tercapai is True for t in daftar)
    return pasti, pasti + sum(t.is_tercapai is None and not t.is_menunggu for t in daftar)


def _daftar_bagian(daftar: Sequence[Terukur], jumlah_lain: Sequence[int]) -> list[Rentang]:
    sedikit, banyak = count_tercapai(daftar)
    terukur = sum(t.capaian is not None for t in daftar)
    penyebut = {n for n in (len(daftar), terukur, *jumlah_lain) if n}
    nilai = [Decimal(k) * SERATUS / n for k in range(sedikit, banyak + 1) for n in penyebut]
    return [Rentang(x, x) for x in nilai]


def _batasi(rentang: Rentang | None, batas: Decimal | None) -> Rentang:
    if rentang is None:
        raise ValueError("no figure")
    if batas is None:
        return rentang
    return Rentang(min(max(rentang.bawah, NOL), batas), min(max(rentang.atas, NOL), batas))


def _rata(daftar: Sequence[Rentang], banyak: int) -> Rentang:
    return Rentang(
        sum((r.bawah for r in daftar), NOL) / max(banyak, 1), sum((r.atas for r in daftar), NOL) / max(banyak, 1)
    )
