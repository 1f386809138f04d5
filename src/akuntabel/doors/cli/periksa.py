"""``akuntabel check`` and ``akuntabel rule``: what does not hold in a report, and why a rule is there."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from akuntabel.core.checker.keluaran.data import build_periksa
from akuntabel.core.checker.pengecualian import Pengecualian, PengecualianTidakSahError, parse_pengecualian
from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Tingkat
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.galat import sebab_os
from akuntabel.doors.cli.galat import KODE_MASUKAN_SALAH, MasukanSalahError, print_galat
from akuntabel.doors.cli.konsol import is_layar, konsol_berkas, konsol_hasil, write_hasil
from akuntabel.doors.cli.laporan import BANTUAN_LAPORAN, read_laporan, require_tujuan

if TYPE_CHECKING:
    from rich.console import Console

KODE_ADA_TEMUAN = 1
_PANJANG_AWALAN = 3  # letters of a code that name its family


class FormatPeriksa(StrEnum):
    """How findings are given."""

    TEKS = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def check_berkas(
    berkas: Annotated[list[Path], typer.Argument(metavar="BERKAS", help=BANTUAN_LAPORAN)],
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
    """Check reports; the exit code is 1 when anything was found, 2 when a report could not be read."""
    daftar_aturan = _pilih_aturan(pilih, abaikan)
    require_tujuan(keluaran, berkas, bentuk)
    if bentuk is FormatPeriksa.HTML and keluaran is None and is_layar():
        raise MasukanSalahError("--format html: sebutkan berkasnya dengan --output, misalnya --output temuan.html.")
    diputuskan = _read_pengecualian(pengecualian, berkas)
    daftar_acuan = _compose_acuan(paket) if paket else ()
    daftar: list[HasilPeriksa] = []
    gagal: list[str] = []
    for b in berkas:
        try:
            naskah = read_laporan(b)
        except MasukanSalahError as galat:
            gagal.append(str(galat))
            continue
        acuan = max(daftar_acuan, key=lambda a: _kemiripan(a, naskah), default=None)
        hasil = check_naskah(naskah, acuan=acuan, pengecualian=diputuskan, daftar_aturan=daftar_aturan)
        daftar.append(_saring(hasil, tingkat))
    if daftar:
        _tulis(daftar, daftar_aturan, bentuk, keluaran, is_satu=len(berkas) == 1)
    for pesan in gagal:  # below the findings, where it is seen
        print_galat(pesan)
    if gagal:
        return KODE_MASUKAN_SALAH
    return KODE_ADA_TEMUAN if any(hasil.temuan for hasil in daftar) else 0


def show_aturan(
    kode: Annotated[str, typer.Argument(metavar="KODE", help="Kode aturan, misalnya HIT001.")],
) -> None:
    """Explain one rule."""
    aturan = next((a for a in DAFTAR_ATURAN if a.kode == kode.upper()), None)
    if aturan is None:
        raise MasukanSalahError(f"Aturan “{kode}” tidak dikenal. Yang ada: {_aturan_serupa(kode.upper())}.")
    judul, _, isi = aturan.penjelasan.partition("\n")
    konsol = konsol_hasil()
    konsol.print(f"{aturan.kode} {aturan.nama} ({aturan.tingkat.value})", style="bold")
    konsol.print("\n".join([judul, *(b.removeprefix("    ") for b in isi.splitlines())]).rstrip())


def _aturan_serupa(kode: str) -> str:
    """The codes of the same family, or from where to where the codes of each family go."""
    serumpun = [a.kode for a in DAFTAR_ATURAN if a.kode[:_PANJANG_AWALAN] == kode[:_PANJANG_AWALAN]]
    if serumpun:
        return ", ".join(serumpun)
    rumpun = [[a.kode for a in isi] for _, isi in groupby(DAFTAR_ATURAN, lambda a: a.kode[:_PANJANG_AWALAN])]
    return ", ".join(f"{r[0]} sampai {r[-1]}" for r in rumpun)


def _pilih_aturan(pilih: str, abaikan: str) -> tuple[Aturan, ...]:
    """The rules to check by. A code that no rule has is refused: it would change nothing, and nobody would notice."""
    for opsi, teks in (("--select", pilih), ("--ignore", abaikan)):
        for kode in _daftar(teks):
            if not any(a.kode.startswith(kode) for a in DAFTAR_ATURAN):
                raise MasukanSalahError(f"{opsi}: tertulis “{kode}”, diharapkan awalan kode, misalnya HIT atau ANG001.")
    daftar = select_aturan(_daftar(pilih), _daftar(abaikan))
    if not daftar:
        raise MasukanSalahError(f"--ignore: tertulis “{abaikan}”, tidak ada aturan yang tersisa. Kurangi kodenya.")
    return daftar


def _daftar(teks: str) -> list[str]:
    return [k.strip().upper() for k in teks.split(",") if k.strip()]


def _read_pengecualian(jalur: Path | None, daftar_berkas: Sequence[Path]) -> tuple[Pengecualian, ...]:
    if jalur is None:
        return ()
    try:
        daftar = parse_pengecualian(str(jalur), jalur.read_text("utf-8"), hari_ini=date.today())  # noqa: DTZ011 — a deadline in the reader's own calendar
    except OSError as galat:
        raise MasukanSalahError(f"{jalur}: tidak dapat dibaca, {sebab_os(galat)}.") from None
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
    daftar: Sequence[HasilPeriksa],
    daftar_aturan: Sequence[Aturan],
    bentuk: FormatPeriksa,
    keluaran: Path | None,
    *,
    is_satu: bool,
) -> None:
    if bentuk is FormatPeriksa.TEKS and keluaran is None:
        _print_daftar(daftar, konsol_hasil())
        return
    write_hasil(_susun(daftar, daftar_aturan, bentuk, is_satu=is_satu), keluaran)


def _print_daftar(daftar: Sequence[HasilPeriksa], konsol: "Console") -> None:
    from akuntabel.doors.cli.teks_periksa import print_hasil

    for hasil in daftar:
        print_hasil(hasil, konsol)


def _susun(
    daftar: Sequence[HasilPeriksa], daftar_aturan: Sequence[Aturan], bentuk: FormatPeriksa, *, is_satu: bool
) -> str:
    """The text of one form; what makes a form is loaded for that form only.

    is_satu: one report was asked for. JSON is a list for several, however many of them could be read.
    """
    if bentuk is FormatPeriksa.HTML:
        from akuntabel.core.checker.keluaran.halaman import render_halaman

        return render_halaman(daftar)
    if bentuk is FormatPeriksa.TEKS:
        aliran = StringIO()
        _print_daftar(daftar, konsol_berkas(aliran))
        return aliran.getvalue()
    if bentuk is FormatPeriksa.SARIF:
        from akuntabel.core.checker.keluaran.sarif import build_sarif

        isi: object = build_sarif(daftar, daftar_aturan)
    else:
        data = [build_periksa(hasil) for hasil in daftar]
        isi = data[0] if is_satu else data
    return json.dumps(isi, ensure_ascii=False, indent=2) + "\n"
