"""Rapat pleno: drafted, signed by the chair and everybody present, then frozen."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, draft_pejabat
from akuntabel.siklus.organisasi.actions_pleno import (
    IsiRapat,
    KeputusanBaru,
    PesertaBaru,
    compute_sidik,
    draft_berita_acara,
    revise_berita_acara,
    sign_berita_acara,
    withdraw_berita_acara,
)
from akuntabel.siklus.organisasi.models import BeritaAcara, KeputusanPleno, Pejabat, PesertaPleno


@pytest.fixture
def komisioner(pemeran: Pemeran) -> list[Pejabat]:
    """The chair and four members."""
    daftar = [PejabatBaru("ketua", "pimpinan", "Ketua KPU Kota Blitar", "Ani")]
    daftar += [
        PejabatBaru(f"anggota-{n}", "anggota", "Anggota KPU Kota Blitar", n) for n in ("Budi", "Cici", "Dedi", "Eni")
    ]
    return [draft_pejabat(pemeran.kota, p, by=pemeran.rina) for p in daftar]


def _isi(komisioner: list[Pejabat], *, jumlah_hadir: int = 5, setuju: int | None = None) -> IsiRapat:
    return IsiRapat(
        nomor="12/BA/2026",
        tanggal=date(2026, 1, 5),
        tempat="Aula KPU Kota Blitar",
        agenda="Penetapan target kinerja 2026",
        pembahasan="",
        daftar_peserta=[PesertaBaru(p, n == 0, n < jumlah_hadir) for n, p in enumerate(komisioner)],
        daftar_keputusan=[KeputusanBaru("Menetapkan target kinerja 2026", "target", setuju)],
    )


def _sign_semua(berita_acara: BeritaAcara, pemeran: Pemeran) -> None:
    hadir = list(berita_acara.daftar_peserta.filter(hadir=True))
    sign_berita_acara(berita_acara, hadir, versi=berita_acara.versi, by=pemeran.bu_ketua)


def test_minutes_are_frozen_with_their_hash_once_everybody_present_has_signed(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner, jumlah_hadir=4), by=pemeran.rina)
    *awal, akhir = berita_acara.daftar_peserta.filter(hadir=True)
    sign_berita_acara(berita_acara, awal, versi=0, by=pemeran.bu_ketua)
    assert (berita_acara.status, berita_acara.sidik) == ("disusun", "")
    sign_berita_acara(berita_acara, [akhir], versi=0, by=pemeran.bu_ketua)
    assert berita_acara.status == "ditandatangani"
    assert berita_acara.sidik == compute_sidik(berita_acara)
    assert [p.cara for p in berita_acara.daftar_peserta.all()] == ["basah"] * 4 + [""]
    jejak = JejakAudit.objects.filter(tindakan="berita_acara.sign").latest("pk")
    assert (jejak.pelaku, jejak.baru["sidik"]) == (pemeran.bu_ketua, berita_acara.sidik)


def test_what_is_signed_cannot_be_changed_by_anybody_by_no_way(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner), by=pemeran.rina)
    _sign_semua(berita_acara, pemeran)
    for pesan, tindakan in (
        ("tidak dapat diubah", lambda: revise_berita_acara(berita_acara, _isi(komisioner), versi=0, by=pemeran.rina)),
        ("tidak dapat diubah", lambda: withdraw_berita_acara(berita_acara, versi=0, by=pemeran.rina, alasan="-")),
    ):
        with pytest.raises(ValidationError, match=pesan):
            tindakan()
    for ubah in (
        lambda: BeritaAcara.objects.update(agenda="lain"),
        lambda: BeritaAcara.objects.all()._raw_delete("default"),
        lambda: PesertaPleno.objects.update(hadir=False),
        lambda: PesertaPleno.objects.all()._raw_delete("default"),
        lambda: KeputusanPleno.objects.update(bunyi="lain"),
        lambda: KeputusanPleno.objects.all()._raw_delete("default"),
        lambda: KeputusanPleno.objects.create(berita_acara=berita_acara, urut=9, bunyi="tambahan"),
    ):
        with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
            ubah()


def test_without_quorum_nobody_signs(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner, jumlah_hadir=3), by=pemeran.rina)
    with pytest.raises(ValidationError, match="Hadir 3 anggota, paling sedikit 4 dari 5"):
        _sign_semua(berita_acara, pemeran)
    assert not berita_acara.daftar_peserta.exclude(waktu_tanda_tangan=None).exists()


def test_a_vote_needs_its_majority(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner, jumlah_hadir=4, setuju=2), by=pemeran.rina)
    with pytest.raises(ValidationError, match="disetujui 2 anggota, diharapkan paling sedikit 3 dari 4"):
        _sign_semua(berita_acara, pemeran)


def test_a_meeting_needs_somebody_to_lead_it_and_something_decided(pemeran: Pemeran, komisioner):
    isi = _isi(komisioner)
    tanpa = replace(isi, daftar_peserta=[PesertaBaru(p) for p in komisioner], daftar_keputusan=[])
    berita_acara = draft_berita_acara(pemeran.kota, tanpa, by=pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        _sign_semua(berita_acara, pemeran)
    assert [p.split(".")[0] for p in galat.value.messages] == [
        "Belum ada pimpinan rapat yang hadir",
        "Belum ada keputusan",
    ]


def test_who_has_an_account_signs_with_it_and_nobody_else_does_so_for_them(pemeran: Pemeran, komisioner):
    Pejabat.objects.filter(kode="anggota-Budi").update(pengguna=pemeran.danu)
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner), by=pemeran.rina)
    budi = berita_acara.daftar_peserta.get(nama="Budi")
    cici = berita_acara.daftar_peserta.get(nama="Cici")
    for daftar, orang in (
        ([budi], pemeran.bu_ketua),
        ([cici], pemeran.danu),
        ([cici], pemeran.rina),
        ([], pemeran.danu),
    ):
        with pytest.raises(PermissionDenied):
            sign_berita_acara(berita_acara, daftar, versi=0, by=orang)
    sign_berita_acara(berita_acara, [budi], versi=0, by=pemeran.danu)
    budi.refresh_from_db()
    assert budi.cara == "akun"


def test_who_was_not_there_does_not_sign_and_nobody_signs_twice(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner, jumlah_hadir=4), by=pemeran.rina)
    absen = berita_acara.daftar_peserta.get(hadir=False)
    with pytest.raises(ValidationError, match="tidak hadir"):
        sign_berita_acara(berita_acara, [absen], versi=0, by=pemeran.bu_ketua)
    ketua = berita_acara.daftar_peserta.get(peran="ketua")
    sign_berita_acara(berita_acara, [ketua], versi=0, by=pemeran.bu_ketua)
    with pytest.raises(ValidationError, match="sudah menandatangani"):
        sign_berita_acara(berita_acara, [ketua], versi=0, by=pemeran.bu_ketua)


def test_a_change_voids_the_signatures_given_so_far(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner), by=pemeran.rina)
    ketua = berita_acara.daftar_peserta.get(peran="ketua")
    sign_berita_acara(berita_acara, [ketua], versi=0, by=pemeran.bu_ketua)
    revise_berita_acara(berita_acara, replace(_isi(komisioner), agenda="Agenda lain"), versi=0, by=pemeran.rina)
    assert not berita_acara.daftar_peserta.exclude(waktu_tanda_tangan=None).exists()
    with pytest.raises(SudahBerubahError):
        sign_berita_acara(berita_acara, list(berita_acara.daftar_peserta.all()), versi=0, by=pemeran.bu_ketua)


def test_a_decision_keeps_its_row_when_the_minutes_change(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner), by=pemeran.rina)
    lama = berita_acara.daftar_keputusan.get()
    daftar = [KeputusanBaru("Baru di depan"), KeputusanBaru("Diubah", "target", None, lama.pk)]
    revise_berita_acara(berita_acara, replace(_isi(komisioner), daftar_keputusan=daftar), versi=0, by=pemeran.rina)
    assert [(k.urut, k.bunyi) for k in berita_acara.daftar_keputusan.all()] == [(1, "Baru di depan"), (2, "Diubah")]
    assert berita_acara.daftar_keputusan.get(urut=2).pk == lama.pk


def test_participants_are_officials_of_the_office_named_once(pemeran: Pemeran, komisioner):
    luar = draft_pejabat(pemeran.kota_lain, PejabatBaru("k", "pimpinan", "Ketua KPU Kota Salatiga", "X"), by=None)
    tanpa_nama = draft_pejabat(pemeran.kota, PejabatBaru("t", "anggota", "Anggota", ""), by=None)
    peserta = [PesertaBaru(p) for p in (luar, tanpa_nama, komisioner[1], komisioner[1])]
    peserta += [PesertaBaru(komisioner[2], is_ketua=True), PesertaBaru(komisioner[3], is_ketua=True)]
    with pytest.raises(ValidationError) as galat:
        draft_berita_acara(pemeran.kota, replace(_isi(komisioner), daftar_peserta=peserta), by=pemeran.rina)
    assert len(galat.value.messages) == 4
    assert not BeritaAcara.objects.exists()


def test_a_draft_is_withdrawn_and_the_trail_keeps_what_it_said(pemeran: Pemeran, komisioner):
    berita_acara = draft_berita_acara(pemeran.kota, _isi(komisioner), by=pemeran.rina)
    withdraw_berita_acara(berita_acara, versi=0, by=pemeran.rina, alasan="Salah nomor")
    assert not BeritaAcara.objects.exists()
    assert JejakAudit.objects.get(tindakan="berita_acara.withdraw").lama["nomor"] == "12/BA/2026"


@pytest.mark.parametrize("nama", ["danu", "sari", "tono", "supervisor", "admin"])
def test_only_planner_and_head_write_minutes(pemeran: Pemeran, komisioner, nama: str):
    with pytest.raises(PermissionDenied):
        draft_berita_acara(pemeran.kota, _isi(komisioner), by=getattr(pemeran, nama))
