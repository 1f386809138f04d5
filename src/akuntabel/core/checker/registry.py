"""All rules, in one list: every family gives its own. A rule is a pure function; its docstring is its page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.rules import anggaran, bahasa, hitungan, kalimat, konsistensi, rujukan, skala, struktur
from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import NaskahTerbaca

DAFTAR_ATURAN: tuple[Aturan, ...] = (
    *hitungan.DAFTAR_ATURAN,
    *kalimat.DAFTAR_ATURAN,
    *anggaran.DAFTAR_ATURAN,
    *konsistensi.DAFTAR_ATURAN,
    *skala.DAFTAR_ATURAN,
    *struktur.DAFTAR_ATURAN,
    *rujukan.DAFTAR_ATURAN,
    *bahasa.DAFTAR_ATURAN,
)
_URUTAN = {tingkat: urut for urut, tingkat in enumerate(Tingkat)}


def check_naskah(naskah: NaskahTerbaca, *, daftar_aturan: Sequence[Aturan] = DAFTAR_ATURAN) -> HasilPeriksa:
    """Everything that does not hold: what changes a verdict first, then by severity, then in order of the document."""
    dokumen = Dokumen(naskah)
    temuan = [
        Temuan(a.kode, a.nama, bukti.tingkat or a.tingkat, bukti) for a in daftar_aturan for bukti in a.periksa(dokumen)
    ]
    temuan.sort(key=lambda t: (not t.bukti.is_keputusan, _URUTAN[t.tingkat]))
    return HasilPeriksa(naskah.berkas, tuple(_satukan(temuan)), len(naskah.daftar_tabel), dokumen.angka_diperiksa)


def _satukan(daftar: Iterable[Temuan]) -> list[Temuan]:
    """One finding for one root cause; the places of the others are kept with it."""
    hasil: list[Temuan] = []
    urut: dict[str, int] = {}
    for t in daftar:
        sebab = t.bukti.sebab
        if sebab not in urut or not sebab:
            if sebab:
                urut[sebab] = len(hasil)
            hasil.append(t)
            continue
        pertama = hasil[urut[sebab]]
        tempat = dict.fromkeys((*pertama.bukti.tempat_lain, t.bukti.letak, *t.bukti.tempat_lain))
        tempat.pop(pertama.bukti.letak, None)
        hasil[urut[sebab]] = replace(pertama, bukti=replace(pertama.bukti, tempat_lain=tuple(tempat)))
    return hasil


def select_aturan(pilih: Sequence[str], abaikan: Sequence[str]) -> tuple[Aturan, ...]:
    """The rules whose code starts with one of ``pilih`` (all when empty) and with none of ``abaikan``."""
    return tuple(
        a
        for a in DAFTAR_ATURAN
        if (not pilih or a.kode.startswith(tuple(pilih))) and not (abaikan and a.kode.startswith(tuple(abaikan)))
    )
