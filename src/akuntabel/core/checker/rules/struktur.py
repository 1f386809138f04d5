"""STR: numbering of tables."""

import re
from collections.abc import Iterator

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_NOMOR = re.compile(r"^Tabel\s+([A-Z]?\d+(?:\.\d+)*)", re.IGNORECASE)


def nomor_tabel_kembar(dok: Dokumen) -> Iterator[Bukti]:
    """Dua tabel memakai nomor yang sama.

    Yang diperiksa: nomor pada judul setiap tabel.
    Mengapa penting: rujukan ke nomor itu menjadi tidak pasti.
    Perbaikan: pakai penomoran otomatis pengolah kata.
    Dasar: tata naskah dinas.
    """
    tempat: dict[str, list[Letak]] = {}
    judul: dict[str, list[str]] = {}
    for tabel in dok.daftar_tabel:
        nomor = _NOMOR.match(tabel.caption)
        if nomor:
            tempat.setdefault(nomor[1], []).append(tabel.letak)
            judul.setdefault(nomor[1], []).append(tabel.caption)
    for nomor_tabel, daftar in tempat.items():
        if len(daftar) > 1:
            yield Bukti(
                daftar[1],
                judul[nomor_tabel][1],
                f"nomor yang belum dipakai; sudah dipakai “{judul[nomor_tabel][0]}”",
                f"Tabel {nomor_tabel} muncul {len(daftar)} kali",
                "Nomori ulang, sebaiknya otomatis.",
                (daftar[0], *daftar[2:]),
            )


DAFTAR_ATURAN = (Aturan("STR001", "nomor-tabel-kembar", Tingkat.PERINGATAN, nomor_tabel_kembar),)
