"""What is signed stays as it was signed: no way around it, on either database."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from akuntabel.siklus.perjanjian.actions import compute_sidik, revise_perjanjian, set_target, sign_perjanjian
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, PerjanjianTarget

TANGGAL = date(2026, 1, 15)


def _mentah(perintah: str) -> Callable[[], object]:
    def jalankan() -> None:
        with connection.cursor() as kursor:
            kursor.execute(perintah)

    return jalankan


JALAN_PINTAS: dict[str, Callable[[], object]] = {
    "ubah target": lambda: PerjanjianTarget.objects.update(target="1"),
    "hapus target": lambda: PerjanjianTarget.objects.all().delete(),
    "ubah status": lambda: PerjanjianKinerja.objects.update(status="disusun"),
    "hapus": lambda: PerjanjianKinerja.objects.all().delete(),
    "SQL target": _mentah("UPDATE perjanjian_perjanjiantarget SET target = '1'"),
    "SQL status": _mentah("UPDATE perjanjian_perjanjiankinerja SET status = 'disusun'"),
    "SQL hapus": _mentah("DELETE FROM perjanjian_perjanjiantarget"),
}


@pytest.fixture
def tertanda(pemeran, disetujui: PerjanjianKinerja) -> PerjanjianKinerja:
    """Signed by Bu Ketua."""
    sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    return disetujui


def test_signing_keeps_the_hash_of_what_was_signed(tertanda):
    assert (tertanda.status, tertanda.tanggal_penandatanganan) == ("ditandatangani", TANGGAL)
    assert tertanda.sidik == compute_sidik(tertanda, TANGGAL)


@pytest.mark.parametrize("cara", JALAN_PINTAS)
def test_no_way_changes_what_was_signed(tertanda, cara: str):
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), transaction.atomic():
        JALAN_PINTAS[cara]()
    tertanda.refresh_from_db()
    assert tertanda.sidik == compute_sidik(tertanda, TANGGAL)


def test_a_target_cannot_be_added_to_what_was_signed(tertanda, rencana):
    baris = tertanda.daftar_target.first()
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), transaction.atomic():
        PerjanjianTarget.objects.create(perjanjian=tertanda, indikator=baris.indikator, target="2")


def test_a_revision_begins_with_the_signed_targets_and_says_why(pemeran, rencana, tertanda):
    baru = revise_perjanjian(tertanda, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="Pagu berubah")
    set_target(baru, rencana.partisipasi, "80", by=pemeran.rina)
    assert [
        (p.revisi, p.daftar_target.get(indikator=rencana.partisipasi).target) for p in PerjanjianKinerja.objects.all()
    ] == [
        (0, "77"),
        (1, "80"),
    ]


def test_what_is_not_signed_is_not_revised(pemeran, disetujui):
    with pytest.raises(ValidationError, match="belum ditandatangani"):
        revise_perjanjian(disetujui, by=pemeran.rina, alasan=AlasanRevisi.PEJABAT, uraian="-")
