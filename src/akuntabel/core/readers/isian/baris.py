"""The rows under a header: values, problems, and what is no row of data."""

import re
from collections.abc import Iterator, Mapping

from akuntabel.core.fakta.konversi import SelTidakSahError
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.isian.batas_isian import BATAS_SEL_ISIAN
from akuntabel.core.readers.isian.bentuk import KolomIsian, LembarIsian, NilaiIsian
from akuntabel.core.readers.isian.hasil import BarisIsian, HasilIsian, letak_kolom
from akuntabel.core.readers.isian.kepala import Kepala
from akuntabel.core.readers.isian.nilai import parse_isian
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

TANDA_CONTOH = "Contoh:"  # begins the first cell of a row that only shows how
_POLA_CONTOH = re.compile(r"contoh\b", re.IGNORECASE)
_POLA_JUMLAH = re.compile(
    r"(?:grand |sub ?)?(?:jumlah|total)(?: (?:anggaran|pagu|keseluruhan|seluruhnya))?:?", re.IGNORECASE
)
_POLA_NOMOR = re.compile(r"\(?(\d{1,3})\)?")
_KOSONG = Isian("")


def read_baris(lembar: LembarIsian, sumber: Lembar, kepala: Kepala, hasil: HasilIsian) -> list[BarisIsian]:
    """The rows of a sheet. A row with a problem is left out, and its problems are noted."""
    gabungan = _sel_gabungan(sumber, kepala.akhir)
    daftar: list[BarisIsian] = []
    for nomor in sorted(n for n in sumber.sel if n > kepala.akhir):
        sel = gabungan.get(nomor, {}) | sumber.sel[nomor]
        isi = {k: sel[k] for k in (*kepala.kolom, *kepala.tahun) if k in sel}
        if not isi or _is_dilewati(lembar, kepala, nomor, isi, hasil):
            continue
        daftar += _urai(lembar, kepala, nomor, isi, sumber, hasil)
    _check_kembar(lembar, daftar, hasil)
    return daftar


def _sel_gabungan(sumber: Lembar, akhir: int) -> dict[int, dict[int, Isian]]:
    """What a merge over several rows says in each of them, as far down as there are rows at all."""
    isi: dict[int, dict[int, Isian]] = {}
    terbawah, sisa = max(sumber.sel), BATAS_SEL_ISIAN
    for atas, kiri, bawah, _ in sumber.gabung:
        asal = sumber.sel.get(atas, {}).get(kiri)
        if asal is None or atas <= akhir:
            continue
        daftar_nomor = range(atas + 1, min(bawah, terbawah) + 1)
        sisa -= len(daftar_nomor)
        if sisa < 0:
            break
        for nomor in daftar_nomor:
            isi.setdefault(nomor, {})[kiri] = asal
    return isi


def _is_dilewati(lembar: LembarIsian, kepala: Kepala, nomor: int, isi: Mapping[int, Isian], hasil: HasilIsian) -> bool:
    """Whether a row is no data: an example, the numbers of the columns, a sum."""
    pertama = isi[min(isi)].teks
    if pertama.startswith(TANDA_CONTOH) and nomor == kepala.akhir + 1:
        return True  # as the template has it; nobody need be told
    if _POLA_CONTOH.match(pertama):
        hasil.catatan.append(f"Lembar {lembar.judul} baris {nomor} adalah contoh dan tidak dibaca.")
        return True
    if nomor == kepala.akhir + 1 and len(isi) > 1 and _is_nomor_kolom(isi):
        return True
    per_nama = {k.nama: isi.get(kolom, _KOSONG).teks for kolom, k in kepala.kolom.items()}
    if _POLA_JUMLAH.fullmatch(pertama) and not any(per_nama.get(k, "") not in ("", pertama) for k in lembar.kunci):
        hasil.catatan.append(f"Lembar {lembar.judul} baris {nomor} adalah baris jumlah dan tidak dibaca.")
        return True
    return False


def _is_nomor_kolom(isi: Mapping[int, Isian]) -> bool:
    """1, 2, 3 under the headers, as tables of regulations have them."""
    cocok = [_POLA_NOMOR.fullmatch(isi[k].teks) for k in sorted(isi)]
    nomor = [int(c[1]) for c in cocok if c]
    return len(nomor) == len(isi) and nomor == list(range(nomor[0], nomor[0] + len(nomor)))


def _urai(
    lembar: LembarIsian,
    kepala: Kepala,
    nomor: int,
    isi: Mapping[int, Isian],
    sumber: Lembar,
    hasil: HasilIsian,
) -> Iterator[BarisIsian]:
    """The row as it is, or one row for each year that it has a figure for."""
    sebelum = len(hasil.masalah)
    nilai: dict[str, NilaiIsian] = {k.nama: None for k in lembar.daftar_kolom if not k.is_info}
    huruf: dict[str, str] = {}
    pembaca = _PembacaSel(lembar, nomor, sumber.is_1904, hasil)
    for kolom, k in kepala.kolom.items():
        if not k.is_info:
            huruf[k.nama] = nama_kolom(kolom)
            nilai[k.nama] = pembaca.read(isi.get(kolom, _KOSONG), k, huruf[k.nama], is_wajib=k.is_wajib)
    if lembar.per_tahun is None:
        if len(hasil.masalah) == sebelum:
            yield BarisIsian(nomor, nilai, huruf)
        return
    k = lembar.per_tahun
    for kolom, tahun in kepala.tahun.items():
        letak = nama_kolom(kolom)
        angka = pembaca.read(isi.get(kolom, _KOSONG), k, letak, is_wajib=False)
        if angka is not None and len(hasil.masalah) == sebelum:
            yield BarisIsian(nomor, nilai | {"tahun": tahun, k.nama: angka}, huruf | {k.nama: letak, "tahun": letak})


class _PembacaSel:
    """Cells of one row to values; what is wrong is noted with its place."""

    def __init__(self, lembar: LembarIsian, nomor: int, is_1904: bool, hasil: HasilIsian) -> None:
        self._tempat, self._nomor, self._is_1904, self._hasil = f"Lembar {lembar.judul}", nomor, is_1904, hasil

    def read(self, isian: Isian, kolom: KolomIsian, huruf: str, *, is_wajib: bool) -> NilaiIsian:
        """The value of a cell; None where it is empty or wrong."""
        try:
            nilai = parse_isian(isian, kolom, is_1904=self._is_1904)
            if nilai is None and is_wajib:
                raise SelTidakSahError(f"isian ({kolom.keterangan or kolom.label})", "Kolom ini wajib diisi.")
        except SelTidakSahError as galat:
            letak = letak_kolom(huruf, kolom.label)
            self._hasil.masalah.append(
                Masalah(self._tempat, self._nomor, letak, isian.teks, galat.diharapkan, galat.perbaikan)
            )
            return None
        return nilai


def _check_kembar(lembar: LembarIsian, daftar: list[BarisIsian], hasil: HasilIsian) -> None:
    """Two rows of one key would leave to chance which of them counts."""
    pertama: dict[tuple[NilaiIsian, ...], int] = {}
    for baris in daftar:
        kunci = tuple(baris.nilai.get(k) for k in lembar.kunci_baris)
        if kunci in pertama:
            kolom = next((k for k in lembar.kolom_terisi if k.nama == lembar.kunci[0]), None) if lembar.kunci else None
            harap = "kunci yang hanya ada sekali" if kolom else "satu baris saja"
            perbaikan = f"Baris {pertama[kunci]} sudah memakainya."
            hasil.add_masalah(lembar, baris, kolom or lembar.kolom_terisi[0], harap, perbaikan)
        pertama.setdefault(kunci, baris.nomor)
