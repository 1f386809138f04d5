"""``akuntabel check`` and ``akuntabel rule``: what does not hold in a report, and why a rule is there."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_hasil

KODE_ADA_TEMUAN = 1
GAYA_TINGKAT = {Tingkat.GALAT: "bold red", Tingkat.PERINGATAN: "bold yellow", Tingkat.INFO: "bold blue"}


class FormatPeriksa(StrEnum):
    """How findings are printed."""

    TEKS = "text"
    JSON = "json"


def check_berkas(
    berkas: Annotated[list[Path], typer.Argument(metavar="BERKAS", help="Laporan: .docx, .html, atau .txt.")],
    pilih: Annotated[str, typer.Option("--select", metavar="KODE", help="Hanya aturan ini, misalnya HIT,ANG.")] = "",
    abaikan: Annotated[str, typer.Option("--ignore", metavar="KODE", help="Kecuali aturan ini.")] = "",
    bentuk: Annotated[FormatPeriksa, typer.Option("--format", help="Bentuk keluaran.")] = FormatPeriksa.TEKS,
    tingkat: Annotated[Tingkat, typer.Option("--min-severity", help="Tingkat terendah.")] = Tingkat.INFO,
) -> int:
    """Check reports; the exit code is 1 when anything was found."""
    daftar_aturan = select_aturan(_daftar(pilih), _daftar(abaikan))
    if not daftar_aturan:
        raise MasukanSalahError(f"--select: tertulis “{pilih}”, diharapkan awalan kode, misalnya HIT atau ANG001.")
    try:
        daftar = [(naskah := read_berkas(b), _periksa(naskah, daftar_aturan, tingkat)) for b in berkas]
    except BerkasTidakTerbacaError as galat:
        raise MasukanSalahError(str(galat)) from None
    if bentuk is FormatPeriksa.JSON:
        isi = [build_periksa(naskah, hasil) for naskah, hasil in daftar]
        sys.stdout.write(json.dumps(isi[0] if len(isi) == 1 else isi, ensure_ascii=False, indent=2) + "\n")
    else:
        for naskah, hasil in daftar:
            _print_teks(naskah, hasil)
    return KODE_ADA_TEMUAN if any(hasil.temuan for _, hasil in daftar) else 0


def show_aturan(
    kode: Annotated[str, typer.Argument(metavar="KODE", help="Kode aturan, misalnya HIT001.")],
) -> None:
    """Explain one rule."""
    aturan = next((a for a in DAFTAR_ATURAN if a.kode == kode.upper()), None)
    if aturan is None:
        raise MasukanSalahError(f"Aturan “{kode}” tidak dikenal. Yang ada: {', '.join(a.kode for a in DAFTAR_ATURAN)}.")
    judul, _, isi = aturan.penjelasan.partition("\n")
    konsol = konsol_hasil()
    konsol.print(f"{aturan.kode} {aturan.nama} ({aturan.tingkat.value})", style="bold")
    konsol.print("\n".join([judul, *(b.removeprefix("    ") for b in isi.splitlines())]).rstrip())


def _daftar(teks: str) -> list[str]:
    return [k.strip().upper() for k in teks.split(",") if k.strip()]


def _periksa(naskah: NaskahTerbaca, daftar_aturan: Sequence[Aturan], terendah: Tingkat) -> HasilPeriksa:
    hasil = check_naskah(naskah, daftar_aturan=daftar_aturan)
    urutan = list(Tingkat)
    temuan = tuple(t for t in hasil.temuan if urutan.index(t.tingkat) <= urutan.index(terendah))
    return HasilPeriksa(hasil.berkas, temuan, hasil.jumlah_tabel, hasil.angka_diperiksa)


def build_periksa(naskah: NaskahTerbaca, hasil: HasilPeriksa) -> dict[str, Any]:
    """The findings of one document as plain values for JSON."""
    return {
        "berkas": hasil.berkas,
        "tabel": [
            {"judul": t.caption, "letak": str(t.letak), "baris": len(t.baris), "kolom": list(t.kepala)}
            for t in naskah.daftar_tabel
        ],
        "temuan": [_temuan(t) for t in hasil.temuan],
        "ringkasan": {
            "tabel": hasil.jumlah_tabel,
            "angka_diperiksa": hasil.angka_diperiksa,
            "temuan": len(hasil.temuan),
        },
    }


def _temuan(t: Temuan) -> dict[str, Any]:
    return {
        "kode": t.kode,
        "nama": t.nama,
        "tingkat": t.tingkat.value,
        "letak": _letak(t.bukti.letak) | {"teks": t.bukti.tertulis},
        "tertulis": t.bukti.tertulis,
        "hitung": t.bukti.hitung,
        "penjelasan": t.bukti.penjelasan,
        "perbaikan": t.bukti.perbaikan,
        "tempat_lain": [_letak(letak) for letak in t.bukti.tempat_lain],
    }


def _letak(letak: Letak) -> dict[str, Any]:
    return {
        "halaman": letak.halaman or None,
        "tabel": letak.tabel or None,
        "baris": letak.baris or None,
        "kolom": letak.kolom or None,
        "baris_berkas": letak.baris_berkas or None,
    }


def _print_teks(naskah: NaskahTerbaca, hasil: HasilPeriksa) -> None:
    konsol = konsol_hasil()
    for t in hasil.temuan:
        bukti = t.bukti
        konsol.print(Text.assemble((f"{t.kode} {t.tingkat.value}", GAYA_TINGKAT[t.tingkat]), f" {t.nama}"))
        konsol.print(f"  --> {hasil.berkas}: {bukti.letak}")
        for baris in _baris_bergaris_bawah(naskah, t):
            konsol.print(f"   | {baris}")
        konsol.print(f"   = tertulis {bukti.tertulis}, hasil hitung {bukti.hitung}")
        konsol.print(f"   = {bukti.penjelasan}")
        konsol.print(f"   = perbaikan: {bukti.perbaikan}")
        if bukti.tempat_lain:
            konsol.print(f"   = juga di: {'; '.join(str(letak) for letak in bukti.tempat_lain)}")
        konsol.print()
    jumlah = f"{len(hasil.temuan)} temuan" if hasil.temuan else "tidak ada temuan"
    konsol.print(
        f"{hasil.berkas}: {jumlah}; {hasil.angka_diperiksa} angka dihitung ulang dalam {hasil.jumlah_tabel} tabel.",
    )


def _baris_bergaris_bawah(naskah: NaskahTerbaca, t: Temuan) -> list[str]:
    """The row of the finding with the figure underlined, as compilers do."""
    letak = t.bukti.letak
    for tabel in naskah.daftar_tabel:
        for baris in tabel.baris:
            sel = next((s for s in baris if s.letak is letak), None)
            if sel is not None:
                bagian = [s.teks if len(s.teks) <= 40 else s.teks[:39] + "…" for s in baris if not s.is_lanjutan]
                awal = sum(len(b) + 3 for b in bagian[: [s for s in baris if not s.is_lanjutan].index(sel)])
                return [" | ".join(bagian), " " * awal + "^" * max(1, min(len(sel.teks), 40))]
    return []
