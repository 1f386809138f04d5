"""The form of a quarter: one row for each datum of the grid, with what stood there before to compare with."""

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian

PILIHAN_STATUS = tuple(s.value for s in StatusNilai if s is not StatusNilai.NOL)


def _info(nama: str, label: str) -> KolomIsian:
    return KolomIsian(nama, label, is_wajib=False, keterangan="hanya untuk dibaca", is_info=True)


LEMBAR_DATA = LembarIsian(
    "data",
    "Data",
    "Satu baris untuk setiap data triwulan. Baris tanpa nilai dan tanpa keadaan tidak dibaca.",
    (
        KolomIsian("elemen", "Kode elemen", JenisIsian.KODE, rujuk="elemen", contoh="dpt", panjang=60),
        KolomIsian(
            "jenis_kelamin",
            "Jenis kelamin",
            JenisIsian.PILIHAN,
            is_wajib=False,
            keterangan="L atau P; kosong bila tidak dirinci",
            pilihan=tuple(k.value for k in JenisKelamin),
            contoh="P",
        ),
        KolomIsian("rincian", "Rincian", is_wajib=False, keterangan="misalnya ragam disabilitas", panjang=100),
        _info("nama", "Data"),
        _info("satuan", "Satuan"),
        _info("lalu", "Triwulan lalu"),
        _info("tahun_lalu", "Triwulan yang sama tahun lalu"),
        KolomIsian(
            "nilai",
            "Nilai",
            JenisIsian.UKURAN,
            is_wajib=False,
            keterangan="angka, predikat, atau tanggal, menurut elemennya",
            contoh="59.122",
            panjang=60,
        ),
        KolomIsian(
            "status",
            "Keadaan",
            JenisIsian.PILIHAN,
            is_wajib=False,
            keterangan="diisi bila nilainya belum ada; sertakan alasannya",
            pilihan=PILIHAN_STATUS,
            contoh="menunggu rilis",
        ),
        KolomIsian("alasan", "Alasan", is_wajib=False, keterangan="alasan atau keterangan nilai", panjang=500),
        KolomIsian("sumber", "Sumber", is_wajib=False, keterangan="dokumen dan tempatnya", panjang=500),
        KolomIsian(
            "perubahan",
            "Alasan perubahan",
            is_wajib=False,
            keterangan="wajib bila nilai yang sudah tersimpan diubah",
            panjang=500,
        ),
    ),
    ("elemen", "jenis_kelamin", "rincian"),
)
FORMULIR_PENGUKURAN = Formulir("pengukuran", "Data Triwulan", (LEMBAR_DATA,))
