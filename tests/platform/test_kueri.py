"""A query that is written once gives what the queryset gives, and refuses values that do not reach it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.kueri import BarisTetap, KueriTetap, insert_baris
from akuntabel.siklus.organisasi.models import Penugasan, Satker

pytestmark = pytest.mark.django_db


@pytest.fixture
def pemeran() -> Pemeran:
    return build_pemeran()


def test_it_gives_the_objects_of_the_queryset_for_any_values(pemeran: Pemeran):
    def susun(induk: int, jenis: str):  # the queryset that both use
        return Satker.objects.filter(induk=induk, jenis=jenis).order_by("-kode")

    kueri = KueriTetap(susun, 1, "pusat")
    for induk in (pemeran.pusat, pemeran.provinsi, pemeran.kota):
        for jenis in ("provinsi", "kota"):
            diharapkan = list(susun(induk.pk, jenis).values())
            assert [{k: v for k, v in vars(s).items() if k != "_state"} for s in kueri(induk.pk, jenis)] == diharapkan
    assert kueri.first(pemeran.kota.pk, "kota") is None


def test_what_it_gives_can_be_changed_and_saved(pemeran: Pemeran):
    satker = KueriTetap(lambda kode: Satker.objects.filter(kode=kode), "0").first(pemeran.kota.kode)
    assert satker is not None
    satker.alamat = "Jalan Baru 1"
    satker.save()
    pemeran.kota.refresh_from_db()
    assert pemeran.kota.alamat == "Jalan Baru 1"


def test_annotations_dates_and_fields_left_out_come_as_in_the_queryset(pemeran: Pemeran):
    Penugasan.objects.filter(pengguna=pemeran.rina).update(mulai=date(2026, 1, 5))
    kueri = KueriTetap(
        lambda hari: Penugasan.objects.filter(mulai__lte=hari).annotate(nama=F("pengguna__nama")).only("mulai"),
        date(2020, 1, 1),
    )
    (penugasan,) = kueri(date(2026, 1, 5))
    assert (penugasan.nama, penugasan.mulai) == ("Rina", date(2026, 1, 5))
    assert penugasan.get_deferred_fields() >= {"peran", "selesai"}
    assert penugasan.peran == "perencana"
    assert kueri(date(2026, 1, 4)) == []


def test_bare_rows_are_in_the_order_of_the_columns(pemeran: Pemeran):
    kueri = KueriTetap(lambda induk: Satker.objects.filter(induk=induk).only("kode", "nama").order_by("kode"), 1)
    assert kueri.rows(pemeran.provinsi.pk) == [(pemeran.kota.pk, pemeran.kota.kode, pemeran.kota.nama)]


def test_a_row_that_is_inserted_reads_back_as_it_was_built(pemeran: Pemeran):
    jejak = JejakAudit(
        pelaku=pemeran.rina,
        tindakan="uji.draft",
        objek="uji",
        objek_id="1",
        lama={},
        baru={"nilai": "1,5", "daftar": [1]},
    )
    insert_baris(jejak)
    tersimpan = JejakAudit.objects.get(pk=jejak.pk)
    assert (tersimpan.pelaku, tersimpan.baru, tersimpan.waktu) == (jejak.pelaku, jejak.baru, jejak.waktu)
    assert not jejak._state.adding


@pytest.mark.parametrize(
    "susun",
    [
        lambda tahun: Penugasan.objects.filter(mulai__year__lte=tahun),
        lambda tahun: Satker.objects.filter(wilayah__startswith=tahun),
        lambda tahun: Satker.objects.all(),
    ],
    ids=["year of a date", "beginning of a text", "not used"],
)
def test_a_value_that_does_not_reach_the_query_as_it_is_is_refused(susun):
    with pytest.raises(ValueError, match="do not reach the query"):
        KueriTetap(susun, 2020)(2021)


def test_rows_take_columns_of_related_tables_along(pemeran: Pemeran):
    kueri = BarisTetap(
        lambda induk: Satker.objects.filter(induk=induk).order_by("kode").values_list("induk__nama", "kode"), 1
    )
    assert kueri(pemeran.provinsi.pk) == [(pemeran.provinsi.nama, pemeran.kota.kode)]
    assert kueri(pemeran.kota.pk) == []


def test_rows_come_in_the_types_of_python(pemeran: Pemeran):
    Penugasan.objects.filter(pengguna=pemeran.rina).update(mulai=date(2026, 1, 5))
    kueri = BarisTetap(
        lambda p: Penugasan.objects.filter(pengguna=p).values_list("mulai", "peran", "satker__is_aktif"), 1
    )
    assert kueri(pemeran.rina.pk) == [(date(2026, 1, 5), "perencana", True)]


def test_who_listens_to_the_queries_of_a_connection_hears_of_it(pemeran: Pemeran):
    kueri = KueriTetap(lambda kode: Satker.objects.filter(kode=kode), "0")
    with CaptureQueriesContext(connection) as terdengar:
        kueri(pemeran.kota.kode)
    assert [pemeran.kota.kode in q["sql"] for q in terdengar] == [True]


def test_after_a_failure_nothing_more_is_asked_in_the_transaction(pemeran: Pemeran):
    kueri = KueriTetap(lambda kode: Satker.objects.filter(kode=kode), "0")
    with transaction.atomic():
        connection.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            kueri(pemeran.kota.kode)


def test_what_the_driver_refuses_is_an_error_of_django(pemeran: Pemeran):
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_baris(Satker(kode=pemeran.kota.kode, nama="Sama", jenis="kota", path="/9/"))
