"""From an error to one Indonesian message on stderr and exit code 2."""

import errno
import os
import re
import sys
from collections.abc import Mapping, Sequence

import typer
from typer.exceptions import TyperException

from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.doors.cli.konsol import konsol_galat

KODE_MASUKAN_SALAH = 2


class MasukanSalahError(Exception):
    """Something the user gave cannot be used; the message says what it is and how to mend it."""


def run_app(app: typer.Typer) -> int:
    """Run the command line; the exit code."""
    try:
        kode = app(standalone_mode=False)
    except typer.Exit as keluar:
        return keluar.exit_code
    except typer.Abort:
        return print_galat("Dibatalkan; tidak ada yang ditulis.")
    except PaketTidakSahError as galat:
        return print_galat(_daftar_masalah(galat))
    except MasukanSalahError as galat:
        return print_galat(str(galat))
    except TyperException as galat:
        if type(galat).__name__ == "NoArgsIsHelpError":
            sys.stdout.write(f"{galat}\n")
            return 0
        return print_galat(_salah_pakai(galat, [c.name or "" for c in app.registered_commands]))
    except BrokenPipeError:  # the reader of a pipe (head, less) has gone; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as galat:
        sebab = _SEBAB_OS.get(galat.errno or 0, str(galat.strerror))
        return print_galat(f"{galat.filename or 'Berkas'}: {sebab}. Tidak ada yang ditulis.")
    except _galat_inti() as galat:
        return print_galat(str(galat))
    return kode if isinstance(kode, int) else 0


def _galat_inti() -> tuple[type[Exception], ...]:
    """What else the core says of its input. Asked for only when something is wrong: these rooms are slow to enter."""
    from akuntabel.core.compose.narasi import RujukanNarasiError
    from akuntabel.core.regulasi import RegulasiTidakDikenal

    return RegulasiTidakDikenal, RujukanNarasiError


_SEBAB_OS: Mapping[int, str] = {
    errno.ENOENT: "folder atau berkas ini tidak ada dan tidak dapat dibuat",
    errno.EACCES: "tidak ada izin untuk menulis di sini",
    errno.EPERM: "tidak ada izin untuk menulis di sini",
    errno.EROFS: "tempat ini hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.ENOTDIR: "bagian dari jalur ini berkas, bukan folder",
    errno.EISDIR: "ini folder, diharapkan nama berkas",
    errno.EEXIST: "nama ini sudah dipakai sebuah berkas, diharapkan folder",
    errno.ENAMETOOLONG: "nama ini terlalu panjang",
}


def print_galat(pesan: str) -> int:
    """Say on stderr what is wrong; the exit code for it."""
    konsol_galat().print(pesan, style="red")
    return KODE_MASUKAN_SALAH


def _daftar_masalah(galat: PaketTidakSahError) -> str:
    daftar = galat.daftar_masalah
    if len(daftar) == 1:
        return str(daftar[0])
    return f"Paket tidak dapat dipakai: {len(daftar)} masalah.\n" + "\n".join(f"• {m}" for m in daftar)


_SALAH_PAKAI: Mapping[str, str] = {
    "MissingParameter": "Argumen wajib belum diisi",
    "NoSuchOption": "Opsi tidak dikenal",
    "BadParameter": "Isian opsi tidak sah",
    "BadOptionUsage": "Opsi tidak lengkap",
}
_ARGUMEN_LEBIH = re.compile(r"extra argument\S* \((.*)\)")


def _salah_pakai(galat: TyperException, daftar_perintah: Sequence[str]) -> str:
    """Typer keeps its usage errors private and in English; their kind, parameter and quoted words are enough."""
    pesan = str(getattr(galat, "message", ""))
    dikutip = re.findall(r"'([^']*)'", pesan)
    lihat = f"Lihat: {getattr(getattr(galat, 'ctx', None), 'command_path', 'akuntabel')} --help"
    if lebih := _ARGUMEN_LEBIH.search(pesan):
        return f"Argumen terlalu banyak: “{lebih[1]}” tidak dipakai perintah ini. {lihat}"
    jenis = _SALAH_PAKAI.get(type(galat).__name__)
    if jenis is None:
        perintah = f" “{dikutip[0]}”" if dikutip else ""
        return f"Perintah{perintah} tidak dapat dipahami. Yang ada: {', '.join(daftar_perintah)}. {lihat}"
    parameter = getattr(galat, "param", None)
    nama = getattr(parameter, "metavar", None) or next(iter(getattr(parameter, "opts", [])), None)
    if jenis == "Isian opsi tidak sah" and len(dikutip) > 1:
        tertulis, *pilihan = dikutip
        return f"{nama}: tertulis “{tertulis}”, diharapkan salah satu dari {', '.join(pilihan)}."
    return f"{jenis}: {nama or getattr(galat, 'option_name', '')}. {lihat}"
