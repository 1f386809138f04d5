"""All rules, in one list: every family gives its own. A rule is a pure function; its docstring is its page."""

from collections.abc import Iterable, Sequence

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.gabung import gabung_temuan, peringkat, tambah_tempat
from akuntabel.core.checker.pengecualian import Pengecualian
from akuntabel.core.checker.rules import (
    anggaran,
    bahasa,
    fakta,
    hitungan,
    kelengkapan,
    keputusan,
    konsistensi,
    rujukan,
    skala,
    struktur,
)
from akuntabel.core.checker.temuan import Aturan, HasilPeriksa, Temuan
from akuntabel.core.naskah.terbaca import NaskahTerbaca

_KELUARGA = (
    hitungan,
    anggaran,
    konsistensi,
    kelengkapan,
    skala,
    struktur,
    rujukan,
    bahasa,
    fakta,
    keputusan,
)
DAFTAR_ATURAN: tuple[Aturan, ...] = tuple(
    aturan for keluarga in _KELUARGA for aturan in sorted(keluarga.DAFTAR_ATURAN, key=lambda a: a.kode)
)


def check_naskah(
    naskah: NaskahTerbaca,
    *,
    acuan: NaskahTerbaca | None = None,
    pengecualian: Sequence[Pengecualian] = (),
    daftar_aturan: Sequence[Aturan] = DAFTAR_ATURAN,
) -> HasilPeriksa:
    """Everything that does not hold: what changes a verdict first, then by severity, then in order of the document.

    acuan: the same document as the facts give it, where there are facts to compare with. pengecualian: findings that a
    person has decided to let be; those that nothing used, or that are out of date, become findings themselves.
    """
    dijalankan = {a.kode for a in daftar_aturan}
    dokumen = Dokumen(naskah, acuan, [p for p in pengecualian if p.aturan in dijalankan])
    penjaga = [a for a in daftar_aturan if a in keputusan.DAFTAR_ATURAN]
    temuan = _satukan(_jalankan(dokumen, [a for a in daftar_aturan if a not in penjaga]))
    sisa = [t for t in temuan if not dokumen.is_dikecualikan(t.kode, t.bukti.letak, t.bukti.tertulis)]
    return HasilPeriksa(dokumen, (*gabung_temuan(sisa), *_jalankan(dokumen, penjaga)))


def _jalankan(dokumen: Dokumen, daftar_aturan: Sequence[Aturan]) -> list[Temuan]:
    temuan = [
        Temuan(a.kode, a.nama, bukti.tingkat or a.tingkat, bukti) for a in daftar_aturan for bukti in a.periksa(dokumen)
    ]
    return sorted(temuan, key=peringkat)


def _satukan(daftar: Iterable[Temuan]) -> list[Temuan]:
    """One finding for one root cause, and for one figure that two rules judge alike; other places are kept with it."""
    hasil: dict[object, Temuan] = {}
    for t in daftar:
        kunci: object = t.bukti.sebab or (t.bukti.letak, t.bukti.tertulis, t.bukti.hitung)
        pertama = hasil.setdefault(kunci, t)
        if pertama is not t:
            hasil[kunci] = tambah_tempat(pertama, t)
    return list(hasil.values())


def select_aturan(pilih: Sequence[str], abaikan: Sequence[str]) -> tuple[Aturan, ...]:
    """The rules whose code starts with one of ``pilih`` (all when empty) and with none of ``abaikan``."""
    return tuple(
        a
        for a in DAFTAR_ATURAN
        if (not pilih or a.kode.startswith(tuple(pilih))) and not (abaikan and a.kode.startswith(tuple(abaikan)))
    )
