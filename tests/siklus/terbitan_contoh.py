"""Published reports, written straight into the tables as publishing writes them: lines first, then "terbit"."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.publikasi.models import (
    SATUAN_URUT,
    AnggaranTerbit,
    DokumenTerbit,
    IndikatorTerbit,
    RiwayatTerbit,
    SasaranTerbit,
    SatkerTerbit,
    StatusTerbitan,
    Terbitan,
)

SIDIK = "ab" * 32
TERBIT = datetime(2021, 2, 26, 3, tzinfo=UTC)
JEJAK = {
    "rumus": "R ÷ T × 100",
    "operan": [
        {"nama": "R (realisasi)", "nilai": "80.5", "satuan": "%", "sumber": "Formulir D.Hasil", "bukti": ""},
        {"nama": "T (target)", "nilai": "77.5", "satuan": "%", "sumber": "", "bukti": ""},
    ],
    "hasil": "103.8709677419354838709677419",
    "kebijakan": "kpu",
    "dasar": "PermenPANRB 53/2014",
    "pembulatan": "",
    "catatan": "",
    "langkah": [],
}
PDF = b"%PDF-1.7\n% laporan yang diterbitkan\n%%EOF\n"


def build_satker_terbit(kode: str = "357200", nama: str = "KPU Kota Blitar", **lain: Any) -> SatkerTerbit:
    """An office of the public register, below the province of East Java, which stands below the KPU."""
    isi = {"jenis": "kota", "kode_induk": "350000", "path": f"000001/000035/{kode}/", "wilayah": kode[:4]} | lain
    return SatkerTerbit.objects.create(kode=kode, nama=nama, nama_lengkap=f"Komisi Pemilihan {nama}", **isi)


def build_register() -> None:
    """The KPU, two provinces, three cities."""
    build_satker_terbit("000000", "KPU", jenis="pusat", kode_induk="", path="000001/", wilayah="")
    for kode, nama, jalur in (("350000", "Jawa Timur", "000035"), ("330000", "Jawa Tengah", "000033")):
        path = f"000001/{jalur}/"
        build_satker_terbit(
            kode, f"KPU Provinsi {nama}", jenis="provinsi", kode_induk="000000", path=path, wilayah=kode[:2]
        )
    build_satker_terbit()
    build_satker_terbit("357300", "KPU Kota Malang")
    build_satker_terbit("337300", "KPU Kota Salatiga", kode_induk="330000", path="000001/000033/337300/")


def build_terbitan(
    kode: str = "357200",
    tahun: int = 2020,
    *,
    indikator: Sequence[dict[str, Any]] | None = None,
    pdf: bytes = PDF,
    **lain: Any,
) -> Terbitan:
    """A report of two sasaran, with a file, published."""
    satker = SatkerTerbit.objects.filter(kode=kode).first() or build_satker_terbit(kode)
    revisi, jenis, entitas = lain.get("revisi", 0), lain.get("jenis", "tahunan"), lain.get("entitas", "kpu")
    capaian = lain.get("capaian", "103.25")
    isi = {
        "slug": f"{kode}-{tahun}-{entitas}-{jenis}{lain.get('triwulan') or ''}-r{revisi}",
        "judul": f"Laporan Kinerja {satker.nama} Tahun {tahun}",
        "kode_satker": kode,
        "nama_satker": satker.nama,
        "nama_lengkap": satker.nama_lengkap,
        "jenis_satker": satker.jenis,
        "kode_induk": satker.kode_induk,
        "nama_induk": "KPU Provinsi Jawa Timur",
        "path": satker.path,
        "wilayah": satker.wilayah,
        "kementerian": "Komisi Pemilihan Umum",
        "tahun": tahun,
        "entitas": entitas,
        "nama_entitas": "KPU",
        "sidik": SIDIK,
        "penanda_tangan": "Umar",
        "jabatan_penanda_tangan": "Ketua",
        "tanggal_tanda_tangan": date(tahun + 1, 2, 25),
        "is_elektronik": True,
        "kebijakan": "kpu",
        "capaian": capaian,
        "capaian_tercetak": f"{capaian.replace('.', ',')}%" if capaian else "",
        "urut_capaian": int(Decimal(capaian).scaleb(SATUAN_URUT)) if capaian else None,
        "status_capaian": "terukur" if capaian else "tidak_dapat_dihitung",
        "jejak_capaian": JEJAK,
        "kategori": "Sangat Baik" if capaian else "",
        "jumlah_indikator": 3,
        "jumlah_terukur": 2,
        "jumlah_tercapai": 1,
        "pagu": 20_184_522_000,
        "realisasi": 19_000_000_000,
        "serapan": "94.13",
        "serapan_tercetak": "94,13%",
        "terbit_pada": TERBIT + timedelta(days=365 * (tahun - 2020)),
    }
    terbitan = Terbitan.objects.create(**(isi | lain))
    _fill(terbitan, indikator if indikator is not None else DAFTAR_INDIKATOR, pdf)
    Terbitan.objects.filter(pk=terbitan.pk).update(status=StatusTerbitan.TERBIT)
    terbitan.refresh_from_db()
    return terbitan


def withdraw(terbitan: Terbitan, alasan: str = "Angka partisipasinya keliru.") -> None:
    """As ``withdraw_terbitan`` leaves the row."""
    Terbitan.objects.filter(pk=terbitan.pk).update(
        status=StatusTerbitan.DITARIK, ditarik_pada=TERBIT + timedelta(days=30), alasan_tarik=alasan
    )


DAFTAR_INDIKATOR: tuple[dict[str, Any], ...] = (
    {
        "sasaran": "1",
        "kode": "1.1",
        "nama": "Persentase partisipasi pemilih",
        "target": "77.5",
        "target_tercetak": "77,5%",
        "realisasi": "80.5",
        "realisasi_tercetak": "80,5%",
        "capaian": "103.8709677419354838709677419",
        "capaian_tercetak": "103,87%",
        "status": "terukur",
        "is_tercapai": True,
        "jejak": JEJAK,
        "definisi": "Pengguna hak pilih dibagi pemilih terdaftar.",
    },
    {
        "sasaran": "1",
        "kode": "1.2",
        "nama": "Persentase pemilih <tidak> terdaftar",
        "target": "0.5",
        "target_tercetak": "0,5%",
        "arah": "minimasi",
        "realisasi": "0.6",
        "realisasi_tercetak": "0,6%",
        "capaian": "80",
        "capaian_tercetak": "80,00%",
        "status": "terukur",
        "is_tercapai": False,
        "jejak": JEJAK,
    },
    {
        "sasaran": "2",
        "kode": "2.1",
        "nama": "Nilai akuntabilitas kinerja",
        "target": "75",
        "target_tercetak": "75",
        "satuan": "nilai",
        "status": "menunggu_rilis",
        "realisasi_tercetak": "menunggu rilis",
        "alasan": "Nilai AKIP 2020 belum dirilis Kementerian PANRB.",
    },
)


def _fill(t: Terbitan, daftar_indikator: Sequence[dict[str, Any]], pdf: bytes) -> None:
    for n, kode in enumerate(dict.fromkeys(i["sasaran"] for i in daftar_indikator), 1):
        ada = {"capaian": "91.94", "capaian_tercetak": "91,94%", "status": "terukur", "kategori": "Sangat Baik"}
        kosong = {"status": "menunggu_rilis", "alasan": "Tidak ada indikatornya yang terukur."}
        SasaranTerbit.objects.create(
            terbitan=t, kode=kode, nama=f"Terwujudnya sasaran {kode}", urut=n, **(ada if n == 1 else kosong)
        )
    for n, isi in enumerate(daftar_indikator, 1):
        IndikatorTerbit.objects.create(terbitan=t, urut=n, **({"satuan": "%", "arah": "maksimasi"} | isi))
    RiwayatTerbit.objects.create(
        terbitan=t, indikator="1.1", tahun=t.tahun - 1, target="77.5", realisasi="79.1", urut=1
    )
    for n, (kode, induk, nama) in enumerate((("076.01", "", "Program"), ("3355", "076.01", "Pelaksanaan")), 1):
        AnggaranTerbit.objects.create(
            terbitan=t,
            kode=kode,
            induk=induk,
            nama=nama,
            tingkat="program" if n == 1 else "kegiatan",
            kedalaman=n,
            sumber_dana="APBN",
            pagu=20_184_522_000,
            realisasi=19_000_000_000,
            sisa=1_184_522_000,
            serapan="94.13",
            serapan_tercetak="94,13%",
            urut=n,
        )
    isi_pdf = pdf if pdf is not PDF else PDF + t.slug.encode()
    berkas = store_berkas(isi_pdf, "laporan.pdf", by=None, retensi=Retensi.PERMANEN)
    DokumenTerbit.objects.create(
        terbitan=t,
        format="pdf",
        nama=f"{t.slug}.pdf",
        keterangan="Laporan Kinerja bertanda tangan",
        berkas=berkas,
        media="application/pdf",
        sha256=berkas.sidik,
        ukuran=berkas.ukuran,
        urut=1,
    )
