"""The words that head columns: whether a text is one, and where one head ends and the next begins.

A line without wide gaps does not show its columns ("No Indikator Target Realisasi Capaian"); the known phrases do, and
only as far as they leave one way to read the line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from akuntabel.core.readers.letak.bentuk_sel import is_nomor, is_tahun


class Isi(Enum):
    """What stands under a head."""

    NOMOR = "nomor"
    LABEL = "label"
    SATUAN = "satuan"
    NILAI = "nilai"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class Kepala:
    """One head of a line and what it promises below."""

    teks: str
    isi: Isi


_NOMOR = "no|no.|nomor|nmr|kode|kode rekening|kode akun|kode program|kode kegiatan"
_LABEL = (
    "sasaran|sasaran strategis|sasaran program|sasaran kegiatan|tujuan|misi|indikator|indikator kinerja|indikator kerja"
    "|indikator kinerja utama|indikator kinerja sasaran|indikator sasaran|indikator kinerja kegiatan|indikator tujuan"
    "|indikator kinerja program|program|kegiatan|program/kegiatan|program / kegiatan|program dan kegiatan|uraian"
    "|uraian dipa|output|keluaran|uraian program|uraian kegiatan|uraian belanja|sub kegiatan|subkegiatan"
    "|program/kegiatan/sub kegiatan"
    "|kecamatan|nama kecamatan|desa|kelurahan|desa/kelurahan|unit kerja|satuan kerja|satker|jenis belanja|belanja|nama"
    "|komponen|bulan|tahun|tahun anggaran|jenis|opd|nama opd"
    "|perangkat daerah|divisi|jabatan|bidang|unit|kelompok|puskesmas|sekolah|dinas"
    "|rentang nilai|tingkat capaian|interval|interval nilai|sumber dana|golongan|pendidikan|aspek|komponen penilaian"
)
_SATUAN = "satuan"
_CATATAN = (
    "keterangan|ket|ket.|kategori|predikat|kriteria|interpretasi|penanggung jawab|status|penjelasan"
    "|kategori capaian|sumber data"
)
_INTI = (
    "target|realisasi|hasil|capaian|rasio capaian|persen|persentase|prosentase|anggaran|pagu|alokasi|jumlah|jumlah dana"
    "|total|serapan|penyerapan|sisa|selisih|semula|menjadi|bertambah|berkurang|bertambah/(berkurang)|bertambah/berkurang"
    "|sebelum perubahan|setelah perubahan|sesudah perubahan|rupiah|rp|%|(%)|(rp)|laki-laki|perempuan|l|p|l+p|nilai"
    "|bobot|skor"
    "|baseline|volume|kondisi awal|rata-rata|naik/turun|kenaikan|penurunan|pertumbuhan|tingkat efisiensi"
    "|efisiensi|kinerja (%)|kinerja %"
)
_SESUDAH = {
    "target": "kinerja|tahunan|anggaran|akhir|renstra|rpjmd|akhir renstra|akhir rpjmd|nasional|pk|s.d.",
    "realisasi": "kinerja|anggaran|keuangan|fisik|belanja|target",
    "capaian": "kinerja|target|anggaran|realisasi|keuangan",
    "pagu": "awal|revisi|anggaran|akhir|indikatif|dipa",
    "anggaran": "awal|revisi|akhir|belanja|perubahan",
    "sisa": "anggaran|pagu|dana|lebih",
    "persentase": "capaian|realisasi|penyerapan|kinerja|serapan",
    "%": "capaian|realisasi|serapan|penyerapan|kinerja",
    "jumlah": "anggaran|dana|pagu|realisasi|seluruhnya|total",
    "serapan": "anggaran",
    "penyerapan": "anggaran",
    "tingkat": "capaian|realisasi|kemajuan",
}
_BULAN = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|ags"
    "|sep|sept|okt|nov|des|triwulan|tw|semester"
)
_IMBUHAN = {"%", "(%)", "(rp)", "(rp.)", "rp", "(rupiah)", "(orang)", "tahun", "(juta)", "(dalam", "rupiah)", "per"}
# A head over others: "Kinerja" above Target, Realisasi and Capaian.
_INDUK = {"kinerja", "anggaran", "keuangan", "realisasi", "target", "capaian", "jumlah"}
BATAS_KATA = 60
PANJANG_KEPALA = 80  # letters of one head
INGATAN = 4096  # texts that are remembered


def _frasa() -> dict[str, Isi]:
    frasa = dict.fromkeys(_NOMOR.split("|"), Isi.NOMOR)
    frasa |= dict.fromkeys(_LABEL.split("|"), Isi.LABEL)
    frasa |= {_SATUAN: Isi.SATUAN}
    frasa |= dict.fromkeys(_CATATAN.split("|"), Isi.CATATAN)
    frasa |= dict.fromkeys((*_INTI.split("|"), *_BULAN.split("|")), Isi.NILAI)
    frasa |= {f"{inti} {s}": Isi.NILAI for inti, sesudah in _SESUDAH.items() for s in sesudah.split("|")}
    return frasa


_FRASA = _frasa()
_KATA_TERPANJANG = max(len(f.split()) for f in _FRASA)
_KATA_LAIN = {"kinerja", "strategis", "utama", "dan", "awal"}
_KATA_KEPALA = {k for f in _FRASA for k in re.split(r"[\s/]+", f)} | _IMBUHAN | _KATA_LAIN
_POLA_SATUAN_LEKAT = re.compile(r"\((?:%|rp\.?)\)$")
_POLA_PERIODE = re.compile(r"(?:tw|triwulan|semester|smt)\.?\s?(?:i{1,3}|iv|[1-4])", re.IGNORECASE)
_POLA_PEMISAH = re.compile(r"[\s/]+")


def is_kepala(teks: str) -> bool:
    """Whether a cell reads as the head of a column: known words, opened by a capital."""
    return len(teks) <= PANJANG_KEPALA and _is_kepala(teks)


@lru_cache(INGATAN)
def _is_kepala(teks: str) -> bool:
    kata = _kata(teks)
    if not kata or len(kata) > 8 or not (teks[0].isupper() or teks[0] in "%(" or is_tahun(teks)):
        return False
    dikenal = sum(k in _KATA_KEPALA or is_tahun(k) for k in kata)
    return is_tahun(teks) or _POLA_PERIODE.fullmatch(teks) is not None or (dikenal * 2 > len(kata) and _is_mulai(kata))


def _is_mulai(kata: Sequence[str]) -> bool:
    return kata[0] in _KATA_KEPALA or kata[0] == "nama" or is_tahun(kata[0])


@lru_cache(INGATAN)
def _is_kata_kepala(teks: str) -> bool:
    kata = _kata(teks)
    return bool(kata) and all(k in _KATA_KEPALA or is_tahun(k) or is_nomor(k) for k in kata)


def is_kata_kepala(teks: str) -> bool:
    """Whether every word of a cell is one that stands in heads: the second line of one."""
    return len(teks) <= PANJANG_KEPALA and _is_kata_kepala(teks)


def _kata(teks: str) -> list[str]:
    return [k for k in _POLA_PEMISAH.split(teks.lower()) if k]


def kepala_tunggal(teks: str) -> Kepala | None:
    """The one head that a text is; None for prose and for several heads."""
    return _kepala_tunggal(teks) if len(teks) <= PANJANG_KEPALA else None


@lru_cache(INGATAN)
def _kepala_tunggal(teks: str) -> Kepala | None:
    polos = " ".join(teks.lower().split())
    kata = polos.split()
    isi = _FRASA.get(polos)
    # "Realisasi 2019 (Rp)": what stands behind belongs to it, but two years are two heads.
    while isi is None and len(kata) > 1 and (kata[-1] in _IMBUHAN or is_tahun(kata[-1])):
        kata.pop()
        isi = _FRASA.get(" ".join(kata))
    if len(kata) < len(polos.split()) and (isi is not Isi.NILAI or sum(map(is_tahun, polos.split())) > 1):
        return None
    if (
        isi is None
        and len(kata) == 1
        and (is_tahun(polos) or _FRASA.get(_POLA_SATUAN_LEKAT.sub("", polos)) is not None)
    ):
        isi = Isi.NILAI
    if isi is None and _POLA_PERIODE.fullmatch(" ".join(kata)):
        isi = Isi.NILAI
    return Kepala(teks, isi) if isi is not None else None


def split_kepala(teks: str, jumlah_nilai: int) -> list[Kepala] | None:
    """The heads of a line when so many of them head values; None where the line can be read otherwise."""
    kata = teks.split()
    if not 2 <= len(kata) <= BATAS_KATA:
        return None
    cara = list(_cara(kata, jumlah_nilai))
    if not cara:
        return None
    terbaik = min(map(_keganjilan, cara))
    pilihan = [c for c in cara if _keganjilan(c) == terbaik]
    return pilihan[0] if len(pilihan) == 1 else None


def is_kepala_ganda(teks: str) -> bool:
    """Whether a cell holds several heads that only a narrow gap parts: "Pagu (Rp) Selisih (Rp)"."""
    if len(teks) > PANJANG_KEPALA or " " not in teks or kepala_tunggal(teks) is not None:
        return False
    return any(True for jumlah in range(len(teks.split()) + 1) for _ in _cara(teks.split(), jumlah))


def _keganjilan(kepala: Sequence[Kepala]) -> tuple[int, int, int]:
    """Few heads, none twice, and "%" before "Capaian" rather than behind "Realisasi"."""
    teks = [k.teks.lower() for k in kepala]
    return len(teks), len(teks) - len(set(teks)), sum(t.endswith(" %") for t in teks)


def _cara(kata: Sequence[str], jumlah_nilai: int) -> Iterator[list[Kepala]]:
    """Every reading of the words as heads, longer phrases first; at most a few are needed."""
    tumpukan: list[tuple[int, list[Kepala]]] = [(0, [])]
    langkah = 0
    while tumpukan and langkah < 5000:
        langkah += 1
        n, kepala = tumpukan.pop()
        if n == len(kata):
            if sum(k.isi is Isi.NILAI for k in kepala) == jumlah_nilai:
                yield kepala
            continue
        if sum(k.isi is Isi.NILAI for k in kepala) > jumlah_nilai:
            continue
        for panjang in range(1, min(_KATA_TERPANJANG + 2, len(kata) - n) + 1):
            satu = kepala_tunggal(" ".join(kata[n : n + panjang]))
            if satu is not None:
                tumpukan.append((n + panjang, [*kepala, satu]))


def is_induk(teks: str) -> bool:
    """Whether a head may stand over several others."""
    return teks.lower() in _INDUK
