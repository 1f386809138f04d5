"""Counts of voters: added, replaced with a reason, never changed, never a person."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import withdraw_daftar_pemilih, write_daftar_pemilih
from akuntabel.siklus.kepemiluan.models import DaftarPemilih

L, P = JenisKelamin
DPT, PINDAH, KTP = KategoriPemilih
BA = "Berita acara rekapitulasi 17 Desember 2020"


def sel(kategori=DPT, kelamin=L, pemilih=100, pengguna=80, **lain) -> SelPemilih:
    return SelPemilih(kategori, kelamin, pemilih, pengguna, **lain)


def terkini() -> list[tuple[object, ...]]:
    daftar = DaftarPemilih.objects.terkini().order_by("pk")
    return list(daftar.values_list("kecamatan", "jenis_kelamin", "pemilih", "pengguna"))


def test_counts_are_stored_with_their_source_and_trail(pemeran, pilkada):
    daftar = [sel(kecamatan="Sukorejo"), sel(kelamin=P, kecamatan="Sukorejo", pemilih=110, pengguna=None)]
    assert len(write_daftar_pemilih(pemeran.kota, pilkada, daftar, sumber=BA, by=pemeran.danu)) == 2
    assert terkini() == [("Sukorejo", "L", 100, 80), ("Sukorejo", "P", 110, None)]
    jejak = JejakAudit.objects.get(tindakan="daftar_pemilih.write")
    assert jejak.pelaku == pemeran.danu
    assert jejak.baru["jumlah_baris"] == 2


def test_the_same_count_again_adds_nothing_and_a_new_one_needs_a_reason(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    assert write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu) == []
    with pytest.raises(ValidationError, match="tulis alasannya"):
        write_daftar_pemilih(pemeran.kota, pilkada, [sel(pengguna=81)], sumber=BA, by=pemeran.danu)
    write_daftar_pemilih(pemeran.kota, pilkada, [sel(pengguna=81)], sumber=BA, alasan="ralat", by=pemeran.danu)
    assert terkini() == [("", "L", 100, 81)]
    assert DaftarPemilih.objects.count() == 2


def test_an_area_keeps_the_spelling_it_has(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, [sel(kecamatan="Sukorejo")], sumber=BA, by=pemeran.danu)
    write_daftar_pemilih(
        pemeran.kota, pilkada, [sel(kecamatan="SUKOREJO ", pengguna=90)], sumber=BA, alasan="ralat", by=pemeran.danu
    )
    assert terkini() == [("Sukorejo", "L", 100, 90)]


@pytest.mark.parametrize(
    ("salah", "pesan"),
    [
        (sel(kecamatan="3572011508900001"), "NIK"),
        (sel(kelurahan="Karangtengah"), "kecamatan kosong"),
        (sel(pemilih=-1, pengguna=None), "tertulis -1"),
        (sel(pemilih=3572011508900001, pengguna=None), "sangat panjang"),
        (sel(pengguna=101), "lebih banyak daripada pemilih"),
        (sel(pemilih=None, pengguna=None), "kosong"),
        (sel(kecamatan="x" * 101), "paling banyak 100 huruf"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_stored(pemeran, pilkada, salah: SelPemilih, pesan: str):
    with pytest.raises(ValidationError, match=pesan) as galat:
        write_daftar_pemilih(
            pemeran.kota, pilkada, [sel(kelamin=P, kecamatan="Kepanjenkidul"), salah], sumber=BA, by=pemeran.danu
        )
    assert "3572011508900001" not in str(galat.value)
    assert not DaftarPemilih.objects.exists()


def test_all_mistakes_come_at_once(pemeran, pilkada):
    daftar = [sel(pengguna=101), sel(kelamin=P, pemilih=-5, pengguna=None), sel(), sel(PINDAH, pemilih=1, pengguna=1)]
    with pytest.raises(ValidationError) as galat:
        write_daftar_pemilih(pemeran.kota, pilkada, daftar, sumber=" ", by=pemeran.danu)
    assert len(galat.value.messages) == 4


def test_parts_beside_their_whole_are_refused(pemeran, pilkada):
    daftar = [sel(), sel(kecamatan="Sukorejo", pemilih=50, pengguna=40)]
    with pytest.raises(ValidationError, match="sudah termasuk dalam"):
        write_daftar_pemilih(pemeran.kota, pilkada, daftar, sumber=BA, by=pemeran.danu)
    jenis = [
        sel(),
        sel(disabilitas=Disabilitas.PENYANDANG, pemilih=5, pengguna=3),
        sel(disabilitas=Disabilitas.FISIK, pemilih=2, pengguna=1),
    ]
    with pytest.raises(ValidationError, match="sudah termasuk dalam"):
        write_daftar_pemilih(pemeran.kota, pilkada, jenis, sumber=BA, by=pemeran.danu)


def test_more_disabled_voters_than_voters_are_refused(pemeran, pilkada):
    daftar = [
        sel(kecamatan="Sukorejo", pemilih=4, pengguna=4),
        sel(kecamatan="Sananwetan"),
        sel(kecamatan="Sukorejo", disabilitas=Disabilitas.FISIK, pemilih=3, pengguna=3),
        sel(kecamatan="Sukorejo", disabilitas=Disabilitas.NETRA, pemilih=3, pengguna=1),
    ]
    with pytest.raises(ValidationError, match="pemilih penyandang disabilitas 6"):
        write_daftar_pemilih(pemeran.kota, pilkada, daftar, sumber=BA, by=pemeran.danu)
    write_daftar_pemilih(pemeran.kota, pilkada, daftar[:3], sumber=BA, by=pemeran.danu)
    with pytest.raises(ValidationError, match="lebih banyak daripada seluruh pemilih"):
        write_daftar_pemilih(pemeran.kota, pilkada, daftar[3:], sumber=BA, by=pemeran.danu)


def test_counts_of_the_whole_make_way_for_its_parts_only_when_asked_to(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    rinci = [sel(kecamatan="Sukorejo", pemilih=60, pengguna=50), sel(kecamatan="Sananwetan", pemilih=40, pengguna=30)]
    with pytest.raises(ValidationError, match="beririsan"):
        write_daftar_pemilih(pemeran.kota, pilkada, rinci, sumber=BA, alasan="rincian", by=pemeran.danu)
    write_daftar_pemilih(pemeran.kota, pilkada, rinci, sumber=BA, alasan="rincian", by=pemeran.danu, is_gantikan=True)
    assert terkini() == [("Sukorejo", "L", 60, 50), ("Sananwetan", "L", 40, 30)]
    write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, alasan="ralat", by=pemeran.danu, is_gantikan=True)
    assert terkini() == [("", "L", 100, 80)]


def test_a_count_is_taken_back_and_may_come_again(pemeran, pilkada):
    (baris,) = write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    with pytest.raises(ValidationError, match="alasan"):
        withdraw_daftar_pemilih(pemeran.kota, pilkada, [baris], alasan=" ", by=pemeran.danu)
    assert withdraw_daftar_pemilih(pemeran.kota, pilkada, [baris], alasan="salah unggah", by=pemeran.danu) == 1
    assert terkini() == []
    with pytest.raises(ValidationError, match="Muat ulang"):
        withdraw_daftar_pemilih(pemeran.kota, pilkada, [baris], alasan="sekali lagi", by=pemeran.danu)
    write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    assert terkini() == [("", "L", 100, 80)]


def test_only_planner_and_keeper_of_data_of_the_office_write(pemeran, pilkada):
    for orang in (pemeran.bu_ketua, pemeran.sari, pemeran.tono, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=orang)
    write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.rina)
    assert DaftarPemilih.objects.visible_to(pemeran.sari).count() == 1
    assert not DaftarPemilih.objects.visible_to(pemeran.tono).exists()


JALAN_PINTAS: dict[str, Callable[[DaftarPemilih], object]] = {
    "ubah": lambda b: DaftarPemilih.objects.update(pemilih=1),
    "hapus": lambda b: DaftarPemilih.objects.all().delete(),
    "kembar": lambda b: _salin(b).save(),
    "sel lain": lambda b: _salin(b, menggantikan_id=b.pk, jenis_kelamin="P").save(),
    "dua pengganti": lambda b: [_salin(b, menggantikan_id=b.pk).save() for _ in range(2)],
    "kosong": lambda b: _salin(b, menggantikan_id=b.pk, pemilih=None, pengguna=None).save(),
    "lebih": lambda b: _salin(b, menggantikan_id=b.pk, pengguna=101).save(),
}


def _salin(baris: DaftarPemilih, **lain: object) -> DaftarPemilih:
    isi = {f.attname: getattr(baris, f.attname) for f in DaftarPemilih._meta.concrete_fields if f.name != "id"}
    return DaftarPemilih(**(isi | lain))


@pytest.mark.parametrize("cara", JALAN_PINTAS)
def test_the_database_keeps_what_was_written(pemeran, pilkada, cara: str):
    (baris,) = write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    with pytest.raises(DatabaseError), transaction.atomic():
        JALAN_PINTAS[cara](baris)
    assert list(DaftarPemilih.objects.values_list("jenis_kelamin", "pemilih")) == [("L", 100)]


def test_replace_of_sqlite_deletes_nothing(pemeran, pilkada):
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    (baris,) = write_daftar_pemilih(pemeran.kota, pilkada, [sel()], sumber=BA, by=pemeran.danu)
    salin = "REPLACE INTO kepemiluan_daftarpemilih SELECT * FROM kepemiluan_daftarpemilih WHERE id = %s"
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), connection.cursor() as kursor:
        kursor.execute(salin, [baris.pk])
