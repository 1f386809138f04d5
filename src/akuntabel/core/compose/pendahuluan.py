"""Bab I: why the report, the office, its strategic issues, and how the report is laid out."""

from collections.abc import Mapping
from typing import Any

from akuntabel.core.compose.kalimat import kalimat, kurang, paragraf, tebal
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.organisasi import JenisTugas, JenisUnit, PeranPejabat, Unit
from akuntabel.core.naskah.model import Bab, Blok, Butir, Daftar, Gambar, JenisBab, JenisGambar, Judul
from akuntabel.core.regulasi import daftar_peraturan


def compose_pendahuluan(hasil: HasilTahun) -> Bab:
    """Bab I of PermenPANRB 53/2014: the organisation, with its strategic aspects and main problems."""
    return Bab(
        JenisBab.BAB,
        "Pendahuluan",
        (
            Judul("Latar Belakang", 2),
            *tulis_narasi(hasil, "latar-belakang", "Latar belakang belum ditulis (narasi/latar-belakang.md)."),
            *_dasar_hukum(hasil.fakta),
            Judul("Maksud dan Tujuan", 2),
            *tulis_narasi(hasil, "maksud-tujuan", "Maksud dan tujuan belum ditulis (narasi/maksud-tujuan.md)."),
            Judul("Gambaran Organisasi", 2),
            *tulis_narasi(hasil, "gambaran-organisasi"),
            *_tugas_satker(hasil.fakta),
            *_struktur(hasil.fakta),
            Judul("Aspek Strategis dan Permasalahan Utama", 2),
            *_isu(hasil),
            Judul("Sistematika Laporan", 2),
            *_sistematika(hasil.fakta),
        ),
        "bab-pendahuluan",
    )


def _dasar_hukum(fakta: FaktaTahun) -> tuple[Blok, ...]:
    peraturan = daftar_peraturan()
    butir = tuple(Butir(kalimat(f"{peraturan[kode].sebutan};")) for kode in fakta.laporan.dasar)
    return (paragraf("Laporan ini disusun berdasarkan:"), Daftar(butir)) if butir else ()


_JUDUL_TUGAS: Mapping[JenisTugas, str] = {
    JenisTugas.TUGAS: "Tugas",
    JenisTugas.WEWENANG: "Wewenang",
    JenisTugas.KEWAJIBAN: "Kewajiban",
}


def _tugas_satker(fakta: FaktaTahun) -> tuple[Blok, ...]:
    isi: list[Blok] = []
    for jenis, judul in _JUDUL_TUGAS.items():
        daftar = _daftar_tugas(fakta, None, jenis)
        if daftar:
            isi += [Judul(judul, 3), paragraf(f"{fakta.satker.nama} memiliki {judul.lower()}:"), daftar]
    return tuple(isi)


def _daftar_tugas(fakta: FaktaTahun, unit: str | None, jenis: JenisTugas) -> Daftar | None:
    uraian = sorted((t for t in fakta.daftar_tugas if (t.unit, t.jenis) == (unit, jenis)), key=lambda t: t.urut)
    if not uraian:
        return None
    akhiran = [";"] * (len(uraian) - 2) + ["; dan"] * (len(uraian) > 1) + ["."]
    butir = tuple(Butir(kalimat(t.teks + a)) for t, a in zip(uraian, akhiran, strict=True))
    return Daftar(butir, "1." if unit is None else "a.")


def _struktur(fakta: FaktaTahun) -> tuple[Blok, ...]:
    isi: list[Blok] = [Judul("Struktur Organisasi", 3)]
    divisi = [u for u in fakta.daftar_unit if u.jenis is JenisUnit.DIVISI]
    if divisi:
        isi.append(
            paragraf(
                f"Anggota {fakta.satker.nama} membagi tugasnya dalam {len(divisi)} divisi. Setiap divisi "
                "mengoordinasikan, menyelenggarakan, mengendalikan, memantau, menyupervisi, dan mengevaluasi "
                "kebijakan pada bidangnya."
            )
        )
    for unit in divisi:
        daftar = _daftar_tugas(fakta, unit.kode, JenisTugas.TUGAS)
        isi.append(paragraf(tebal(unit.nama), ", meliputi:" if daftar else "."))
        if daftar:
            isi.append(daftar)
    return (*isi, *_bagan(fakta))


def _bagan(fakta: FaktaTahun) -> tuple[Blok, ...]:
    """One chart of the commission, one of its secretariat: text and picture speak of the same units."""
    pucuk = {u.jenis: u for u in fakta.daftar_unit if u.jenis in (JenisUnit.PIMPINAN, JenisUnit.SEKRETARIAT)}
    isi: list[Blok] = []
    for jenis, nama in ((JenisUnit.PIMPINAN, "Anggota"), (JenisUnit.SEKRETARIAT, "Sekretariat")):
        if jenis not in pucuk:
            continue
        anak = [u for u in fakta.daftar_unit if u.induk == pucuk[jenis].kode and u.jenis not in pucuk]
        isi.append(
            Gambar(
                f"gambar-struktur-{jenis.value}",
                f"Struktur Organisasi {nama} {fakta.satker.nama}",
                JenisGambar.BAGAN,
                _simpul(pucuk[jenis], fakta) | {"anak": [_simpul(u, fakta) for u in anak]},
                f"Bagan: {pucuk[jenis].nama} membawahi " + "; ".join(u.nama for u in anak) + ".",
                155,
                70,
                sumber=_sumber_unit([pucuk[jenis], *anak]),
            )
        )
    return tuple(isi)


def _sumber_unit(daftar: list[Unit]) -> str:
    return "; ".join(dict.fromkeys(u.sumber for u in daftar if u.sumber))


_PEMIMPIN: Mapping[JenisUnit, PeranPejabat] = {
    JenisUnit.PIMPINAN: PeranPejabat.PIMPINAN,
    JenisUnit.SEKRETARIAT: PeranPejabat.SEKRETARIS,
}


def _simpul(unit: Unit, fakta: FaktaTahun) -> dict[str, Any]:
    peran = _PEMIMPIN.get(unit.jenis)
    nama = next((p.nama for p in fakta.daftar_pejabat if p.peran is peran and p.nama), "")
    return {"judul": unit.nama, "keterangan": nama, "anak": []}


def _isu(hasil: HasilTahun) -> tuple[Blok, ...]:
    daftar = sorted(hasil.fakta.daftar_isu, key=lambda i: i.urut)
    if not daftar:
        return (kurang("Permasalahan utama belum diisi (isu.csv), padahal PermenPANRB 53/2014 memintanya di Bab I."),)
    butir = tuple(Butir(kalimat(tebal(i.isu), f" {i.uraian}")) for i in daftar)
    return (*tulis_narasi(hasil, "isu-strategis"), Daftar(butir))


def _sistematika(fakta: FaktaTahun) -> tuple[Blok, ...]:
    bab = (
        ("Bab I Pendahuluan", "penjelasan umum organisasi, aspek strategis, dan permasalahan utama yang dihadapi"),
        ("Bab II Perencanaan Kinerja", f"ringkasan rencana strategis dan perjanjian kinerja tahun {fakta.tahun}"),
        (
            "Bab III Akuntabilitas Kinerja",
            "capaian setiap sasaran strategis dengan tujuh analisis PermenPANRB 53/2014, serta realisasi anggaran",
        ),
        ("Bab IV Penutup", "simpulan umum atas capaian dan langkah untuk memperbaiki kinerja"),
        ("Lampiran", "perjanjian kinerja, jejak hitung setiap angka, kelengkapan analisis, dan catatan sumber"),
    )
    return (Daftar(tuple(Butir(kalimat(tebal(judul), f": {isi}.")) for judul, isi in bab), "-"),)
