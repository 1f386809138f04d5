"""What an agreement and a rencana aksi say, word for word: this is printed, signed, hashed and kept."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, PerjanjianTarget, RencanaAksi

Isi = dict[str, Any]


def build_isi(perjanjian: PerjanjianKinerja, tanggal: date | None) -> Isi:
    """Everything the document of an agreement prints, in its order: office, parties, day, targets, budget."""
    daftar_anggaran = list(perjanjian.daftar_anggaran.all())
    return {
        "jenis": "perjanjian-kinerja",
        "kode": perjanjian.kode,
        "satker": _isi_satker(perjanjian.satker),
        "entitas": perjanjian.entitas.nama,
        "tahun": perjanjian.tahun,
        "revisi": perjanjian.revisi,
        "alasan_revisi": AlasanRevisi(perjanjian.alasan_revisi).label if perjanjian.alasan_revisi else "",
        "uraian_revisi": perjanjian.uraian_revisi,
        "pihak_pertama": _isi_pejabat(perjanjian.pihak_pertama),
        "pihak_kedua": _isi_pejabat(perjanjian.pihak_kedua),
        "tanggal": tanggal.isoformat() if tanggal else None,
        "keputusan": str(perjanjian.keputusan) if perjanjian.keputusan else "",
        "target": [
            {**_isi_indikator(t.indikator), "target": t.target, "alasan": t.alasan} for t in _daftar_target(perjanjian)
        ],
        "anggaran": [
            {
                "kode": a.kode,
                "uraian": a.uraian,
                "sumber_dana": a.sumber_dana,
                "pagu": a.pagu,
                "keterangan": a.keterangan,
            }
            for a in daftar_anggaran
        ],
        "jumlah_anggaran": sum(a.pagu for a in daftar_anggaran),
    }


def build_isi_rencana_aksi(rencana_aksi: RencanaAksi, tanggal: date | None) -> Isi:
    """Everything the document of a rencana aksi prints: per indicator the targets of the quarters and the actions."""
    perjanjian = rencana_aksi.perjanjian
    triwulan: dict[int, dict[str, str]] = {}
    for t in rencana_aksi.daftar_target.all():
        triwulan.setdefault(t.perjanjian_target_id, {})[str(t.triwulan)] = t.target
    aksi: dict[int, list[Isi]] = {}
    for a in rencana_aksi.daftar_aksi.select_related("unit", "pejabat"):
        aksi.setdefault(a.perjanjian_target_id, []).append(
            {
                "uraian": a.uraian,
                "triwulan": a.triwulan,
                "unit": a.unit.nama if a.unit else "",
                "pejabat": _isi_pejabat(a.pejabat) if a.pejabat else None,
                "kode_anggaran": a.kode_anggaran,
                "anggaran": a.anggaran,
            }
        )
    return {
        "jenis": "rencana-aksi",
        "perjanjian": {"kode": perjanjian.kode, "revisi": perjanjian.revisi, "sidik": perjanjian.sidik},
        "satker": _isi_satker(perjanjian.satker),
        "entitas": perjanjian.entitas.nama,
        "tahun": perjanjian.tahun,
        "revisi": rencana_aksi.revisi,
        "uraian_revisi": rencana_aksi.uraian_revisi,
        "pimpinan": _isi_pejabat(perjanjian.pihak_pertama),
        "tanggal": tanggal.isoformat() if tanggal else None,
        "indikator": [
            {
                **_isi_indikator(t.indikator),
                "target": t.target,
                "triwulan": triwulan.get(t.pk, {}),
                "aksi": aksi.get(t.pk, []),
            }
            for t in _daftar_target(perjanjian)
        ],
    }


def compute_sidik_isi(isi: Mapping[str, Any]) -> str:
    """SHA-256 over the content, whatever the order in which a database keeps its keys."""
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def is_utuh(dokumen: PerjanjianKinerja | RencanaAksi) -> bool:
    """Whether a frozen document still holds what its hash was computed over."""
    return dokumen.isi is not None and dokumen.sidik == compute_sidik_isi(dokumen.isi)


def _daftar_target(perjanjian: PerjanjianKinerja) -> list[PerjanjianTarget]:
    return daftar_baris_target(perjanjian)


def _isi_satker(satker: Satker) -> Isi:
    return {
        "kode": satker.kode,
        "nama": satker.nama,
        "nama_lengkap": satker.nama_lengkap,
        "kota": satker.kota,
        "kementerian": satker.kementerian,
    }


def _isi_pejabat(pejabat: Pejabat) -> Isi:
    return {
        "kode": pejabat.kode,
        "jabatan": pejabat.jabatan,
        "sifat": pejabat.sifat,
        "nama": pejabat.nama,
        "nip": pejabat.nip,
    }


def _isi_indikator(indikator: Indikator) -> Isi:
    return {
        "sasaran_kode": indikator.sasaran.kode,
        "sasaran": indikator.sasaran.nama,
        "kode": indikator.kode,
        "indikator": indikator.nama,
        "satuan": indikator.satuan,
        "arah": indikator.arah,
        "predikat": indikator.predikat,
        "konsolidasi": indikator.konsolidasi,
    }
