"""A plan is adopted by somebody else than who submitted it, and then nothing changes it any more, by no way."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from naskah_renstra import ISI_RENSTRA

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perencanaan.actions.angka_renstra import (
    IsianPendanaan,
    IsianTarget,
    write_pendanaan,
    write_target,
)
from akuntabel.siklus.perencanaan.actions.renstra import (
    adopt_renstra,
    draft_renstra,
    return_renstra,
    submit_renstra,
    write_renstra,
)
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    PendanaanRenstra,
    Renstra,
    Sasaran,
    TargetRenstra,
    Tujuan,
)

TANGGAL = date(2025, 2, 1)


def test_the_head_adopts_what_the_planner_submitted(pemeran, ditetapkan):
    assert (ditetapkan.renstra.status, ditetapkan.renstra.tanggal_penetapan) == ("ditetapkan", TANGGAL)
    jejak = JejakAudit.objects.get(tindakan="renstra.adopt")
    assert (jejak.pelaku, jejak.lama, jejak.baru) == (
        pemeran.bu_ketua,
        {"status": "diajukan"},
        {"status": "ditetapkan"},
    )


def test_nobody_adopts_what_they_submitted(pemeran, naskah):
    assign_peran(pemeran.rina, pemeran.kota, Peran.PIMPINAN, by=None)
    submit_renstra(naskah.renstra, by=pemeran.rina)
    with pytest.raises(PermissionDenied, match="sendiri"):
        adopt_renstra(naskah.renstra, by=pemeran.rina, tanggal=TANGGAL)


@pytest.mark.parametrize("nama", ["rina", "danu", "sari", "tono", "admin", "supervisor"])
def test_only_the_head_of_the_office_adopts(pemeran, naskah, nama: str):
    submit_renstra(naskah.renstra, by=pemeran.rina)
    with pytest.raises(PermissionDenied, match="hanya untuk pimpinan"):
        adopt_renstra(naskah.renstra, by=getattr(pemeran, nama), tanggal=TANGGAL)
    naskah.renstra.refresh_from_db()
    assert naskah.renstra.status == "diajukan"


def test_of_two_who_act_on_the_same_page_the_second_is_told(pemeran, naskah):
    submit_renstra(naskah.renstra, by=pemeran.rina)
    satu, dua = (Renstra.objects.get(pk=naskah.renstra.pk) for _ in range(2))
    return_renstra(satu, by=pemeran.bu_ketua, alasan="Target terlalu rendah")
    with pytest.raises(SudahBerubahError, match="sudah berubah") as galat:
        adopt_renstra(dua, by=pemeran.bu_ketua, tanggal=TANGGAL)
    assert galat.value.sekarang == {"status": "disusun"}


def test_what_is_sent_back_says_why(pemeran, naskah):
    submit_renstra(naskah.renstra, by=pemeran.rina)
    with pytest.raises(ValidationError, match="alasannya"):
        return_renstra(naskah.renstra, by=pemeran.bu_ketua, alasan=" ")


def test_a_plan_cannot_be_submitted_before_everything_is_there(pemeran):
    renstra = draft_renstra(pemeran.kota, ISI_RENSTRA, by=pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        submit_renstra(renstra, by=pemeran.rina)
    assert [p for p in galat.value.messages if "tujuan" in p or "sasaran strategis" in p] == galat.value.messages
    assert len(galat.value.messages) == 2


def test_a_target_that_no_longer_suits_its_polarity_keeps_the_plan_back(pemeran, naskah):
    Indikator.objects.filter(pk=naskah.partisipasi.pk).update(arah="tenggat")
    with pytest.raises(ValidationError, match=r"Indikator 1\.1 target 2025: tertulis “74”, diharapkan tanggal"):
        submit_renstra(naskah.renstra, by=pemeran.rina)


def test_a_submitted_plan_is_not_edited(pemeran, naskah):
    submit_renstra(naskah.renstra, by=pemeran.rina)
    with pytest.raises(ValidationError, match="minta dikembalikan"):
        write_renstra(naskah.renstra, ISI_RENSTRA, dilihat=naskah.renstra.suntingan, by=pemeran.rina)


def _mentah(perintah: str) -> Callable[[], object]:
    def jalankan() -> None:
        with connection.cursor() as kursor:
            kursor.execute(perintah)

    return jalankan


JALAN_PINTAS: dict[str, Callable[[], object]] = {
    "ubah visi": lambda: Renstra.objects.update(visi="lain"),
    "hapus renstra": lambda: Renstra.objects.all().delete(),
    "kembalikan status": lambda: Renstra.objects.update(status="disusun"),
    "ubah tujuan": lambda: Tujuan.objects.update(nama="lain"),
    "hapus sasaran": lambda: Sasaran.objects.all().delete(),
    "ubah indikator": lambda: Indikator.objects.update(nama="lain"),
    "hapus indikator": lambda: Indikator.objects.all().delete(),
    "ubah target": lambda: TargetRenstra.objects.update(target="1"),
    "hapus target": lambda: TargetRenstra.objects.all().delete(),
    "tambah tujuan": lambda: Renstra.objects.get().daftar_tujuan.create(kode="9", nama="lain"),
    "tambah sasaran": lambda: Renstra.objects.get().daftar_sasaran.create(kode="9", nama="lain"),
    "tambah pendanaan": lambda: PendanaanRenstra.objects.create(
        renstra=Renstra.objects.get(), kode="1", uraian="-", tahun=2025, pagu=1
    ),
    "SQL indikator": _mentah("UPDATE perencanaan_indikator SET nama = 'lain'"),
    "SQL target": _mentah("DELETE FROM perencanaan_targetrenstra"),
    "SQL renstra": _mentah("UPDATE perencanaan_renstra SET status = 'disusun'"),
}


@pytest.mark.parametrize("cara", JALAN_PINTAS)
def test_no_way_changes_what_was_adopted(ditetapkan, cara: str):
    with pytest.raises(DatabaseError, match="susun versi berikutnya"), transaction.atomic():
        JALAN_PINTAS[cara]()
    assert Renstra.objects.get().visi == ISI_RENSTRA.visi
    assert TargetRenstra.objects.count() == 10
    assert set(Indikator.objects.values_list("kode", flat=True)) == {"1.1", "1.2"}


def test_a_draft_row_cannot_be_moved_into_an_adopted_plan(pemeran, ditetapkan):
    lain = draft_renstra(pemeran.kota_lain, ISI_RENSTRA, by=None)
    tujuan = lain.daftar_tujuan.create(kode="7", nama="lain")
    with pytest.raises(DatabaseError, match="susun versi berikutnya"), transaction.atomic():
        Tujuan.objects.filter(pk=tujuan.pk).update(renstra=ditetapkan.renstra)


def test_actions_say_that_the_adopted_plan_needs_a_new_version(pemeran, ditetapkan):
    renstra = ditetapkan.renstra
    with pytest.raises(ValidationError, match="susun versi berikutnya"):
        write_target(renstra, [IsianTarget(ditetapkan.partisipasi.pk, 2025, "99", dilihat=0)], by=pemeran.rina)
    with pytest.raises(ValidationError, match="susun versi berikutnya"):
        write_pendanaan(renstra, [IsianPendanaan("1", "Program", 2025, 1)], by=pemeran.rina)
