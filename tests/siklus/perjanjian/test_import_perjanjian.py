"""An agreement made on paper is recorded as it was: frozen, to the letter, with what nobody knows left open."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from akuntabel.siklus.perjanjian.actions_impor import PerjanjianImpor, import_perjanjian
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.isi import is_utuh
from akuntabel.siklus.perjanjian.models import PerjanjianTarget


def _impor(rencana, **isian) -> PerjanjianImpor:
    isi = {
        "kode": "pk-2020",
        "tahun": 2020,
        "revisi": 0,
        "pihak_pertama": rencana.ketua,
        "pihak_kedua": rencana.atasan,
        "tanggal": None,
        "alasan": "",
        "sumber": "Laporan Kinerja 2020, Tabel 2.1",
        "daftar_target": [(rencana.daftar_pemilih, "10.00"), (rencana.partisipasi, "77")],
    }
    return PerjanjianImpor(**isi | isian)


def test_order_and_letters_stay_and_an_unknown_day_stays_unknown(pemeran, rencana):
    perjanjian = import_perjanjian(pemeran.kota, _impor(rencana), by=None)
    assert list(perjanjian.daftar_target.values_list("indikator__kode", "target")) == [("1.2", "10.00"), ("1.1", "77")]
    assert (perjanjian.is_beku, perjanjian.tanggal_penandatanganan) == (True, None)
    assert is_utuh(perjanjian)
    assert find_perjanjian_berlaku(pemeran.kota, 2020) == perjanjian


def test_it_is_frozen_like_any_other(pemeran, rencana):
    import_perjanjian(pemeran.kota, _impor(rencana), by=None)
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), transaction.atomic():
        PerjanjianTarget.objects.update(target="1")


def test_a_revision_keeps_its_reason_in_its_own_words(pemeran, rencana):
    awal = import_perjanjian(pemeran.kota, _impor(rencana), by=None)
    revisi = import_perjanjian(
        pemeran.kota,
        _impor(rencana, kode="pk-2020-r1", revisi=1, alasan="Refocusing anggaran", tanggal=date(2020, 7, 1)),
        by=pemeran.rina,
    )
    assert (revisi.sebelumnya, revisi.alasan_revisi, revisi.uraian_revisi) == (awal, "", "Refocusing anggaran")
    assert find_perjanjian_berlaku(pemeran.kota, 2020) == revisi
    assert find_perjanjian_berlaku(pemeran.kota, 2020, date(2020, 6, 1)) == awal


def test_only_the_planner_imports(pemeran, rencana):
    with pytest.raises(PermissionDenied):
        import_perjanjian(pemeran.kota, _impor(rencana), by=pemeran.tono)
