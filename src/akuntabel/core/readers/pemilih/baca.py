"""From the bytes of a recap to counts of voters, or to all problems at once. Whatever the bytes are, no more."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.konversi import SelTidakSahError
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.isian.baca import PETUNJUK, read_lembar_isian
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, bakukan
from akuntabel.core.readers.isian.buku import read_daftar_lembar
from akuntabel.core.readers.isian.hasil import BarisIsian
from akuntabel.core.readers.isian.nilai import parse_isian
from akuntabel.core.readers.lembar.lembar import Isian, Lembar
from akuntabel.core.readers.pemilih.formulir import (
    NAMA_LEMBAR,
    UKURAN,
    build_formulir_pemilih,
    kunci_angka,
    read_disabilitas,
)
from akuntabel.core.readers.pemilih.kepala import flatten_kepala
from akuntabel.core.readers.pemilih.perorangan import find_perorangan

_POLA_JUMLAH = re.compile(r"(?:sub ?|grand )?(?:jumlah|total)\b", re.IGNORECASE)
_KOLOM_JUMLAH = KolomIsian("jumlah", "Jumlah", JenisIsian.BULAT)
_JUDUL = "Lembar Rekapitulasi"


@dataclass(slots=True)
class HasilRekap:
    """Counts with their places, every problem, what was passed over. Counts only where there is no problem."""

    daftar_sel: list[SelPemilih] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


def read_rekap_pemilih(label: Mapping[KategoriPemilih, str], berkas: str, isi: bytes) -> HasilRekap:
    """The counts of a workbook (XLSX, ODS, XLS) or of a text that holds a table; label: what each list is called.

    Sums that the recap has itself (L+P of a row, the row of totals) must be right.
    """
    try:
        daftar = [x for x in read_daftar_lembar(berkas, isi) if x.sel and bakukan(x.nama) != bakukan(PETUNJUK)]
    except BerkasTidakTerbacaError as galat:
        sebab = galat.sebab[:1].upper() + galat.sebab[1:]
        return HasilRekap(masalah=[Masalah(berkas, 0, "", "", "rekapitulasi yang dapat dibaca", f"{sebab}.")])
    if orang := list(find_perorangan(daftar)):
        return HasilRekap(masalah=orang)
    formulir = build_formulir_pemilih(label)
    datar = [flatten_kepala(x) for x in daftar]
    terbaca = read_lembar_isian(formulir, datar)
    baris = terbaca.daftar_baris.get(NAMA_LEMBAR, [])
    hasil = HasilRekap(masalah=terbaca.masalah, catatan=terbaca.catatan)
    for b in baris:
        hasil.masalah += _check_baris(b)
    if not hasil.masalah:
        hasil.masalah += _check_jumlah(formulir, datar, baris)
        hasil.daftar_sel = [sel for b in baris for sel in _urai(b)]
    if not hasil.masalah and not hasil.daftar_sel:
        harap = "paling sedikit satu baris dengan jumlah"
        hasil.masalah.append(Masalah(_JUDUL, 0, "", "", harap, "Isi templatnya; tulis 0 bila memang tidak ada."))
    if hasil.masalah:
        hasil.daftar_sel = []
    return hasil


def _urai(baris: BarisIsian) -> Iterator[SelPemilih]:
    nilai = baris.nilai
    for kategori in KategoriPemilih:
        for kelamin in JenisKelamin:
            pemilih, pengguna = (_angka(nilai.get(kunci_angka(u, kategori, kelamin))) for u in UKURAN)
            if pemilih is not None or pengguna is not None:
                yield SelPemilih(
                    kategori,
                    kelamin,
                    pemilih,
                    pengguna,
                    _disabilitas(baris),
                    str(nilai.get("kecamatan") or ""),
                    str(nilai.get("kelurahan") or ""),
                    f"baris {baris.nomor}",
                )


def _check_baris(baris: BarisIsian) -> Iterator[Masalah]:
    """L+P as the row says it, against L and P; a sum of a part that stands among the rows."""
    for nama in ("kecamatan", "kelurahan"):
        teks = str(baris.nilai.get(nama) or "")
        if _POLA_JUMLAH.match(teks):
            letak = f"{baris.huruf[nama]} ({nama.capitalize()})"
            perbaikan = "Hapus baris jumlah antara; hanya baris jumlah di akhir yang boleh ada."
            yield Masalah(_JUDUL, baris.nomor, letak, teks, "nama wilayah", perbaikan)
    for ukuran in UKURAN:
        for kategori in KategoriPemilih:
            kunci = kunci_angka(ukuran, kategori, None)
            tertulis = _angka(baris.nilai.get(kunci))
            bagian = [_angka(baris.nilai.get(kunci_angka(ukuran, kategori, k))) for k in JenisKelamin]
            lengkap = [b for b in bagian if b is not None]
            if tertulis is not None and len(lengkap) == len(bagian) and tertulis != sum(lengkap):
                harap = f"{sum(lengkap)}, yaitu {' + '.join(map(str, lengkap))}"
                yield Masalah(_JUDUL, baris.nomor, baris.huruf[kunci], str(tertulis), harap, "Betulkan salah satunya.")
            elif tertulis is not None and not lengkap:
                perbaikan = "Rincikan menurut jenis kelamin; jumlah saja tidak dapat disimpan."
                yield Masalah(_JUDUL, baris.nomor, baris.huruf[kunci], str(tertulis), "angka L dan P", perbaikan)


def _check_jumlah(formulir: Formulir, daftar: list[Lembar], baris: list[BarisIsian]) -> Iterator[Masalah]:
    """The row of totals at the end against the rows above it."""
    if not baris:
        return
    lembar = _find_lembar(formulir, daftar, baris)
    dihitung = [b for b in baris if _disabilitas(b) is Disabilitas.SEMUA]
    for nomor in sorted(lembar.sel) if lembar else ():
        if lembar is None or nomor <= baris[-1].nomor or not _is_baris_jumlah(lembar.sel[nomor]):
            continue
        per_huruf = {nama_kolom(kolom): isian for kolom, isian in lembar.sel[nomor].items()}
        for nama, huruf in baris[-1].huruf.items():
            tertulis = _read_jumlah(per_huruf.get(huruf))
            angka = [n for b in dihitung if (n := _angka(b.nilai.get(nama))) is not None]
            if tertulis is not None and angka and tertulis != sum(angka):
                harap = f"{sum(angka)}, jumlah {len(angka)} baris di atasnya"
                perbaikan = "Betulkan jumlahnya, atau baris yang salah."
                yield Masalah(_JUDUL, nomor, huruf, str(tertulis), harap, perbaikan)


def _find_lembar(formulir: Formulir, daftar: list[Lembar], baris: list[BarisIsian]) -> Lembar | None:
    """The sheet that the rows were read from: the one that has all of them."""
    bernama = [x for x in daftar if formulir.find_lembar(x.nama)]
    calon = bernama or [x for x in daftar if all(b.nomor in x.sel for b in baris)]
    return calon[0] if len(calon) == 1 else None


def _is_baris_jumlah(sel: Mapping[int, Isian]) -> bool:
    return any(_POLA_JUMLAH.match(isian.teks) for isian in sel.values())


def _disabilitas(baris: BarisIsian) -> Disabilitas:
    teks = baris.nilai.get("disabilitas")
    return read_disabilitas(str(teks) if teks else None)


def _angka(nilai: object) -> int | None:
    return nilai if isinstance(nilai, int) else None


def _read_jumlah(isian: Isian | None) -> int | None:
    """A figure of the row of totals; what is none there is no mistake."""
    try:
        return _angka(parse_isian(isian, _KOLOM_JUMLAH)) if isian else None
    except SelTidakSahError:
        return None
