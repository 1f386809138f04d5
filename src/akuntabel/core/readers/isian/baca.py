"""From a filled-in workbook or a pasted table to rows, or to all problems at once. Whatever the bytes are, no more.

A form is found wherever it stands: under a title, with its columns in any order, beside sheets that are none of it.
"""

from collections.abc import Iterator, Sequence

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.isian.baris import read_baris
from akuntabel.core.readers.isian.batas_isian import BATAS_MASALAH
from akuntabel.core.readers.isian.bentuk import Formulir, LembarIsian, bakukan
from akuntabel.core.readers.isian.buku import read_daftar_lembar
from akuntabel.core.readers.isian.hasil import HasilIsian
from akuntabel.core.readers.isian.kepala import Kepala, find_kepala
from akuntabel.core.readers.isian.tempel import NAMA_TEMPELAN, split_tempelan
from akuntabel.core.readers.lembar.lembar import Lembar

PETUNJUK = "Petunjuk"  # the sheet of a template that explains it


def read_isian(formulir: Formulir, berkas: str, isi: bytes) -> HasilIsian:
    """The rows of a workbook (XLSX, ODS, XLS), or of a text that holds a table."""
    try:
        daftar = read_daftar_lembar(berkas, isi)
    except BerkasTidakTerbacaError as galat:
        return _tak_terbaca(berkas, galat)
    return read_lembar_isian(formulir, daftar)


def read_tempelan(formulir: Formulir, teks: str, nama_lembar: str = "") -> HasilIsian:
    """The rows of a table that was pasted; ``nama_lembar`` says which sheet it is, else its header does."""
    try:
        lembar = split_tempelan(teks)
    except BerkasTidakTerbacaError as galat:
        return _tak_terbaca(NAMA_TEMPELAN, galat)
    return read_lembar_isian(formulir, [lembar], nama_lembar)


def _tak_terbaca(nama: str, galat: BerkasTidakTerbacaError) -> HasilIsian:
    sebab = galat.sebab[:1].upper() + galat.sebab[1:]
    return HasilIsian(masalah=[Masalah(nama, 0, "", "", "buku kerja atau tabel yang dapat dibaca", f"{sebab}.")])


def read_lembar_isian(formulir: Formulir, daftar: Sequence[Lembar], nama_lembar: str = "") -> HasilIsian:
    """The rows of sheets that were opened already."""
    hasil = HasilIsian()
    for sumber, lembar in _pasangkan(formulir, daftar, nama_lembar, hasil):
        kepala = find_kepala(lembar, sumber)
        if kepala is None:
            _add_tanpa_kepala(lembar, sumber, hasil)
        elif _is_kepala_utuh(lembar, kepala, hasil):
            hasil.daftar_baris[lembar.nama] = read_baris(lembar, sumber, kepala, hasil)
    if not hasil.daftar_baris and not hasil.masalah:
        judul = ", ".join(x.judul for x in formulir.daftar_lembar)
        perbaikan = "Pakai templatnya, atau sertakan baris kepala tabel."
        hasil.masalah.append(Masalah(formulir.judul, 0, "", "", f"lembar {judul}", perbaikan))
    if len(hasil.masalah) > BATAS_MASALAH:
        lebih = len(hasil.masalah) - BATAS_MASALAH
        del hasil.masalah[BATAS_MASALAH:]
        hasil.catatan.append(f"{lebih} masalah lain tidak ditampilkan; betulkan dahulu yang ada di daftar ini.")
    return hasil


def _pasangkan(
    formulir: Formulir, daftar: Sequence[Lembar], nama_lembar: str, hasil: HasilIsian
) -> Iterator[tuple[Lembar, LembarIsian]]:
    """Which sheet of the workbook is which of the form: by name, else by header; what is passed over is noted."""
    dipakai: dict[str, str] = {}
    for sumber in daftar:
        if not sumber.sel or bakukan(sumber.nama) == bakukan(PETUNJUK):
            continue
        if sumber.is_tersembunyi:
            hasil.catatan.append(f"Lembar “{sumber.nama}” tersembunyi dan tidak dibaca.")
            continue
        lembar = formulir.find_lembar(nama_lembar or sumber.nama) or _terka(formulir, sumber, dipakai)
        if lembar is None:
            hasil.catatan.append(f"Lembar “{sumber.nama}” bukan bagian formulir ini dan tidak dibaca.")
        elif lembar.nama in dipakai:
            perbaikan = f"Lembar “{dipakai[lembar.nama]}” sudah memuatnya; hapus salah satu."
            hasil.masalah.append(Masalah(f"Lembar {sumber.nama}", 0, "", "", f"satu lembar {lembar.judul}", perbaikan))
        else:
            dipakai[lembar.nama] = sumber.nama
            yield sumber, lembar


def _terka(formulir: Formulir, sumber: Lembar, dipakai: dict[str, str]) -> LembarIsian | None:
    """The sheet of the form whose columns a table of another name has; all that must be there, and most of all.

    None where two sheets of the form would do as well: a guess would put tujuan among sasaran.
    """
    calon = [
        (kepala.jumlah_kenal, lembar)
        for lembar in formulir.daftar_lembar
        if lembar.nama not in dipakai and (kepala := find_kepala(lembar, sumber)) and not kepala.daftar_kurang(lembar)
    ]
    terbanyak = max((jumlah for jumlah, _ in calon), default=0)
    terbaik = [lembar for jumlah, lembar in calon if jumlah == terbanyak]
    return terbaik[0] if len(terbaik) == 1 else None


def _add_tanpa_kepala(lembar: LembarIsian, sumber: Lembar, hasil: HasilIsian) -> None:
    label = ", ".join(k.label for k in lembar.daftar_kolom if k.is_wajib and not k.is_info)
    tertulis = " | ".join(i.teks for _, i in sorted(sumber.sel[min(sumber.sel)].items()))
    hasil.masalah.append(
        Masalah(
            f"Lembar {lembar.judul}",
            min(sumber.sel),
            "",
            tertulis,
            f"baris kepala dengan kolom {label}",
            "Sertakan baris kepala seperti pada templat.",
        )
    )


def _is_kepala_utuh(lembar: LembarIsian, kepala: Kepala, hasil: HasilIsian) -> bool:
    """Whether rows can be read under this header; what is wrong with it, and what is strange, is noted."""
    tempat = f"Lembar {lembar.judul}"
    for kolom, teks in kepala.lain.items():
        hasil.catatan.append(f"{tempat}: kolom {nama_kolom(kolom)} (“{teks}”) tidak dikenal dan tidak dibaca.")
    for kolom, teks in kepala.kembar.items():
        perbaikan = "Hapus salah satu kolomnya."
        hasil.masalah.append(
            Masalah(tempat, kepala.nomor, nama_kolom(kolom), teks, "setiap kolom satu kali", perbaikan)
        )
    kurang = kepala.daftar_kurang(lembar)
    if kurang:
        perbaikan = f"Tambahkan kolom: {', '.join(kurang)}."
        hasil.masalah.append(Masalah(tempat, kepala.nomor, "", "", "semua kolom wajib pada baris kepala", perbaikan))
    return not kurang and not kepala.kembar
