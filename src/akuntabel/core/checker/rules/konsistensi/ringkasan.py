"""KON: a closing table that sets indicators into bands by number, against what was promised and measured."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.kata import gabung_kata
from akuntabel.core.checker.bacaan.nama import kata_nama
from akuntabel.core.checker.bacaan.tabel import is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import daftar_baris_perjanjian
from akuntabel.core.checker.kinerja.pokok import JenisPokok, Pokok, Ukuran, indeks_kinerja, is_sepakat, read_nilai
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_PITA = re.compile(r"\b(?:tingkat capaian|rentang|interval|nilai)\b", re.IGNORECASE)
_INDIKATOR = re.compile(r"\bindikator\b", re.IGNORECASE)
_KODE = re.compile(r"\b\d{1,2}\.\d{1,2}\b")
_RENTANG_KODE = re.compile(r"\d\s*(?:[-–]|s\.?d\.?|sampai)\s*\d", re.IGNORECASE)
_KOSONG = re.compile(r"[-–—\s]+")
_JUMLAH = re.compile(r"jumlah indikator", re.IGNORECASE)
TERSEDIKIT = 3  # columns, below which a table is no distribution


@dataclass(frozen=True, slots=True)
class _Sebaran:
    """A table with one column per indicator: of each the one value that stands in a band."""

    tabel: TabelTerbaca
    nilai: Sequence[SelTerbaca]


def ringkasan_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Tabel ringkasan memuat indikator atau nilai yang bukan dari pengukuran tahun ini.

    Yang diperiksa: tabel yang membagi indikator bernomor 1, 2, 3, … ke dalam tingkat capaian: banyaknya terhadap
    perjanjian kinerja, nilainya terhadap tabel pengukuran; dan tabel "kategori, jumlah indikator" beserta kode
    indikatornya terhadap kategori pada tabel pengukuran.
    Mengapa penting: tabel penutup sering tertinggal dari tahun lalu, padahal simpulan ditarik darinya.
    Perbaikan: susun ulang tabelnya dari tabel pengukuran.
    Dasar: PermenPANRB 53/2014, lampiran II, Bab IV.
    """
    for sebaran in _daftar_sebaran(dok):
        yield from _periksa_sebaran(dok, sebaran)
    yield from _periksa_cacah(dok)


def _daftar_sebaran(dok: Dokumen) -> Iterator[_Sebaran]:
    for tabel in dok.daftar_tabel:
        kolom = _kolom_indikator(tabel)
        if len(kolom) < TERSEDIKIT or not any(_PITA.search(k) for k in tabel.kepala[: kolom[0]]):
            continue
        baris = [b for b in tabel.baris if not is_baris_ringkasan(b, kolom[0])]
        isi = [[b[n] for b in baris if kata_nama(b[n].teks) or any(c.isdigit() for c in b[n].teks)] for n in kolom]
        if all(len(i) == 1 for i in isi):
            yield _Sebaran(tabel, [i[0] for i in isi])


def _kolom_indikator(tabel: TabelTerbaca) -> list[int]:
    """The columns under one header about indicators, to the end of the table."""
    awal = next((n for n, k in enumerate(tabel.kepala) if _INDIKATOR.search(k)), None)
    if awal is None:
        return []
    induk = kata_nama(tabel.kepala[awal])
    kolom = list(range(awal, len(tabel.kepala)))
    return kolom if all(kata_nama(tabel.kepala[n]) in ((), induk) for n in kolom) else []


def _periksa_sebaran(dok: Dokumen, sebaran: _Sebaran) -> Iterator[Bukti]:
    indeks, janji = indeks_kinerja(dok), daftar_baris_perjanjian(dok)
    terukur = [
        s
        for p in indeks.daftar_pokok(JenisPokok.INDIKATOR)
        for s in indeks.daftar_nilai(p, Ukuran.CAPAIAN, Ukuran.REALISASI)
    ]
    if not janji or not terukur:
        return
    dok.tandai(*(s.letak for s in sebaran.nilai))
    asing = [
        s
        for s in sebaran.nilai
        if (angka := read_nilai(s.teks)) is not None
        and not any(t.angka is not None and is_sepakat(angka, t.angka) for t in terukur)
    ]
    if len(sebaran.nilai) == len(janji) and not asing:
        return
    isi = f"{len(sebaran.nilai)} indikator"
    if asing:
        isi += f", di antaranya nilai {', '.join(s.teks for s in asing)} yang tidak ada dalam tabel pengukuran"
    yield Bukti(
        sebaran.tabel.letak,
        sebaran.tabel.caption or sebaran.tabel.nama,
        f"{len(janji)} indikator dengan nilai dari tabel pengukuran",
        f"tabel ini memuat {isi}; {janji[0].tabel.caption or 'perjanjian kinerja'} memuat {len(janji)}",
        "Susun ulang tabelnya dari tabel pengukuran.",
        tuple(s.letak for s in asing),
        is_keputusan=True,
    )


def _periksa_cacah(dok: Dokumen) -> Iterator[Bukti]:
    """ "Kategori | Jumlah indikator | Indikator" against the categories of the measurement."""
    indeks = indeks_kinerja(dok)
    kategori: dict[tuple[str, ...], list[Pokok]] = {}
    for p in indeks.daftar_pokok(JenisPokok.INDIKATOR):
        for s in indeks.daftar_nilai(p, Ukuran.KATEGORI)[:1]:
            kategori.setdefault(kata_nama(s.sel.teks), []).append(p)
    for tabel in dok.daftar_tabel if kategori else ():
        jumlah = next((n for n, k in enumerate(tabel.kepala) if _JUMLAH.search(k)), None)
        if jumlah is None or "kategori" not in tabel.kepala[0].lower():
            continue
        for baris in tabel.baris:
            indikator = kategori.get(kata_nama(baris[0].teks))
            yield from _periksa_baris_cacah(dok, baris, jumlah, indikator, tabel)
            yield from _periksa_kode(dok, baris, jumlah, indikator)
            yield from _periksa_kode_asing(
                dok, baris, jumlah, {p.kode for p in indeks.daftar_pokok(JenisPokok.INDIKATOR)}
            )


def _periksa_baris_cacah(
    dok: Dokumen, baris: Sequence[SelTerbaca], jumlah: int, indikator: list[Pokok] | None, tabel: TabelTerbaca
) -> Iterator[Bukti]:
    """The count of a row against its own list and against the measurement."""
    sel = baris[jumlah]
    benar = len(indikator) if indikator is not None else _cacah_kode(baris[jumlah + 1 :])
    if not sel.teks.isdigit() or benar is None:
        return
    dok.tandai(sel.letak)
    if int(sel.teks) != benar:
        yield Bukti(
            sel.letak,
            sel.teks,
            str(benar),
            f"indikator berkategori {baris[0].teks} pada {'tabel pengukuran' if indikator is not None else tabel.nama}",
            "Hitung ulang baris ini dari tabel pengukuran.",
            is_keputusan=True,
        )


def _cacah_kode(daftar: Sequence[SelTerbaca]) -> int | None:
    """How many indicators a row lists; None where it lists them by other means than their codes."""
    if daftar and all(_KOSONG.fullmatch(s.teks) for s in daftar):
        return 0
    return len({k for s in daftar for k in _KODE.findall(s.teks)}) or None


def _periksa_kode(
    dok: Dokumen, baris: Sequence[SelTerbaca], jumlah: int, indikator: list[Pokok] | None
) -> Iterator[Bukti]:
    """The codes that a row lists, against the indicators that have its category in the measurement."""
    benar = sorted(p.kode for p in indikator or ())
    for sel in baris[jumlah + 1 :] if all(benar) else ():
        disebut = _KODE.findall(sel.teks)
        if not benar or not disebut or _RENTANG_KODE.search(sel.teks):
            continue
        dok.tandai(sel.letak)
        if sorted(set(disebut)) != benar:
            yield Bukti(
                sel.letak,
                sel.teks,
                gabung_kata(benar),
                f"indikator berkategori {baris[0].teks} pada tabel pengukuran",
                "Susun ulang daftarnya dari tabel pengukuran.",
            )


def _periksa_kode_asing(dok: Dokumen, baris: Sequence[SelTerbaca], jumlah: int, kode: set[str]) -> Iterator[Bukti]:
    """A code that no indicator has, in a report whose indicators all have one."""
    for sel in baris[jumlah + 1 :] if "" not in kode else ():
        asing = [k for k in _KODE.findall(sel.teks) if k not in kode]
        if asing:
            dok.tandai(sel.letak)
            yield Bukti(
                sel.letak,
                sel.teks,
                f"tanpa {gabung_kata(asing)}",
                "tidak ada indikator dengan kode itu",
                "Susun ulang daftarnya dari tabel pengukuran.",
            )


DAFTAR_ATURAN = (Aturan("KON009", "ringkasan-tidak-sesuai", Tingkat.GALAT, ringkasan_tidak_sesuai),)
