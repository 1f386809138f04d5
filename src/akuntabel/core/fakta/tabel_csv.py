"""CSV files of a package: strict to read, canonical to write."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from akuntabel.core.fakta.konversi import POLA_TAK_TERCETAK, SelTidakSahError, build_entitas, format_sel, parse_sel
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.skema import Kolom, TabelPaket, daftar_kolom


@dataclass(slots=True)
class IsiTabel:
    """What was read of a table: entities with the line each ends on, and the problems met."""

    tabel: TabelPaket
    daftar: list[Any] = field(default_factory=list)
    nomor_baris: list[int] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)

    def rows(self) -> Iterable[tuple[int, Any]]:
        """Line and entity."""
        return zip(self.nomor_baris, self.daftar, strict=True)


def decode_utf8(berkas: str, isi: bytes) -> str | Masalah:
    """The text of a file, its lines ended by LF alone, or the one problem with its encoding."""
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as galat:
        baris = isi[: galat.start].count(b"\n") + 1
        return Masalah(
            berkas,
            baris,
            "",
            f"bita 0x{isi[galat.start]:02X}",
            "berkas UTF-8",
            "Simpan ulang berkas ini dengan penyandian UTF-8 (di Excel: “CSV UTF-8”).",
        )
    teks = teks.replace("\r\n", "\n").replace("\r", "\n")  # as Windows and old editors end them
    tak_tercetak = POLA_TAK_TERCETAK.search(teks)
    if tak_tercetak is not None:
        baris = teks.count("\n", 0, tak_tercetak.start()) + 1
        tertulis = f"huruf kendali U+{ord(tak_tercetak.group()):04X}"
        return Masalah(berkas, baris, "", tertulis, "berkas teks", "Hapus huruf itu, atau ambil berkas dari cadangan.")
    return teks


def read_csv(tabel: TabelPaket, isi: bytes) -> IsiTabel:
    """Read one table; every bad row is reported, none stops the others."""
    hasil = IsiTabel(tabel)
    teks = decode_utf8(tabel.berkas, isi)
    if isinstance(teks, Masalah):
        hasil.masalah.append(teks)
        return hasil
    pembaca = csv.reader(io.StringIO(teks, newline=""), strict=True)
    kolom = daftar_kolom(tabel.jenis)
    try:
        kepala = next(pembaca, [])
        masalah_kepala = _check_kepala(tabel, kepala, kolom)
        if masalah_kepala:
            hasil.masalah.append(masalah_kepala)
            return hasil
        urutan = [next(k for k in kolom if k.nama == nama) for nama in kepala]
        for sel in pembaca:
            _read_baris(hasil, urutan, sel, pembaca.line_num)
    except csv.Error as galat:
        hasil.masalah.append(
            Masalah(
                tabel.berkas,
                pembaca.line_num,
                "",
                "",
                "baris CSV yang utuh",
                f"Periksa tanda kutip dan akhir berkas ({galat}).",
            )
        )
    return hasil


def _check_kepala(tabel: TabelPaket, kepala: Sequence[str], kolom: Sequence[Kolom]) -> Masalah | None:
    nama = [k.nama for k in kolom]
    if sorted(kepala) == sorted(nama):
        return None
    if len(kepala) == 1 and ";" in kepala[0]:
        perbaikan = "Pemisah kolom harus koma, bukan titik koma."
    else:
        kurang = [n for n in nama if n not in kepala]
        lebih = [n for n in kepala if n not in nama]
        kembar = sorted({n for n in kepala if kepala.count(n) > 1})
        perbaikan = " ".join(
            f"{kata}: {', '.join(daftar)}."
            for kata, daftar in (("Tambahkan kolom", kurang), ("Hapus kolom", lebih), ("Kolom kembar", kembar))
            if daftar
        )
    return Masalah(tabel.berkas, 1, "", ",".join(kepala), "kolom " + ",".join(nama), perbaikan)


def _read_baris(hasil: IsiTabel, kolom: Sequence[Kolom], sel: Sequence[str], baris: int) -> None:
    berkas = hasil.tabel.berkas
    if not sel:  # a blank line, as editors leave at the end
        return
    if len(sel) != len(kolom):
        hasil.masalah.append(
            Masalah(
                berkas,
                baris,
                "",
                f"{len(sel)} sel",
                f"{len(kolom)} sel",
                "Isian yang memuat koma harus diapit tanda kutip ganda.",
            )
        )
        return
    isi: dict[str, Any] = {}
    sebelum = len(hasil.masalah)
    for k, teks in zip(kolom, sel, strict=True):
        try:
            isi[k.nama] = parse_sel(teks, k)
        except SelTidakSahError as galat:
            hasil.masalah.append(Masalah(berkas, baris, k.nama, teks, galat.diharapkan, galat.perbaikan))
    if len(hasil.masalah) == sebelum:
        hasil.daftar.append(build_entitas(hasil.tabel.jenis, isi))
        hasil.nomor_baris.append(baris)


def write_csv(tabel: TabelPaket, daftar: Iterable[Any]) -> bytes:
    """Canonical bytes: UTF-8, LF, columns in the entity's order, quotes only where needed."""
    keluaran = io.StringIO(newline="")
    penulis = csv.writer(keluaran, lineterminator="\n")
    nama = [k.nama for k in daftar_kolom(tabel.jenis)]
    penulis.writerow(nama)
    baris = map(attrgetter(*nama), daftar)
    penulis.writerows([format_sel(nilai) for nilai in b] for b in baris)
    return keluaran.getvalue().encode()
