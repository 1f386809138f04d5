"""KON: claims against a standard of the nation or province."""

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.nama import inti_nama
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import daftar_baris_perjanjian
from akuntabel.core.checker.kinerja.pokok import read_nilai
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.regulasi import daftar_tolok_ukur

_LAMPAUI = re.compile(
    r"\b(?:melebihi|melampaui|di ?atas|lebih (?:tinggi|baik|besar) (?:dari(?:pada)?|dibanding\w*))\s+"
    r"(?:\w+\s+){0,2}?(?:(?:target|standar|capaian|rata-rata|angka|realisasi|hasil)\s+)?(?P<tingkat>nasional|provinsi)\b",
    re.IGNORECASE,
)
_ANGKA_DI_BELAKANG = r"[^.;\d]{0,60}?(?:[\d]+(?:[.,]\d+)?)\s*(?:%|persen|poin)"
_KPU = re.compile(r"\bKPU\b|Komisi Pemilihan Umum", re.IGNORECASE)
_DI_BAWAH = re.compile(r"target nasional", re.IGNORECASE)
_RENDAH = re.compile(r"lebih rendah|di ?bawah", re.IGNORECASE)
# The turnout of all voters, not of some of them.
_PARTISIPASI = frozenset({"partisipasi", "pemilih"})
_KATA_UMUM = frozenset(
    {"persentase", "tingkat", "partisipasi", "pemilih", "pemilihan", "serentak", "umum", "masyarakat", "jumlah", "wali"}
    | {"kota", "kabupaten", "bupati", "gubernur", "wakil", "kepala", "daerah", "tahun", "angka"}
)


def pembanding_tanpa_angka(dok: Dokumen) -> Iterator[Bukti]:
    """Laporan mengaku melampaui target atau hasil nasional, tetapi angkanya tidak disebut di mana pun.

    Yang diperiksa: "melebihi target nasional" dan sejenisnya terhadap semua kalimat dan tabel yang menyebut angka
    nasional atau provinsi.
    Mengapa penting: pengakuan tanpa angka tidak dapat diperiksa, dan targetnya sendiri mungkin lebih rendah.
    Perbaikan: sebutkan angka pembandingnya beserta sumbernya.
    Dasar: PermenPANRB 53/2014, lampiran II, Bab III huruf A angka 4.
    """
    klaim = [(k, m) for k in dok.daftar_kalimat_dengan("nasional", "provinsi") for m in _LAMPAUI.finditer(k.teks)]
    for tingkat in ("nasional", "provinsi"):
        daftar = [(k, m) for k, m in klaim if m["tingkat"].lower() == tingkat]
        if not daftar:
            continue
        dok.tandai(*(k.letak_bagian(m) for k, m in daftar))
        if _has_angka(dok, tingkat):
            continue
        k, m = daftar[0]
        yield Bukti(
            k.letak_bagian(m),
            m[0],
            f"angka {tingkat} yang dilampaui",
            f"tidak ada kalimat atau tabel yang menyebut angka {tingkat}",
            "Sebutkan angka pembandingnya beserta sumbernya.",
            tuple(k.letak_bagian(m) for k, m in daftar[1:]),
        )


def _has_angka(dok: Dokumen, tingkat: str) -> bool:
    """Whether a figure stands behind the word somewhere, or in a table that has the word in title, header or row."""
    pola = re.compile(rf"\b{tingkat}\b{_ANGKA_DI_BELAKANG}", re.IGNORECASE)
    if any(pola.search(p.teks) for p in dok.daftar_paragraf):
        return True
    for tabel in dok.daftar_tabel:
        judul = " ".join((tabel.caption, *tabel.kepala)).lower()
        for baris in tabel.baris:
            if (tingkat in judul or any(tingkat in s.teks.lower() for s in baris)) and any(
                read_nilai(s.teks) is not None for s in baris[1:]
            ):
                return True
    return False


def target_di_bawah_nasional(dok: Dokumen) -> Iterator[Bukti]:
    """Target partisipasi pemilih dalam perjanjian kinerja lebih rendah daripada target nasional tahun itu.

    Yang diperiksa: target indikator partisipasi seluruh pemilih pada laporan kinerja KPU terhadap daftar tolok ukur
    nasional; laporan yang sudah menyatakannya tidak diperingatkan.
    Mengapa penting: capaian di atas 100 persen dapat berarti targetnya terlalu rendah.
    Perbaikan: jelaskan alasannya, dan selaraskan target tahun berikutnya.
    Dasar: daftar tolok ukur Akuntabel, masing-masing dengan sumbernya.
    """
    if dok.tahun is None or not dok.daftar_kinerja or not _KPU.search(dok.satker):
        return
    tolok = [
        t
        for t in daftar_tolok_ukur().values()
        if t.is_target and t.tahun == dok.tahun and t.ukuran == "partisipasi_pemilih" and t.lingkup == "semua daerah"
    ]
    if len(tolok) != 1 or any(_DI_BAWAH.search(p.teks) and _RENDAH.search(p.teks) for p in dok.daftar_paragraf):
        return
    for b in daftar_baris_perjanjian(dok):
        inti = inti_nama(b.nama)
        target = read_nilai(b.target.teks)
        if not inti >= _PARTISIPASI or not inti <= _KATA_UMUM or target is None or target.angka is None:
            continue
        dok.tandai(b.target.letak)
        if Decimal(1) < target.angka < tolok[0].nilai:
            yield Bukti(
                b.target.letak,
                b.target.teks,
                f"{format_angka(tolok[0].nilai)}%",
                f"target nasional {tolok[0].peristiwa} ({tolok[0].dasar})",
                "Jelaskan alasannya, dan selaraskan target tahun berikutnya.",
            )


DAFTAR_ATURAN = (
    Aturan("KON014", "pembanding-tanpa-angka", Tingkat.PERINGATAN, pembanding_tanpa_angka),
    Aturan("KON015", "target-di-bawah-nasional", Tingkat.INFO, target_di_bawah_nasional),
)
