"""Stages and cases as the formulas of the measurement count them (``tahapan.wajib``, ``perkara.konflik``, …)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.elemen import build_elemen
from akuntabel.core.fakta.kepemiluan import StatusTahapan
from akuntabel.core.fakta.kepemiluan import Tahapan as FaktaTahapan
from akuntabel.siklus.kepemiluan.berlaku import daftar_perkara_tahun, daftar_tahapan_tahun
from akuntabel.siklus.kepemiluan.fakta import build_perkara, build_tahapan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.bahan import Bahan
from akuntabel.siklus.pengukuran.sumber_hitung import CatatanPemilu


def read_catatan(satker: Satker, tahun: int, sampai: date | None) -> CatatanPemilu:
    """What the office has of the year; sampai: as it stood at the end of that day, None: the whole year.

    Up to a day count: stages whose schedule ends by it, and those that had ended by it; a stage that ended later was
    not finished then. Cases up to a day are those dated by it and those without a date, which nobody can leave out.
    """
    tahapan = tuple(build_tahapan(t) for t in daftar_tahapan_tahun(satker, tahun))
    perkara = tuple(build_perkara(p) for p in daftar_perkara_tahun(satker, tahun))
    if sampai is None:
        return CatatanPemilu(tahapan, perkara)
    return CatatanPemilu(
        tuple(_pada(t, sampai) for t in tahapan if _is_jatuh_tempo(t, sampai)),
        tuple(p for p in perkara if p.tanggal is None or p.tanggal <= sampai),
    )


def _is_jatuh_tempo(t: FaktaTahapan, sampai: date) -> bool:
    """Whether it was due or done; a stage without any date counts once it is marked as done."""
    hari = [h for h in (t.rencana_selesai, t.realisasi_selesai) if h is not None]
    return min(hari) <= sampai if hari else t.status is StatusTahapan.SELESAI


def _pada(t: FaktaTahapan, sampai: date) -> FaktaTahapan:
    if t.realisasi_selesai is not None and t.realisasi_selesai > sampai:
        return replace(t, status=StatusTahapan.BELUM, is_tepat_waktu=None, realisasi_selesai=None)
    return t


def count_catatan(satker: Satker, tahun: int) -> Mapping[str, Nilai]:
    """What formulas would count of the year, by name, with its trace."""
    catatan = read_catatan(satker, tahun, None)
    return build_elemen(Bahan((), (), catatan.daftar_tahapan, catatan.daftar_perkara))
