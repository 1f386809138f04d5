"""``akuntabel check`` and ``akuntabel rule``: what does not hold in a report, and why a rule is there."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from akuntabel.core.checker.keluaran.data import build_periksa
from akuntabel.core.checker.pengecualian import Pengecualian, PengecualianTidakSahError, parse_pengecualian
from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Tingkat
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_hasil

if TYPE_CHECKING:
    from rich.console import Console

KODE_ADA_TEMUAN = 1


class FormatPeriksa(StrEnum):
    """How findings are given."""

    TEKS = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def check_berkas(
    berkas: Annotated[
        list[Path], typer.Argument(metavar="BERKAS", help="Laporan: .docx, .pdf, .xlsx, .html, .md, atau .txt.")
    ],
    paket: Annotated[
        Path | None, typer.Option("--paket", metavar="DIR", help="Bandingkan juga setiap angka dengan paket data ini.")
    ] = None,
    pilih: Annotated[str, typer.Option("--select", metavar="KODE", help="Hanya aturan ini, misalnya HIT,ANG.")] = "",
    abaikan: Annotated[str, typer.Option("--ignore", metavar="KODE", help="Kecuali aturan ini.")] = "",
    bentuk: Annotated[FormatPeriksa, typer.Option("--format", help="Bentuk keluaran.")] = FormatPeriksa.TEKS,
    keluaran: Annotated[
        Path | None, typer.Option("--output", metavar="BERKAS", help="Tulis ke berkas ini, bukan ke layar.")
    ] = None,
    tingkat: Annotated[Tingkat, typer.Option("--min-severity", help="Tingkat terendah.")] = Tingkat.INFO,
    pengecualian: Annotated[
        Path | None,
        typer.Option("--exceptions", metavar="BERKAS", help="Temuan yang dibiarkan, dengan alasan dan batas waktu."),
    ] = None,
) -> int:
    """Check reports; the exit code is 1 when anything was found."""
    daftar_aturan = select_aturan(_daftar(pilih), _daftar(abaikan))
    if not daftar_aturan:
        raise MasukanSalahError(f"--select: tertulis “{pilih}”, diharapkan awalan kode, misalnya HIT atau ANG001.")
    diputuskan = _read_pengecualian(pengecualian, berkas)
    daftar_acuan = _compose_acuan(paket) if paket else ()
    daftar: list[HasilPeriksa] = []
    for b in berkas:
        naskah = _read(b)
        acuan = max(daftar_acuan, key=lambda a: _kemiripan(a, naskah), default=None)
        hasil = check_naskah(naskah, acuan=acuan, pengecualian=diputuskan, daftar_aturan=daftar_aturan)
        daftar.append(_saring(hasil, tingkat))
    _tulis(daftar, daftar_aturan, bentuk, keluaran)
    return KODE_ADA_TEMUAN if any(hasil.temuan for hasil in daftar) else 0


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


def _read(berkas: Path) -> NaskahTerbaca:
    try:
        return read_berkas(berkas)
    except BerkasTidakTerbacaError as galat:
        raise MasukanSalahError(str(galat)) from None


def _read_pengecualian(jalur: Path | None, daftar_berkas: Sequence[Path]) -> tuple[Pengecualian, ...]:
    if jalur is None:
        return ()
    try:
        daftar = parse_pengecualian(str(jalur), jalur.read_text("utf-8"), hari_ini=date.today())  # noqa: DTZ011 — a deadline in the reader's own calendar
    except OSError as galat:
        raise MasukanSalahError(f"{jalur}: tidak dapat dibaca, {galat.strerror}.") from None
    except UnicodeDecodeError:
        raise MasukanSalahError(f"{jalur}: diharapkan teks UTF-8.") from None
    except PengecualianTidakSahError as galat:
        raise MasukanSalahError(str(galat)) from None
    if len(daftar_berkas) > 1 and any("berkas" not in p.tempat for p in daftar):
        raise MasukanSalahError(f"{jalur}: karena beberapa laporan diperiksa, setiap butir harus menyebut berkas.")
    return daftar


def _compose_acuan(paket: Path) -> tuple[NaskahTerbaca, ...]:
    """Only a check against a package waits for what makes documents."""
    from akuntabel.doors.cli.acuan import compose_acuan

    return compose_acuan(paket)


def _kemiripan(acuan: NaskahTerbaca, naskah: NaskahTerbaca) -> int:
    """How many paragraphs two documents share."""
    return len({p.teks for p in acuan.daftar_paragraf} & {p.teks for p in naskah.daftar_paragraf})


def _saring(hasil: HasilPeriksa, terendah: Tingkat) -> HasilPeriksa:
    urutan = list(Tingkat)
    batas = urutan.index(terendah)
    return replace(hasil, temuan=tuple(t for t in hasil.temuan if urutan.index(t.tingkat) <= batas))


def _tulis(
    daftar: Sequence[HasilPeriksa], daftar_aturan: Sequence[Aturan], bentuk: FormatPeriksa, keluaran: Path | None
) -> None:
    if bentuk is FormatPeriksa.TEKS and keluaran is None:
        _print_daftar(daftar, konsol_hasil())
        return
    teks = _susun(daftar, daftar_aturan, bentuk)
    if keluaran is None:
        sys.stdout.write(teks)
    else:
        keluaran.write_text(teks, "utf-8")


def _print_daftar(daftar: Sequence[HasilPeriksa], konsol: "Console") -> None:
    from akuntabel.doors.cli.teks_periksa import print_hasil

    for hasil in daftar:
        print_hasil(hasil, konsol)


def _susun(daftar: Sequence[HasilPeriksa], daftar_aturan: Sequence[Aturan], bentuk: FormatPeriksa) -> str:
    """The text of one form; what makes a form is loaded for that form only."""
    if bentuk is FormatPeriksa.HTML:
        from akuntabel.core.checker.keluaran.halaman import render_halaman

        return render_halaman(daftar)
    if bentuk is FormatPeriksa.TEKS:
        konsol = konsol_hasil(soft_wrap=True)
        with konsol.capture() as tangkapan:
            _print_daftar(daftar, konsol)
        return tangkapan.get()
    if bentuk is FormatPeriksa.SARIF:
        from akuntabel.core.checker.keluaran.sarif import build_sarif

        isi: object = build_sarif(daftar, daftar_aturan)
    else:
        data = [build_periksa(hasil) for hasil in daftar]
        isi = data[0] if len(data) == 1 else data
    return json.dumps(isi, ensure_ascii=False, indent=2) + "\n"
