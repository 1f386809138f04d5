"""Officials come and go; who held a post when is never overwritten."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from pemeran import Pemeran

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions_pejabat import (
    PejabatBaru,
    draft_pejabat,
    revise_isi_pejabat,
    revise_pejabat,
    withdraw_pejabat,
)
from akuntabel.siklus.organisasi.jabatan import find_pejabat_berlaku
from akuntabel.siklus.organisasi.models import Pejabat

KETUA = "Ketua KPU Kota Blitar"


def _ketua(pemeran: Pemeran) -> Pejabat:
    awal = PejabatBaru("ketua", "pimpinan", KETUA, "Ani", mulai=date(2019, 6, 1))
    return draft_pejabat(pemeran.kota, awal, by=pemeran.rina)


def _pengganti(**isi: object) -> PejabatBaru:
    return PejabatBaru(
        **{"kode": "ketua-2", "peran": "pimpinan", "jabatan": KETUA, "nama": "Budi", "mulai": date(2024, 6, 1)} | isi  # type: ignore[arg-type]
    )


def test_a_successor_ends_the_term_of_the_old_holder_and_changes_nothing_else(pemeran: Pemeran):
    lama = _ketua(pemeran)
    baru = revise_pejabat(lama, _pengganti(), versi=lama.versi, by=pemeran.rina, alasan="Masa jabatan berakhir")
    lama.refresh_from_db()
    assert (lama.nama, lama.mulai, lama.selesai) == ("Ani", date(2019, 6, 1), date(2024, 5, 31))
    assert (baru.nama, baru.mulai, baru.selesai) == ("Budi", date(2024, 6, 1), None)
    jejak = JejakAudit.objects.get(tindakan="pejabat.withdraw")
    assert (jejak.lama, jejak.baru) == ({"selesai": ""}, {"selesai": "2024-05-31"})
    assert jejak.alasan == "Masa jabatan berakhir"
    cari = {t: find_pejabat_berlaku(pemeran.kota, PeranPejabat.PIMPINAN, t) for t in (date(2024, 5, 31), baru.mulai)}
    assert list(cari.values()) == [lama, baru]


def test_before_the_first_holder_there_is_none(pemeran: Pemeran):
    _ketua(pemeran)
    assert find_pejabat_berlaku(pemeran.kota, PeranPejabat.PIMPINAN, date(2019, 5, 31)) is None
    assert find_pejabat_berlaku(pemeran.kota_lain, PeranPejabat.PIMPINAN, date(2020, 1, 1)) is None


def test_who_acts_for_the_holder_comes_first_on_those_days(pemeran: Pemeran):
    ketua = _ketua(pemeran)
    plh = draft_pejabat(
        pemeran.kota,
        PejabatBaru("plh", "pimpinan", KETUA, "Cici", sifat="Plh.", mulai=date(2021, 3, 1), selesai=date(2021, 3, 7)),
        by=pemeran.rina,
    )
    assert str(plh) == f"Plh. {KETUA}: Cici"
    assert find_pejabat_berlaku(pemeran.kota, PeranPejabat.PIMPINAN, date(2021, 3, 7)) == plh
    assert find_pejabat_berlaku(pemeran.kota, PeranPejabat.PIMPINAN, date(2021, 3, 8)) == ketua


def test_one_post_has_one_permanent_holder_at_a_time(pemeran: Pemeran):
    _ketua(pemeran)
    with pytest.raises(ValidationError, match="dipegang Ani sejak 01-06-2019"):
        draft_pejabat(pemeran.kota, _pengganti(), by=pemeran.rina)
    with pytest.raises(DatabaseError), transaction.atomic():
        Pejabat.objects.create(satker=pemeran.kota, kode="x", peran="pimpinan", jabatan=KETUA, mulai=date(2023, 1, 1))
    assert pemeran.kota.daftar_pejabat.count() == 1


def test_several_members_hold_the_same_post(pemeran: Pemeran):
    for kode in ("anggota-1", "anggota-2"):
        draft_pejabat(pemeran.kota, PejabatBaru(kode, "anggota", "Anggota KPU Kota Blitar", kode), by=pemeran.rina)
    assert pemeran.kota.daftar_pejabat.count() == 2


def test_a_period_cannot_be_moved_over_that_of_another(pemeran: Pemeran):
    lama = _ketua(pemeran)
    baru = revise_pejabat(lama, _pengganti(), versi=None, by=pemeran.rina, alasan="-")
    with pytest.raises(ValidationError, match="dipegang Ani"):
        revise_isi_pejabat(baru, {"mulai": date(2024, 5, 1)}, versi=None, by=pemeran.rina)
    with pytest.raises(DatabaseError), transaction.atomic():
        Pejabat.objects.filter(pk=baru.pk).update(mulai=date(2024, 5, 1))


def test_a_successor_starts_after_the_old_holder_and_holds_the_same_post(pemeran: Pemeran):
    lama = _ketua(pemeran)
    for isi, pesan in (
        ({"mulai": date(2019, 6, 1)}, "tidak dapat berakhir 31-05-2019"),
        ({"mulai": None}, "belum diisi"),
        ({"jabatan": "Sekretaris"}, "jabatan yang sama"),
    ):
        with pytest.raises(ValidationError, match=pesan):
            revise_pejabat(lama, _pengganti(**isi), versi=lama.versi, by=pemeran.rina, alasan="-")
    assert Pejabat.objects.get().selesai is None


def test_a_post_may_stay_vacant(pemeran: Pemeran):
    ketua = _ketua(pemeran)
    withdraw_pejabat(ketua, selesai=date(2022, 1, 31), versi=ketua.versi, by=pemeran.rina, alasan="Mengundurkan diri")
    assert find_pejabat_berlaku(pemeran.kota, PeranPejabat.PIMPINAN, date(2022, 2, 1)) is None


def test_of_two_who_correct_the_same_official_the_second_is_told(pemeran: Pemeran):
    ketua = _ketua(pemeran)
    versi = ketua.versi
    revise_isi_pejabat(ketua, {"nama": "Ani, S.H."}, versi=versi, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        revise_isi_pejabat(ketua, {"nama": "Ani S."}, versi=versi, by=pemeran.admin)
    assert galat.value.sekarang == {"nama": "Ani, S.H."}
    assert (galat.value.oleh, galat.value.versi) == ("Rina", versi + 1)
    ketua.refresh_from_db()
    assert ketua.nama == "Ani, S.H."


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_planner_and_admin_change_officials(pemeran: Pemeran, nama: str):
    ketua = _ketua(pemeran)
    orang = getattr(pemeran, nama)
    for tindakan in (
        lambda: draft_pejabat(pemeran.kota, _pengganti(kode="y", jabatan="Lain"), by=orang),
        lambda: revise_pejabat(ketua, _pengganti(), versi=None, by=orang, alasan="-"),
        lambda: revise_isi_pejabat(ketua, {"nama": "X"}, versi=None, by=orang),
        lambda: withdraw_pejabat(ketua, selesai=date(2025, 1, 1), versi=None, by=orang, alasan="-"),
    ):
        with pytest.raises(PermissionDenied):
            tindakan()
