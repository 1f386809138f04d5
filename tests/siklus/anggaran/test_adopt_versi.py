"""A version that was looked at becomes the budget that holds: once, whole, and for everybody who reads it."""

from datetime import date

import pytest
from anggaran_contoh import BARIS, T
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from akuntabel.core.calc.anggaran import BarisAnggaran as BarisHitung
from akuntabel.core.fakta.anggaran import KodeAnggaran
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_versi import adopt_versi, return_versi
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import BarisAnggaran, PosAnggaran, RealisasiBulanan, VersiAnggaran
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.models import KodeReferensi


def _pagu(satker) -> dict[tuple[str, str], int]:
    return {(p.kode, p.sumber_dana): p.pagu for p in daftar_pagu_berlaku(satker, 2026)}


def _baris(satker) -> dict[tuple[str, str], BarisHitung]:
    return {(b.kode.kode, b.baris.sumber_dana): b.baris for b in compute_anggaran_tahun(satker, 2026).baris}


def test_the_budget_is_added_up_from_its_leaves_on_every_level(katalog, berlaku):
    baris = _baris(katalog.kota)
    assert {k: (b.pagu, b.realisasi, b.sisa) for k, b in baris.items()} == {
        ("076.01.CQ", "RM"): (900, 450, 450),
        ("076.01.CQ", "HLD"): (100, 0, 100),
        ("6709", "RM"): (700, 300, 400),
        ("6709.QGE", "RM"): (700, 300, 400),
        ("6710", "RM"): (200, 150, 50),
        ("6710", "HLD"): (100, 0, 100),
        ("6710.EBA", "RM"): (200, 150, 50),
        ("6710.EBA", "HLD"): (100, 0, 100),
    }
    total = compute_anggaran_tahun(katalog.kota, 2026).total
    assert (total.semua.pagu, total.semua.realisasi) == (1000, 450)


def test_taking_a_version_feeds_the_pagu_that_the_agreement_is_held_against(katalog, berlaku):
    assert _pagu(katalog.kota) == {("6709.QGE", "RM"): 700, ("6710.EBA", "RM"): 200, ("6710.EBA", "HLD"): 100}
    (jejak,) = JejakAudit.objects.filter(tindakan="versi_anggaran.adopt")
    assert (jejak.pelaku, jejak.baru["nomor"], jejak.baru["pagu"]) == (katalog.rina, 1, 1000)


def test_the_next_version_changes_only_what_changed_and_what_is_gone_holds_nothing(katalog, berlaku, muat):
    lebih = [b if b[0] != "6709.QGE.001.521211" else (*b[:5], 800, 200, 0) for b in BARIS if b[3] != "HLD"]
    adopt_versi(muat(lebih), by=katalog.danu, terhadap=1)
    assert _pagu(katalog.kota) == {("6709.QGE", "RM"): 1000, ("6710.EBA", "RM"): 200, ("6710.EBA", "HLD"): 0}
    assert daftar_pagu_berlaku(katalog.kota, 2026).model.objects.filter(satker=katalog.kota).count() == 5


def test_a_line_that_was_to_begin_later_does_not_go_on_holding(katalog, muat):
    lama = [IsianPagu("6709.QGE", "RM", 1)]
    write_pagu(katalog.kota, 2026, lama, sejak=date(2026, 12, 31), sumber="DIPA", by=katalog.rina)
    adopt_versi(muat(), by=katalog.rina, terhadap=0)
    assert _pagu(katalog.kota)["6709.QGE", "RM"] == 700


def test_codes_that_the_catalogue_lacks_come_from_the_file_down_to_the_output(pemeran, katalog, muat):
    baru = [("6711", "076.01.CQ", T.KEGIATAN, "", "", 5, 0, 0), ("6711.EBB", "6711", T.OUTPUT, "", "", 5, 0, 0)]
    daun = ("6711.EBB.001", "6711.EBB", T.SUBOUTPUT, "RM", "", 5, 0, 0)
    adopt_versi(muat([*BARIS, *baru, daun]), by=pemeran.rina, terhadap=0)
    sendiri = KodeReferensi.objects.filter(satker=pemeran.kota)
    assert set(sendiri.values_list("kode", "induk")) == {("076.01.CQ", ""), ("6711", "076.01.CQ"), ("6711.EBB", "6711")}
    assert _pagu(pemeran.kota)["6711.EBB", "RM"] == 5
    assert daftar_kode_berlaku(pemeran.kota, 2026)["6711.EBB"].uraian == "uraian 6711.EBB"


KODE_BARU = [("6711", "076.01.CQ", T.KEGIATAN, "RM", "", 5, 0, 0)]


def _hapus_nama() -> None:
    BarisAnggaran.objects.update(uraian="")


def test_a_code_that_no_source_names_says_so_and_takes_the_name_that_comes_later(katalog, muat):
    tanpa_nama = muat([*BARIS, *KODE_BARU])
    _hapus_nama()
    adopt_versi(tanpa_nama, by=katalog.rina, terhadap=0)
    baris = {b.kode.kode: b.kode for b in compute_anggaran_tahun(katalog.kota, 2026).baris}
    assert baris["6711"].nama == "(tanpa nama dalam referensi)"
    assert baris["6710"].nama == "Logistik"
    bawah = ("6711.EBB", "6711", T.OUTPUT, "RM", "", 5, 0, 0)
    adopt_versi(muat([*BARIS, ("6711", "076.01.CQ", T.KEGIATAN, "", "", 5, 0, 0), bawah]), by=katalog.danu, terhadap=1)
    assert KodeReferensi.objects.get(kode="6711").uraian == "uraian 6711"


def test_a_code_without_a_name_takes_it_from_the_nearest_year_of_the_catalogue(katalog, muat):
    for tahun, satker in ((2021, katalog.kota), (2025, katalog.pusat)):
        daftar = [KodeAnggaran("6711", T.KEGIATAN, f"Sengketa {tahun}")]
        import_kode(satker, tahun, daftar, by=None)
    versi = muat([*BARIS, *KODE_BARU])
    _hapus_nama()
    adopt_versi(versi, by=katalog.rina, terhadap=0)
    assert KodeReferensi.objects.get(kode="6711", tahun=2026).uraian == "Sengketa 2025"


def test_a_code_without_a_name_takes_it_from_an_earlier_file(katalog, muat):
    muat(
        [*BARIS, ("6711", "076.01.CQ", T.KEGIATAN, "", "", 5, 0, 0), ("6711.EBB", "6711", T.OUTPUT, "RM", "", 5, 0, 0)]
    )
    versi = muat([*BARIS, *KODE_BARU])
    BarisAnggaran.objects.filter(versi=versi).update(uraian="")
    adopt_versi(versi, by=katalog.rina, terhadap=0)
    assert KodeReferensi.objects.get(kode="6711").uraian == "uraian 6711"


def test_money_on_a_code_that_has_codes_below_it_is_refused(pemeran, muat):
    kasar = [("6709", "076.01.CQ", T.KEGIATAN, "RM", "", 5, 0, 0)]
    with pytest.raises(ValidationError, match=r"Kode 6709 memuat anggaran"):
        adopt_versi(muat(kasar, is_berpohon=False), by=pemeran.rina, terhadap=0)


def test_the_month_of_the_file_is_kept_by_code_and_kind_of_spending(katalog, muat):
    adopt_versi(muat(bulan=3), by=katalog.danu, terhadap=0)
    isi = RealisasiBulanan.objects.values_list("bulan", "kode", "sumber_dana", "jenis_belanja", "jumlah")
    assert set(isi) == {
        (3, "6709.QGE", "RM", "52", 50),
        (3, "6709.QGE", "RM", "53", 50),
        (3, "6710.EBA", "RM", "51", 50),
        (3, "6710.EBA", "HLD", "52", 0),
    }


def test_a_file_without_realisasi_leaves_what_is_known(katalog, berlaku, muat):
    pok = [(*b[:5], b[5] + 1, None, None) for b in BARIS]
    adopt_versi(muat(pok, jenis="pok"), by=katalog.rina, terhadap=1)
    total = compute_anggaran_tahun(katalog.kota, 2026).total.semua
    assert (total.pagu, total.realisasi) == (1004, 450)


def test_a_version_that_was_overtaken_is_not_taken(katalog, berlaku, muat):
    terlambat = muat()
    adopt_versi(muat(), by=katalog.danu, terhadap=1)
    with pytest.raises(SudahBerubahError) as galat:
        adopt_versi(terlambat, by=katalog.rina, terhadap=1)
    assert (galat.value.versi, galat.value.oleh) == (2, str(katalog.danu))
    terlambat.refresh_from_db()
    assert terlambat.status == "pratinjau"
    adopt_versi(terlambat, by=katalog.rina, terhadap=2)
    assert find_versi_berlaku(katalog.kota, 2026) == terlambat


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"jumlah_baris": 5}, "tersimpan 4 baris"),
        ({"total_pagu": 999}, "berjumlah Rp1.000, diharapkan 4 baris berjumlah Rp999"),
        ({"total_realisasi": 1}, "realisasi yang tersimpan Rp450"),
    ],
)
def test_a_version_that_was_loaded_half_way_is_never_taken(katalog, muat, isi, pesan):
    with pytest.raises(ValidationError, match=pesan):
        adopt_versi(muat(**isi), by=katalog.rina, terhadap=0)
    assert find_versi_berlaku(katalog.kota, 2026) is None
    assert not PosAnggaran.objects.exists()
    assert _pagu(katalog.kota) == {}


def test_lines_without_a_source_of_funds_are_refused(katalog, muat):
    with pytest.raises(ValidationError, match="1 baris rincian tanpa sumber dana"):
        adopt_versi(muat([("6709.QGE.001", "6709.QGE", T.SUBOUTPUT, "", "", 5, 0, 0)]), by=katalog.rina, terhadap=0)


def test_only_who_keeps_the_budget_takes_a_version(katalog, muat):
    versi = muat()
    for orang in (katalog.bu_ketua, katalog.sari, katalog.tono):
        with pytest.raises(PermissionDenied):
            adopt_versi(versi, by=orang, terhadap=0)
        with pytest.raises(PermissionDenied):
            return_versi(versi, by=orang)


def test_a_version_that_is_put_aside_leaves_everything_as_it_was(katalog, berlaku, muat):
    versi = muat()
    return_versi(versi, by=katalog.danu, alasan="berkas bulan lalu")
    assert find_versi_berlaku(katalog.kota, 2026) == berlaku
    assert JejakAudit.objects.get(tindakan="versi_anggaran.return").alasan == "berkas bulan lalu"
    with pytest.raises(ValidationError, match="sudah"):
        return_versi(versi, by=katalog.danu)
    with pytest.raises(ValidationError, match="sudah ditolak"):
        adopt_versi(versi, by=katalog.rina, terhadap=1)


CARA = {
    "ubah versi": lambda: VersiAnggaran.objects.update(total_pagu=1),
    "hapus versi": lambda: VersiAnggaran.objects.all().delete(),
    "ubah baris": lambda: BarisAnggaran.objects.update(pagu=1),
    "hapus baris": lambda: BarisAnggaran.objects.filter(is_daun=True)._raw_delete("default"),
    "ubah pos": lambda: PosAnggaran.objects.update(realisasi=1),
    "hapus pos": lambda: PosAnggaran.objects.all().delete(),
    "tambah baris": lambda: BarisAnggaran.objects.create(
        versi=VersiAnggaran.objects.get(), urut=999, kode="X", tingkat="akun", pagu=1, is_daun=True
    ),
    "tambah banyak": lambda: BarisAnggaran.objects.bulk_create(
        [BarisAnggaran(versi=VersiAnggaran.objects.get(), urut=999, kode="X", tingkat="akun", pagu=1, is_daun=True)]
    ),
}


@pytest.mark.parametrize("cara", CARA)
def test_no_way_changes_a_version_that_was_taken(berlaku, cara):
    sebelum = [list(m.objects.order_by("pk").values_list()) for m in (VersiAnggaran, BarisAnggaran, PosAnggaran)]
    with pytest.raises(DatabaseError, match="sudah diambil tidak dapat diubah"), transaction.atomic():
        CARA[cara]()
    assert sebelum == [
        list(m.objects.order_by("pk").values_list()) for m in (VersiAnggaran, BarisAnggaran, PosAnggaran)
    ]


def test_nothing_is_born_taken(katalog):
    with pytest.raises(DatabaseError, match="sudah diambil"), transaction.atomic():
        VersiAnggaran.objects.create(
            satker=katalog.kota, tahun=2026, jenis="csv", status="diambil", nomor=1, diambil_pada="2026-01-01T00:00Z"
        )


def test_an_office_without_a_version_shows_the_pagu_its_planner_wrote(katalog):
    isi = [IsianPagu("6709.QGE", "RM", 7), IsianPagu("6710.EBA", "RM", 0)]
    write_pagu(katalog.kota, 2026, isi, sejak=date(2026, 1, 2), sumber="DIPA", by=katalog.rina)
    total = compute_anggaran_tahun(katalog.kota, 2026).total.semua
    assert (total.pagu, total.realisasi, total.sisa) == (7, None, None)
