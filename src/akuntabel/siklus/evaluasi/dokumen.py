"""The report of a worksheet as a file. What was adopted is composed from what was frozen then."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.text import slugify

from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.compose.isi_perjanjian import Pihak
from akuntabel.core.compose.lhe import (
    IsiLhe,
    KomponenLhe,
    KriteriaLhe,
    RekomendasiLhe,
    SubLhe,
    TahunLalu,
    compose_lhe,
)
from akuntabel.core.regulasi.lke import TemplatLke
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.siklus.evaluasi.hitung import read_isi
from akuntabel.siklus.evaluasi.isi import build_isi, compute_sidik_isi
from akuntabel.siklus.evaluasi.models import Lke, StatusLke
from akuntabel.siklus.organisasi.kop import build_kop

CARA: Mapping[str, str] = {
    CaraNilai.PREDIKAT.value: "satu predikat untuk tiap subkomponen",
    CaraNilai.ANGKA.value: "nilai 0 sampai 100 tiap kriteria yang dirata-ratakan",
    CaraNilai.JAWABAN.value: "jawaban tiap pertanyaan yang dirata-ratakan",
}
BELUM_DITETAPKAN: Mapping[str, str] = {
    StatusLke.DISUSUN.value: "Masih disusun; nilainya dapat berubah.",
    StatusLke.DIAJUKAN.value: "Sudah diajukan; belum ditetapkan.",
}


def render_lhe(lke: Lke, format_: Format) -> bytes:
    """The report; before it is adopted it says that it is a draft. Raises BerkasHilangError."""
    return render_berkas(compose_lhe(build_isi_lhe(lke)), [format_])[format_].isi


def build_nama_berkas(lke: Lke, akhiran: str) -> str:
    """ "laporan-hasil-evaluasi-kpu-kota-blitar-2026.pdf" """
    jenis = "laporan-hasil-evaluasi" if lke.is_resmi else "penilaian-mandiri"
    revisi = f"-revisi-{lke.revisi}" if lke.revisi else ""
    rancangan = "" if lke.is_beku else "-rancangan"
    return f"{jenis}-{slugify(lke.satker.nama)}-{lke.tahun}{revisi}{rancangan}.{akhiran}"


def build_isi_lhe(lke: Lke) -> IsiLhe:
    """What the report says: as adopted, or as it stands now with the mark of a draft."""
    isi = lke.isi or build_isi(read_isi(lke))
    templat = lke.templat
    pita = next((p for p in templat.skala_akhir.pita if p.label == isi["predikat"]), None)
    return IsiLhe(
        nama_pendek=isi["satker"]["nama"],
        nama_lengkap=isi["satker"]["nama_lengkap"],
        penilai=isi["penilai"],
        tahun=isi["tahun"],
        revisi=isi["revisi"],
        nomor=lke.nomor_lhe,
        dasar=templat.dasar,
        cara=CARA[isi["cara"]],
        nilai=_nilai(isi["nilai"], "belum semua subkomponen dinilai."),
        predikat=isi["predikat"],
        sebutan=pita.keterangan if pita else "",
        komponen=tuple(_komponen(templat, k) for k in isi["komponen"]),
        rekomendasi=tuple(
            RekomendasiLhe(r["nomor"], r["teks"], r["sub"], r["pemilik"], _hari(r["tenggat"]))
            for r in isi["rekomendasi"]
        ),
        tahun_lalu=_tahun_lalu(isi["tahun_lalu"]),
        simpulan=isi["simpulan"],
        penanda=Pihak(**isi["penanda"]),
        tempat=isi["tempat"],
        tanggal=lke.tanggal_penetapan,
        sidik=lke.sidik or compute_sidik_isi(isi),
        keterangan_rancangan=BELUM_DITETAPKAN.get(lke.status, ""),
        kop=build_kop(lke.penilai or lke.satker),
    )


def _komponen(templat: TemplatLke, isi: Mapping[str, Any]) -> KomponenLhe:
    return KomponenLhe(
        isi["kode"],
        isi["nama"],
        _nilai(isi["bobot"]),
        _nilai(isi["nilai"]),
        tuple(_sub(templat, s) for s in isi["sub"]),
    )


def _sub(templat: TemplatLke, isi: Mapping[str, Any]) -> SubLhe:
    return SubLhe(
        isi["kode"],
        isi["nama"],
        _nilai(isi["bobot"]),
        isi["predikat"],
        _nilai(isi["nilai"]),
        _nilai(isi["tertimbang"]),
        isi["kondisi"],
        isi["alasan"],
        tuple(_kriteria(templat, k) for k in isi["kriteria"]),
    )


def _kriteria(templat: TemplatLke, isi: Mapping[str, Any]) -> KriteriaLhe:
    acuan = templat.find_kriteria(isi["kode"])
    pilihan = templat.find_pilihan(acuan, isi["jawaban"]) if acuan else None
    jawaban = isi["angka"].replace(".", ",") or (pilihan.sebutan if pilihan else "")
    return KriteriaLhe(isi["kode"], acuan.bunyi if acuan else "", jawaban, isi["catatan"], len(isi["bukti"]))


def _tahun_lalu(isi: Mapping[str, Any] | None) -> TahunLalu | None:
    if isi is None:
        return None
    return TahunLalu(_nilai(isi["nilai"]), isi["predikat"], isi["rekomendasi"], isi["selesai"])


def _nilai(teks: str, alasan: str = "") -> Nilai:
    return Nilai.of(Decimal(teks)) if teks else Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan)


def _hari(teks: str) -> date | None:
    return date.fromisoformat(teks) if teks else None
