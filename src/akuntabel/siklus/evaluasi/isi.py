"""What a worksheet says when it is adopted, word for word, and the hash over it."""

from datetime import date
from typing import Any

from django.utils import timezone

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.nilai_akip import HasilAkip
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.berlaku import daftar_rekomendasi, find_lke_berlaku
from akuntabel.siklus.evaluasi.hitung import IsiLke, compute_lke
from akuntabel.siklus.evaluasi.models import Lke, Rekomendasi
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perjanjian.isi import compute_sidik_isi

__all__ = ["build_isi", "compute_sidik_isi", "daftar_rekomendasi_lke"]


def build_isi(isi: IsiLke, hasil: HasilAkip | None = None, *, penetap: Pengguna | None = None) -> dict[str, Any]:
    """Grades, answers, evidence, score and recommendations, in the order of the worksheet; penetap: who adopts it."""
    hitungan = hasil or compute_lke(isi)
    lke = isi.lke
    return {
        "satker": {"kode": lke.satker.kode, "nama": lke.satker.nama, "nama_lengkap": lke.satker.nama_lengkap},
        "penilai": lke.penilai.nama if lke.penilai else "",
        "tahun": lke.tahun,
        "jenis": lke.jenis,
        "revisi": lke.revisi,
        "regulasi": lke.regulasi,
        "cara": lke.cara,
        "simpulan": lke.simpulan,
        "nilai": _angka(hitungan.nilai),
        "predikat": hitungan.predikat.label if hitungan.predikat else "",
        "komponen": [
            {
                "kode": k.kode,
                "nama": k.nama,
                "bobot": format_polos(k.bobot),
                "nilai": _angka(k.nilai),
                "sub": [_sub(isi, s.kode, s.nama, format_polos(s.bobot), s.nilai, s.tertimbang) for s in k.sub],
            }
            for k in hitungan.komponen
        ],
        "rekomendasi": [
            {"nomor": r.nomor, "sub": r.sub, "teks": r.teks, "pemilik": r.pemilik, "tenggat": _hari(r.tenggat)}
            for r in daftar_rekomendasi_lke(lke)
        ],
        "tahun_lalu": _tahun_lalu(lke),
        "penanda": _penanda(lke, penetap),
        "tempat": (lke.penilai or lke.satker).kota,
    }


def daftar_rekomendasi_lke(lke: Lke) -> list[Rekomendasi]:
    """The recommendations that rest on a worksheet."""
    return list(lke.daftar_rekomendasi.select_related("satker", "unit", "pejabat", "indikator").order_by("nomor"))


def _sub(isi: IsiLke, kode: str, nama: str, bobot: str, nilai: Nilai, tertimbang: Nilai) -> dict[str, Any]:
    baris, acuan = isi.sub.get(kode), isi.templat.find_sub(kode)
    return {
        "kode": kode,
        "nama": nama,
        "bobot": bobot,
        "predikat": baris.predikat if baris else "",
        "tahun_bertahan": baris.tahun_bertahan if baris else None,
        "alasan": baris.alasan if baris else "",
        "kondisi": baris.catatan if baris else "",
        "nilai": _angka(nilai),
        "tertimbang": _angka(tertimbang),
        "kriteria": [_kriteria(isi, k.kode) for k in (acuan.kriteria if acuan else ())],
    }


def _kriteria(isi: IsiLke, kode: str) -> dict[str, Any]:
    baris = isi.kriteria.get(kode)
    return {
        "kode": kode,
        "jawaban": baris.jawaban if baris else "",
        "angka": baris.angka if baris else "",
        "catatan": baris.catatan if baris else "",
        "is_mesin": bool(baris and baris.is_mesin),
        "bukti": [
            {"uraian": b.uraian, "sidik": b.berkas.sidik if b.berkas else "", "tanggal": _hari(b.tanggal)}
            for b in isi.bukti.get(kode, ())
        ],
    }


def _tahun_lalu(lke: Lke) -> dict[str, Any] | None:
    """The score of the year before and what became of its recommendations; None where neither is known."""
    lalu = find_lke_berlaku(lke.satker, lke.tahun - 1, lke.jenis_enum)
    rekomendasi = daftar_rekomendasi(lke.satker, lke.tahun - 1)
    if lalu is None and not rekomendasi:
        return None
    return {
        "nilai": "" if lalu is None or lalu.nilai is None else format_polos(lalu.nilai),
        "predikat": lalu.predikat if lalu else "",
        "rekomendasi": len(rekomendasi),
        "selesai": sum(r.is_selesai for r in rekomendasi),
    }


def _penanda(lke: Lke, penetap: Pengguna | None) -> dict[str, str]:
    """Who signs the report: the official who adopts it, as the office lists them; else the head of the office."""
    kantor = lke.penilai or lke.satker
    pejabat = Pejabat.objects.filter(satker=kantor).berlaku_pada(timezone.localdate())
    orang = pejabat.filter(pengguna=penetap).first() if penetap else None
    if orang is None and lke.penilai is not None and penetap is not None:
        return {"jabatan": f"Evaluator {kantor.nama}", "nama": penetap.nama, "nip": "", "sifat": ""}
    orang = orang or pejabat.filter(peran=PeranPejabat.PIMPINAN.value).first()
    if orang is None:
        return {"jabatan": f"Pimpinan {kantor.nama}", "nama": penetap.nama if penetap else "", "nip": "", "sifat": ""}
    sifat = "" if orang.sifat == Pejabat.Sifat.TETAP else orang.sifat
    return {"jabatan": orang.jabatan, "nama": orang.nama, "nip": orang.nip, "sifat": sifat}


def _hari(tanggal: date | None) -> str:
    return tanggal.isoformat() if tanggal else ""


def _angka(nilai: Nilai) -> str:
    return format_polos(nilai.require()) if nilai.is_counted else ""
