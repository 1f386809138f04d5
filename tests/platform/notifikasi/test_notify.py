"""A person is told once, in the transaction of the act; what is done calls nobody any longer."""

import pytest
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.baca import TERBANYAK, count_belum_dibaca, mark_dibaca
from akuntabel.platform.notifikasi.kirim import notify, withdraw_notifikasi
from akuntabel.platform.notifikasi.models import Notifikasi

pytestmark = pytest.mark.django_db
ISI = {"jenis": "uji", "teks": "Setujui atau kembalikan.", "alamat": "/satker/1/"}


@pytest.fixture
def rina() -> Pengguna:
    return Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")


@pytest.fixture
def danu() -> Pengguna:
    return Pengguna.objects.create_pengguna("danu@contoh.go.id", "Danu")


def test_everybody_who_is_named_is_told(rina: Pengguna, danu: Pengguna):
    notify([rina, danu, rina], kunci="a", **ISI)
    assert count_belum_dibaca(rina) == count_belum_dibaca(danu) == 1


def test_the_same_is_not_said_again_until_it_was_read(rina: Pengguna):
    notify([rina], kunci="a", **ISI)
    notify([rina], kunci="a", **ISI)
    notify([rina], kunci="b", **ISI)
    assert count_belum_dibaca(rina) == 2
    mark_dibaca(rina)
    notify([rina], kunci="a", **ISI)
    assert count_belum_dibaca(rina) == 1
    assert Notifikasi.objects.count() == 3


def test_an_act_that_failed_told_nobody(rina: Pengguna):
    with transaction.atomic():
        notify([rina], kunci="a", **ISI)
        transaction.set_rollback(True)
    assert count_belum_dibaca(rina) == 0


def test_a_closed_account_is_told_nothing(rina: Pengguna):
    rina.is_active = False
    notify([rina], kunci="a", **ISI)
    assert not Notifikasi.objects.exists()


@pytest.mark.parametrize("alamat", ["https://contoh.invalid/", "//contoh.invalid/", "javascript:alert(1)", ""])
def test_a_message_leads_nowhere_but_to_this_site(rina: Pengguna, alamat: str):
    with pytest.raises(ValueError, match="address"):
        notify([rina], kunci="a", **ISI | {"alamat": alamat})


def test_what_is_too_long_is_cut_and_says_so(rina: Pengguna):
    notify([rina], kunci="a", **ISI | {"teks": "x" * 2000})
    teks = Notifikasi.objects.get().teks
    assert len(teks) == Notifikasi.PANJANG_TEKS
    assert teks.endswith("…")


def test_what_is_done_calls_nobody_but_stays_with_who_has_read_it(rina: Pengguna, danu: Pengguna):
    notify([rina, danu], kunci="a", **ISI)
    notify([rina], kunci="b", **ISI)
    mark_dibaca(danu)
    withdraw_notifikasi("a")
    assert count_belum_dibaca(rina) == 1
    assert Notifikasi.objects.filter(pengguna=danu).count() == 1


def test_reading_ones_own_leaves_those_of_others(rina: Pengguna, danu: Pengguna):
    notify([rina, danu], kunci="a", **ISI)
    mark_dibaca(danu, pk=Notifikasi.objects.get(pengguna=rina).pk)
    assert count_belum_dibaca(rina) == count_belum_dibaca(danu) == 1


def test_the_number_costs_one_query_and_ends_somewhere(rina: Pengguna, django_assert_num_queries):
    Notifikasi.objects.bulk_create(Notifikasi(pengguna=rina, kunci=str(n), **ISI) for n in range(TERBANYAK + 20))
    with django_assert_num_queries(1):
        assert count_belum_dibaca(rina) == TERBANYAK
