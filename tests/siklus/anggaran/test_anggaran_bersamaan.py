"""Two people at once, on a database with many writers: one version is taken, one entry booked, nothing half done."""

import pytest
from anggaran_contoh import KATALOG, load_versi
from django.db import connection
from pemeran import Pemeran, build_pemeran
from serentak import run_serentak

from akuntabel.siklus.anggaran.actions_revisi import IsianRevisi, adopt_revisi, draft_revisi, submit_revisi
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.models import BarisAnggaran, PosAnggaran, RevisiDipa, VersiAnggaran
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode
from akuntabel.siklus.perencanaan.models import Pagu

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def orang(transactional_db: None) -> Pemeran:
    """The cast and the catalogue, committed."""
    pemeran = build_pemeran()
    import_kode(pemeran.pusat, 2026, KATALOG, by=None)
    return pemeran


def test_of_two_versions_that_were_compared_with_the_same_one_is_taken(orang):
    pertama, kedua = (load_versi(orang.kota, 2026) for _ in range(2))
    hasil = run_serentak(
        lambda: adopt_versi(pertama, by=orang.rina, terhadap=0), lambda: adopt_versi(kedua, by=orang.danu, terhadap=0)
    )
    assert sorted(hasil) == ["", "SudahBerubahError"]
    (diambil,) = VersiAnggaran.objects.filter(status="diambil")
    assert (diambil.nomor, set(PosAnggaran.objects.values_list("versi", flat=True))) == (1, {diambil.pk})
    assert Pagu.objects.count() == 3


def test_of_two_who_draft_the_next_entry_one_does(orang):
    isian = IsianRevisi("awal", "DIPA awal", 1)
    hasil = run_serentak(*[lambda: draft_revisi(orang.kota, 2026, isian, by=orang.rina)] * 2)
    assert sorted(hasil) == ["", "ValidationError"]
    assert RevisiDipa.objects.count() == 1


def test_of_two_who_book_an_entry_one_does(orang):
    revisi = draft_revisi(orang.kota, 2026, IsianRevisi("awal", "DIPA awal", 1), by=orang.rina)
    submit_revisi(revisi, by=orang.rina)
    salinan = [RevisiDipa.objects.get(pk=revisi.pk) for _ in range(2)]
    hasil = run_serentak(*[lambda r=r: adopt_revisi(r, by=orang.bu_ketua) for r in salinan])
    assert sorted(hasil) == ["", "SudahBerubahError"]


def test_a_line_that_is_being_loaded_while_a_version_is_taken_never_slips_into_it(orang):
    versi = load_versi(orang.kota, 2026)
    baris = BarisAnggaran(
        versi=versi, urut=999, kode="6709.QGE.9", tingkat="akun", sumber_dana="RM", pagu=1, is_daun=True
    )
    run_serentak(baris.save, lambda: adopt_versi(versi, by=orang.rina, terhadap=0))
    versi.refresh_from_db()
    if versi.status == "diambil":
        assert versi.daftar_baris.filter(is_daun=True).count() == versi.jumlah_baris
