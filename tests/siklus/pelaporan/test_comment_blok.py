"""What people say about a text, and what they ask of each other."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_contoh import Meja

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.pelaporan.actions import close_komentar, comment_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db
TENGGAT = date(2027, 1, 20)


def _kabar(orang: object) -> list[str]:
    return list(Notifikasi.objects.filter(pengguna=orang, jenis__startswith="laporan.").values_list("teks", flat=True))


def test_task_is_told_to_whom_it_is_given_and_its_end_to_who_gave_it(meja: Meja):
    rina, danu = meja.pemeran.rina, meja.pemeran.danu
    komentar = comment_blok(
        meja.laporan, "sebab-1.1", teks="Sebutkan datanya.", ditugaskan_kepada=danu, tenggat=TENGGAT, by=rina
    )
    assert "Sebutkan datanya." in _kabar(danu)[0]
    close_komentar(komentar, by=danu)
    assert komentar.selesai_oleh == danu
    assert _kabar(danu) == []  # nobody is called to what is done
    assert "menyelesaikan" in _kabar(rina)[0]
    assert JejakAudit.objects.filter(tindakan__startswith="laporan.komentar").count() == 2


def test_answer_reaches_who_spoke_first(meja: Meja):
    asal = comment_blok(meja.laporan, "simpulan", teks="Terlalu panjang?", by=meja.pemeran.bu_ketua)
    comment_blok(meja.laporan, "simpulan", teks="Sudah dipendekkan.", menanggapi=asal, by=meja.pemeran.rina)
    assert "Sudah dipendekkan." in _kabar(meja.pemeran.bu_ketua)[0]


def test_comment_on_a_text_that_nobody_wrote_changes_no_fact(meja: Meja):
    sebelum = build_fakta_laporan(meja.laporan).sidik
    comment_blok(meja.laporan, "simpulan", teks="Siapa menulis ini?", by=meja.pemeran.rina)
    assert BlokLaporan.objects.get().versi == 0
    assert build_fakta_laporan(meja.laporan).sidik == sebelum
    meja.tulis("simpulan", "Saya.", versi=0)


def test_what_is_wrong_with_a_comment_is_said_all_at_once(meja: Meja):
    lain = comment_blok(meja.laporan, "hibah", teks="Lain.", by=meja.pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        comment_blok(
            meja.laporan,
            "simpulan",
            teks=" ",
            menanggapi=lain,
            ditugaskan_kepada=meja.pemeran.tono,
            by=meja.pemeran.rina,
        )
    assert set(galat.value.message_dict) == {"teks", "ditugaskan_kepada", "menanggapi"}
    with pytest.raises(ValidationError, match="siapa yang ditugaskan"):
        comment_blok(meja.laporan, "simpulan", teks="Kapan?", tenggat=TENGGAT, by=meja.pemeran.rina)


@pytest.mark.parametrize("nama", ["sari", "tono", "supervisor"])
def test_who_does_not_work_in_the_office_does_not_comment(meja: Meja, nama: str):
    with pytest.raises(PermissionDenied):
        comment_blok(meja.laporan, "simpulan", teks="Halo.", by=getattr(meja.pemeran, nama))
