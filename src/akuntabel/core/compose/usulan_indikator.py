"""Drafts of the analyses of one indicator: target, earlier years, Renstra, benchmark; skeletons of cause and remedy.

In the sentences below @ stands for the code of the indicator and # for what is compared with.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.compose.kalimat import huruf_kecil_awal, sambung
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.pengukuran import Pembanding

BELUM_DIISI = "……"  # what only a human knows; a draft that still has it cannot be accepted
_TAHUN = attrgetter("tahun")
_BERUPA_KATA = (Arah.ORDINAL, Arah.TENGGAT)


def _is_terukur(i: HasilIndikator) -> bool:
    return i.capaian.terbatas.is_counted


def _is_berangka(i: HasilIndikator) -> bool:
    """Whether the realisasi is a figure that can be subtracted from."""
    return i.realisasi.nilai.is_counted and i.indikator.arah not in _BERUPA_KATA


def _tulis(i: HasilIndikator, teks: str) -> str:
    return teks.replace("@", i.indikator.kode)


def _draft_tahun_ini(hasil: HasilTahun, i: HasilIndikator) -> str:
    """Analysis 1. An indicator without a figure is named with the status that says why."""
    if not _is_terukur(i):
        return _tulis(
            i,
            "Target indikator ini {{ target.@ }} dan realisasinya {{ realisasi.@ }}, sehingga indikator ini "
            "{{ putusan.@ }}.",
        )
    jarak = ""
    if _is_berangka(i) and i.target.angka is not None:
        jarak = ", berselisih {{ selisih.@.target }} poin dari target {{ target.@ }}"
    return _tulis(
        i,
        f"Realisasi indikator ini {{{{ realisasi.@ }}}}{jarak}. Indikator ini {{{{ putusan.@ }}}} dengan kategori "
        "{{ kategori.@ }}.",
    )


def _draft_tren(hasil: HasilTahun, i: HasilIndikator) -> str:
    """Analysis 2: against the last year that is known, and the first."""
    kode, tahun = i.indikator.kode, hasil.fakta.tahun
    daftar = sorted((r for r in hasil.fakta.daftar_riwayat if r.indikator == kode and r.tahun < tahun), key=_TAHUN)
    if not daftar or not i.realisasi.nilai.is_counted:
        return ""
    if not _is_berangka(i):
        teks = "Pada tahun # realisasinya {{ riwayat.@.# }}, dan pada tahun {{ tahun }} {{ realisasi.@ }}."
        return _tulis(i, teks.replace("#", str(daftar[-1].tahun)))
    berangka = [r.tahun for r in daftar if r.nilai is not None]
    if not berangka:
        return ""
    bagian = sambung(
        "{{ selisih.@.# }} poin dari {{ riwayat.@.# }} pada tahun #".replace("#", str(n))
        for n in dict.fromkeys((berangka[-1], berangka[0]))
    )
    return _tulis(i, f"Realisasi {{{{ realisasi.@ }}}} berubah {bagian}.")


def _draft_jangka_menengah(hasil: HasilTahun, i: HasilIndikator) -> str:
    """Analysis 3: against the last target of the Renstra."""
    daftar = [t.tahun for t in hasil.fakta.daftar_target_renstra if t.indikator == i.indikator.kode]
    if not daftar:
        return ""
    teks = "Target Renstra tahun # adalah {{ renstra.@.# }}. Realisasi tahun {{ tahun }} {{ realisasi.@ }}"
    if _is_terukur(i):
        teks += ", sehingga kemajuan menuju target itu {{ kemajuan.@.# }}"
    return _tulis(i, f"{teks}.".replace("#", str(max(daftar))))


def _draft_standar(hasil: HasilTahun, i: HasilIndikator) -> str:
    """Analysis 4: the realisasi beside every benchmark."""
    daftar = _daftar_pembanding(hasil, i.indikator.kode)
    if not daftar or not _is_berangka(i):
        return ""
    bagian = sambung(
        "{{ selisih.@.pembanding.# }} poin terhadap ".replace("#", _ekor(p))
        + huruf_kecil_awal(p.nama)
        + ", yaitu {{ pembanding.@.# }}".replace("#", _ekor(p))
        for p in daftar
    )
    return _tulis(i, f"Realisasi {{{{ realisasi.@ }}}} berselisih {bagian}.")


def _daftar_pembanding(hasil: HasilTahun, kode: str) -> Sequence[Pembanding]:
    """The benchmarks that slots can tell apart."""
    berbeda: dict[str, Pembanding] = {}
    for p in hasil.fakta.daftar_pembanding:
        if p.indikator == kode:
            berbeda.setdefault(_ekor(p), p)
    return list(berbeda.values())


def _ekor(p: Pembanding) -> str:
    return f"{p.tingkat}.{p.tahun}{'t' if p.is_target else ''}"


def _draft_sebab(hasil: HasilTahun, i: HasilIndikator) -> str:
    """Analysis 5: no fact says why; the skeleton asks for it."""
    if not _is_terukur(i):
        return ""
    return _tulis(
        i,
        f"Indikator ini {{{{ putusan.@ }}}} dengan capaian {{{{ capaian.@ }}}}. Penyebabnya adalah {BELUM_DIISI} "
        f"(uraikan penyebab yang didukung data). Hal itu terlihat dari {BELUM_DIISI} (sebutkan bukti).",
    )


def _draft_solusi(hasil: HasilTahun, i: HasilIndikator) -> str:
    """What was done about a target that was missed; only a human knows."""
    if i.capaian.is_tercapai is not False:
        return ""
    return (
        f"Upaya yang telah dilakukan adalah {BELUM_DIISI} (uraikan upaya dan waktunya). Hasil upaya itu "
        f"{BELUM_DIISI} (sebutkan)."
    )


USULAN_INDIKATOR: Mapping[str, Callable[[HasilTahun, HasilIndikator], str]] = {
    "indikator": _draft_tahun_ini,
    "tren": _draft_tren,
    "jangka-menengah": _draft_jangka_menengah,
    "standar": _draft_standar,
    "sebab": _draft_sebab,
    "solusi": _draft_solusi,
}
