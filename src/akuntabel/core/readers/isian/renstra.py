"""The form of a Renstra: the plan itself, misi, tujuan, sasaran, indicators with their manual, targets, funding."""

from collections.abc import Collection, Sequence

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus
from akuntabel.core.fakta import perencanaan
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.periksa import DESIMAL_PALING_BANYAK
from akuntabel.core.readers.isian.banding import check_rujukan, merge_isian
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian, kolom_dari
from akuntabel.core.readers.isian.hasil import BarisIsian, DataIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.target import build_indikator, check_target
from akuntabel.core.regulasi import daftar_predikat

PERIODE_TERPANJANG = 10  # years; a Renstra has five
_MUTU_DATA = (
    KolomIsian("data_dasar", "Data dasar", is_wajib=False, keterangan="nilai awal sebelum rencana dimulai"),
    KolomIsian("instrumen", "Instrumen perolehan data", is_wajib=False, keterangan="formulir, survei, atau aplikasi"),
    KolomIsian("penyimpanan", "Penyimpanan data", is_wajib=False, keterangan="penatausahaan dan penyimpanan"),
    KolomIsian("kompilasi", "Kompilasi data", is_wajib=False, keterangan="kompilasi dan perangkuman"),
    KolomIsian("jadwal", "Jadwal pengumpulan", is_wajib=False, keterangan="kapan data dikumpulkan", panjang=200),
)

_RENSTRA = LembarIsian(
    "renstra",
    "Renstra",
    "Satu baris: periode, dasar hukum, dan visi.",
    (
        KolomIsian("mulai", "Tahun pertama", JenisIsian.TAHUN, contoh="2025"),
        KolomIsian("selesai", "Tahun terakhir", JenisIsian.TAHUN, contoh="2029"),
        *kolom_dari(perencanaan.Renstra, {"dasar": "Dasar hukum", "visi": "Visi", "catatan": "Catatan"}),
    ),
)
_MISI = LembarIsian(
    "misi",
    "Misi",
    "Satu baris untuk setiap misi.",
    (
        KolomIsian("nomor", "Nomor misi", JenisIsian.BULAT, contoh="1"),
        KolomIsian("misi", "Misi", contoh="Meningkatkan kualitas pelayanan"),
    ),
    ("nomor",),
)
_TUJUAN = LembarIsian(
    "tujuan",
    "Tujuan",
    "Satu baris untuk setiap tujuan.",
    (
        KolomIsian("kode", "Kode tujuan", JenisIsian.KODE, keterangan="nomor tujuan", contoh="1", panjang=40),
        KolomIsian("nama", "Tujuan", keterangan="bunyi tujuan", contoh="Meningkatkan kualitas pemilihan"),
    ),
    ("kode",),
)
_SASARAN = LembarIsian(
    "sasaran",
    "Sasaran",
    "Satu baris untuk setiap sasaran strategis.",
    (
        KolomIsian("kode", "Kode sasaran", JenisIsian.KODE, keterangan="nomor sasaran", contoh="1", panjang=40),
        KolomIsian("nama", "Sasaran", keterangan="bunyi sasaran", contoh="Meningkatnya partisipasi pemilih"),
        KolomIsian("tujuan", "Kode tujuan", JenisIsian.KODE, False, "tujuan yang dijabarkannya", (), "tujuan", "1"),
    ),
    ("kode",),
)
_INDIKATOR = LembarIsian(
    "indikator",
    "Indikator",
    "Satu baris untuk setiap indikator, dengan manualnya.",
    (
        *kolom_dari(
            perencanaan.Indikator,
            {
                "kode": "Kode indikator",
                "sasaran": "Kode sasaran",
                "nama": "Indikator",
                "definisi": "Definisi operasional",
                "satuan": "Satuan",
                "arah": "Arah",
                "rumus": "Rumus",
                "pembilang": "Pembilang",
                "penyebut": "Penyebut",
                "sumber_data": "Sumber data",
                "sumber_realisasi": "Sumber realisasi",
                "konsolidasi": "Konsolidasi",
                "agregasi": "Agregasi",
                "desimal": "Desimal",
                "predikat": "Daftar predikat",
                "pengampu": "Kode unit pengampu",
            },
            kode=("kode",),
            rujuk={"sasaran": "sasaran", "pengampu": "unit"},
            contoh={
                "kode": "1.1",
                "sasaran": "1",
                "nama": "Persentase partisipasi pemilih",
                "satuan": "%",
                "arah": "maksimasi",
                "rumus": "pengguna_hak_pilih / dpt * 100",
                "desimal": "2",
            },
            panjang={"kode": 40, "satuan": 60},
        ),
        *_MUTU_DATA,
    ),
    ("kode",),
)
_NAMA_INDIKATOR = KolomIsian("nama", "Indikator", is_wajib=False, keterangan="hanya untuk dibaca", is_info=True)
_TARGET = LembarIsian(
    "target",
    "Target",
    "Satu baris untuk setiap indikator, satu kolom untuk setiap tahun.",
    (
        KolomIsian("indikator", "Kode indikator", JenisIsian.KODE, rujuk="indikator", contoh="1.1"),
        _NAMA_INDIKATOR,
        KolomIsian("sumber", "Sumber", is_wajib=False, keterangan="dokumen asal target"),
    ),
    ("indikator",),
    KolomIsian(
        "target",
        "Target",
        JenisIsian.TARGET,
        keterangan="angka, rentang 80–90, tanggal, atau predikat, menurut arah indikator",
        contoh="77,5",
        panjang=40,
    ),
)
_PENDANAAN = LembarIsian(
    "pendanaan",
    "Pendanaan",
    "Satu baris untuk setiap program atau kegiatan, satu kolom untuk setiap tahun.",
    (
        KolomIsian(
            "kode", "Kode", JenisIsian.KODE, keterangan="kode program atau kegiatan", contoh="076.01.06", panjang=40
        ),
        KolomIsian("uraian", "Uraian", keterangan="nama program atau kegiatan", contoh="Program Penguatan Demokrasi"),
    ),
    ("kode",),
    KolomIsian("pagu", "Pagu indikatif", JenisIsian.RUPIAH, keterangan="pagu indikatif", contoh="1.250.000.000"),
)

FORMULIR_RENSTRA = Formulir("renstra", "Renstra", (_RENSTRA, _MISI, _TUJUAN, _SASARAN, _INDIKATOR, _TARGET, _PENDANAAN))


def check_renstra(hasil: HasilIsian, ada: DataIsian, daftar_unit: Collection[str]) -> None:
    """Note what no single cell shows: codes that lead nowhere, periods, formulas, targets that do not suit."""
    check_rujukan(FORMULIR_RENSTRA, hasil, ada, {"unit": daftar_unit})
    periode = _check_periode(hasil, ada)
    for lembar in (_TARGET, _PENDANAAN):
        _check_tahun(hasil, lembar, periode)
    for baris in hasil.daftar_baris.get(_INDIKATOR.nama, ()):
        _check_indikator(hasil, baris)
    semua = merge_isian(_INDIKATOR, ada.get(_INDIKATOR.nama, ()), hasil.data.get(_INDIKATOR.nama, ()))
    indikator = {i.kode: i for i in map(build_indikator, semua) if _is_terbaca(i)}
    if _TARGET.per_tahun is not None:
        check_target(hasil, _TARGET, _TARGET.per_tahun, indikator)
    _check_ada_renstra(hasil, ada)


def _is_terbaca(indikator: perencanaan.Indikator) -> bool:
    """Without its list of predicates no target of an ordinal indicator can be read; that is said elsewhere."""
    return indikator.arah is not Arah.ORDINAL or indikator.predikat in daftar_predikat()


def _check_periode(hasil: HasilIsian, ada: DataIsian) -> range | None:
    """The years of the plan, of the form or else of what is there; None where neither tells."""
    daftar: Sequence[BarisIsian] = hasil.daftar_baris.get(_RENSTRA.nama, ())
    for baris in daftar:
        periode = _periode(baris.nilai)
        if not 1 <= len(periode) <= PERIODE_TERPANJANG:
            kolom = next(k for k in _RENSTRA.daftar_kolom if k.nama == "selesai")
            hasil.add_masalah(_RENSTRA, baris, kolom, f"tahun terakhir, paling jauh {PERIODE_TERPANJANG} tahun")
            return None
    semua = [b.nilai for b in daftar] or list(ada.get(_RENSTRA.nama, ()))
    return _periode(semua[0]) if semua else None


def _periode(nilai: Nilai) -> range:
    mulai, selesai = nilai.get("mulai"), nilai.get("selesai")
    return range(mulai, selesai + 1) if isinstance(mulai, int) and isinstance(selesai, int) else range(0)


def _check_tahun(hasil: HasilIsian, lembar: LembarIsian, periode: range | None) -> None:
    if periode is None or lembar.per_tahun is None:
        return
    for baris in hasil.daftar_baris.get(lembar.nama, ()):
        if baris.nilai["tahun"] not in periode:
            harap = f"tahun {periode[0]} sampai {periode[-1]}"
            perbaikan = f"Hapus kolom {baris.nilai['tahun']}, atau betulkan periode pada lembar {_RENSTRA.judul}."
            hasil.add_masalah(lembar, baris, lembar.per_tahun, harap, perbaikan)


def _check_indikator(hasil: HasilIsian, baris: BarisIsian) -> None:
    kolom = {k.nama: k for k in _INDIKATOR.daftar_kolom}
    nilai = baris.nilai
    desimal, predikat, is_ordinal = nilai["desimal"], nilai["predikat"], nilai["arah"] == Arah.ORDINAL
    if not isinstance(desimal, int) or not 0 <= desimal <= DESIMAL_PALING_BANYAK:
        hasil.add_masalah(_INDIKATOR, baris, kolom["desimal"], f"0 sampai {DESIMAL_PALING_BANYAK}")
    if is_ordinal and predikat not in daftar_predikat():
        harap = "nama daftar predikat: " + ", ".join(daftar_predikat())
        hasil.add_masalah(_INDIKATOR, baris, kolom["predikat"], harap, "Arah ordinal memerlukannya.")
    elif not is_ordinal and predikat is not None:
        hasil.add_masalah(_INDIKATOR, baris, kolom["predikat"], "kosong", "Hanya arah ordinal yang memakainya.")
    if nilai["arah"] not in (Arah.ORDINAL, Arah.TENGGAT):  # there the fact itself is the realisasi
        try:
            parse_rumus(str(nilai["rumus"]))
        except RumusTidakSah as galat:
            hasil.add_masalah(_INDIKATOR, baris, kolom["rumus"], "rumus yang sah", str(galat))


def _check_ada_renstra(hasil: HasilIsian, ada: DataIsian) -> None:
    """Targets without a plan that they belong to."""
    if hasil.masalah or ada.get(_RENSTRA.nama) or hasil.daftar_baris.get(_RENSTRA.nama):
        return
    perbaikan = "Isi lembar itu; periode ini belum mempunyai Renstra."
    hasil.masalah.append(Masalah(f"Lembar {_RENSTRA.judul}", 0, "", "tidak diisi", "periode Renstra", perbaikan))
