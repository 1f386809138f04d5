"""Capaian of tables without a column of indicators, where the table itself shows how it is made."""

from akuntabel.core.checker.bacaan.tabel import is_ringkasan
from akuntabel.core.checker.bacaan.tabel_tanpa_nama import daftar_rangkai_tanpa_nama, is_bukan_pengukuran
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.kinerja.rumus_kolom import BarisKinerja, daftar_baris_kinerja

BARIS_BUKTI = 2  # rows that can be recomputed before the others are held to it


@per_dokumen
def daftar_kolom_tanpa_nama(dok: Dokumen) -> tuple[list[BarisKinerja], ...]:
    """The rows of each group that can be recomputed, where most of them hold: no name says what they measure."""
    dikenal = {id(r.tabel) for r in dok.daftar_kinerja}
    hasil = []
    for tabel in dok.daftar_tabel:
        if id(tabel) in dikenal:
            continue
        for rangkai in daftar_rangkai_tanpa_nama(tabel):
            daftar = [b for b in daftar_baris_kinerja(rangkai) if not _is_ringkasan(b.nama)]
            cocok = sum(b.is_terulang for b in daftar)
            if cocok >= BARIS_BUKTI and 2 * cocok > len(daftar):
                hasil.append(daftar)
    return tuple(hasil)


def _is_ringkasan(nama: str) -> bool:
    return is_ringkasan(nama) or is_bukan_pengukuran(nama)
