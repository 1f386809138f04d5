"""Facts are only added, by every way into the database, and their chains stay whole whatever is tried."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kantor_contoh import TAHUN, Kantor

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_catatan import draft_catatan
from akuntabel.siklus.pengukuran.actions_elemen import IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.actions_triwulan import approve_pengukuran, submit_pengukuran
from akuntabel.siklus.pengukuran.models import (
    CatatanSel,
    Elemen,
    Fakta,
    PembukaanKembali,
    PengukuranTriwulan,
    StatusPengukuran,
)
from akuntabel.siklus.pengukuran.sel import KunciSel


def _tiru(fakta: Fakta, **ganti: object) -> Fakta:
    """A row like another, to be put in by hand."""
    isi = {f.attname: getattr(fakta, f.attname) for f in Fakta._meta.concrete_fields if f.attname != "id"}
    return Fakta(**(isi | ganti))


def _verifikasi(kantor: Kantor) -> PengukuranTriwulan:
    kantor.ukur(a=60, b=80)
    pengukuran = submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    approve_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua)
    return pengukuran


@pytest.mark.parametrize("perintah", ["UPDATE pengukuran_fakta SET nilai = '1'", "DELETE FROM pengukuran_fakta"])
def test_a_fact_is_never_changed_or_deleted(kantor: Kantor, perintah: str) -> None:
    kantor.ukur(a=60)
    with pytest.raises(IntegrityError, match="fakta tidak diubah atau dihapus"), transaction.atomic():
        connection.cursor().execute(perintah)
    assert kantor.terkini("a").nilai == "60"


def test_a_remark_is_never_changed_or_deleted(kantor: Kantor) -> None:
    draft_catatan(kantor.satker, TAHUN, 1, KunciSel("a"), "cek", by=kantor.pemeran.danu)
    for tindakan in (CatatanSel.objects.all().delete, lambda: CatatanSel.objects.update(teks="x")):
        with pytest.raises(IntegrityError, match="catatan sel"), transaction.atomic():
            tindakan()


def test_a_fact_is_superseded_once(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    lama = kantor.terkini("a")
    kantor.betulkan("a", 61)
    dua = _tiru(lama, menggantikan_id=lama.pk, alasan_perubahan="lagi", nilai="62")
    with pytest.raises(IntegrityError), transaction.atomic():
        dua.save()
    assert kantor.terkini("a").nilai == "61"


def test_a_fact_supersedes_only_one_of_its_own_cell(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    for ganti in ({"triwulan": 2}, {"jenis_kelamin": "L"}, {"rincian": "netra"}, {"elemen_id": kantor.elemen["b"].pk}):
        baris = _tiru(kantor.terkini("a"), menggantikan_id=kantor.terkini("a").pk, alasan_perubahan="x", **ganti)
        with pytest.raises(IntegrityError, match="bukan fakta sel yang sama"), transaction.atomic():
            baris.save()


def test_a_cell_has_one_beginning(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    with pytest.raises(IntegrityError, match="sudah mempunyai fakta"), transaction.atomic():
        _tiru(kantor.terkini("a"), nilai="70").save()


def test_a_row_does_not_take_the_place_of_another(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    kembar = _tiru(kantor.terkini("a"), id=kantor.terkini("a").pk, nilai="70")
    with pytest.raises(IntegrityError), transaction.atomic():
        kembar.save(force_insert=True)


def test_an_element_of_another_office_or_year_takes_no_fact(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    isi = IsiElemen(kode="x", nama="X", satuan="orang")
    for satker, tahun in ((kantor.pemeran.kota_lain, TAHUN), (kantor.satker, TAHUN + 1)):
        elemen = draft_elemen(satker, tahun, isi, by=None)
        with pytest.raises(IntegrityError, match="bukan milik satker ini"), transaction.atomic():
            _tiru(kantor.terkini("a"), elemen_id=elemen.pk).save()


@pytest.mark.parametrize(
    "ganti",
    [
        {"status": "terukur", "nilai": ""},
        {"status": "menunggu_rilis"},
        {"status": "menunggu_rilis", "nilai": "", "alasan": ""},
        {"alasan_perubahan": "tanpa pendahulu"},
        {"is_ditarik": True},
        {"triwulan": 5},
    ],
)
def test_a_fact_says_what_its_status_promises(kantor: Kantor, ganti: dict[str, object]) -> None:
    kantor.ukur(b=80)
    with pytest.raises(IntegrityError), transaction.atomic():
        _tiru(kantor.terkini("b"), **({"elemen_id": kantor.elemen["a"].pk} | ganti)).save()


def test_a_submitted_or_verified_quarter_takes_no_fact(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    lama = kantor.terkini("a")
    pengukuran = submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    baris = _tiru(lama, menggantikan_id=lama.pk, alasan_perubahan="x")
    with pytest.raises(IntegrityError, match="sudah diajukan atau diverifikasi"), transaction.atomic():
        baris.save()
    approve_pengukuran(pengukuran, by=kantor.pemeran.bu_ketua)
    with pytest.raises(IntegrityError, match="sudah diajukan atau diverifikasi"), transaction.atomic():
        baris.save()
    _buka(kantor, timedelta(hours=-1))
    with pytest.raises(IntegrityError, match="sudah diajukan atau diverifikasi"), transaction.atomic():
        baris.save()
    _buka(kantor, timedelta(hours=1))
    baris.save()
    assert kantor.terkini("a") == baris


def _buka(kantor: Kantor, lama: timedelta) -> PembukaanKembali:
    return PembukaanKembali.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        triwulan=1,
        alasan="koreksi",
        oleh=kantor.pemeran.bu_ketua,
        sampai=timezone.now() + lama,
    )


def test_a_quarter_changes_its_state_only_along_its_way(kantor: Kantor) -> None:
    pengukuran = _verifikasi(kantor)
    daftar = PengukuranTriwulan.objects.filter(pk=pengukuran.pk)
    for ke in (StatusPengukuran.DISUSUN, StatusPengukuran.DIAJUKAN):
        with pytest.raises(IntegrityError, match="tidak dapat beralih"), transaction.atomic():
            daftar.update(status=ke.value)
    with pytest.raises(IntegrityError, match="tidak dapat beralih"), transaction.atomic():
        daftar.delete()
    with pytest.raises(IntegrityError, match="tidak dapat beralih"), transaction.atomic():
        PengukuranTriwulan.objects.create(
            satker=kantor.satker, tahun=TAHUN, triwulan=2, status="diajukan", pengaju=kantor.pemeran.danu
        )
    lain = PengukuranTriwulan.objects.create(satker=kantor.satker, tahun=TAHUN, triwulan=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        PengukuranTriwulan.objects.filter(pk=lain.pk).update(
            status="diverifikasi", pengaju=kantor.pemeran.danu, pemeriksa=kantor.pemeran.bu_ketua
        )


def test_who_submitted_is_not_who_verified(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    pengukuran = submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    with pytest.raises(IntegrityError), transaction.atomic():
        PengukuranTriwulan.objects.filter(pk=pengukuran.pk).update(status="diverifikasi", pemeriksa=kantor.pemeran.danu)


def test_an_opening_ends_earlier_but_never_later(kantor: Kantor) -> None:
    buka = _buka(kantor, timedelta(hours=1))
    daftar = PembukaanKembali.objects.filter(pk=buka.pk)
    daftar.update(sampai=buka.sampai - timedelta(minutes=30))
    for ubah in ({"sampai": buka.sampai + timedelta(days=9)}, {"alasan": "lain"}, {"triwulan": 2}):
        with pytest.raises(IntegrityError, match="hanya dapat diakhiri lebih awal"), transaction.atomic():
            daftar.update(**ubah)
    with pytest.raises(IntegrityError, match="hanya dapat diakhiri lebih awal"), transaction.atomic():
        daftar.delete()


def test_what_an_element_with_facts_means_stays(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    daftar = Elemen.objects.filter(pk=kantor.elemen["a"].pk)
    for ubah in ({"kode": "z"}, {"konsolidasi": "jumlah"}, {"satuan": "kali"}, {"bentuk": "predikat"}):
        with pytest.raises(IntegrityError, match="tetap kode, bentuk, satuan"), transaction.atomic():
            daftar.update(**ubah)
    daftar.update(nama="Nama yang lebih baik")


langkah = st.tuples(st.sampled_from(["a", "b"]), st.integers(1, 4), st.one_of(st.none(), st.integers(0, 50)))


@pytest.mark.django_db
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(daftar=st.lists(langkah, min_size=1, max_size=10))
def test_whatever_is_written_each_cell_is_one_chain_whose_end_holds(
    kantor: Kantor, daftar: list[tuple[str, int, int | None]]
) -> None:
    model: dict[tuple[str, int], int] = {}
    with transaction.atomic():
        for kode, triwulan, angka in daftar:
            _tulis(kantor, kode, triwulan, angka, model)
        terkini = Fakta.objects.terkini().filter(satker=kantor.satker).select_related("elemen")
        assert {(f.elemen.kode, f.triwulan): int(f.nilai) for f in terkini} == model
        _assert_rantai(kantor.satker)
        transaction.set_rollback(True)


def _tulis(kantor: Kantor, kode: str, triwulan: int, angka: int | None, model: dict[tuple[str, int], int]) -> None:
    ada = (kode, triwulan) in model
    if angka is None and not ada:
        return
    isian = IsianSel(
        elemen=kode,
        nilai=None if angka is None else Decimal(angka),
        is_ditarik=angka is None,
        dilihat=kantor.terkini(kode, triwulan).pk if ada else None,
        alasan="uji",
        alasan_perubahan="uji",
    )
    measure_fakta(kantor.satker, TAHUN, triwulan, [isian], by=kantor.pemeran.danu)
    if angka is None:
        del model[kode, triwulan]
    else:
        model[kode, triwulan] = angka


def _assert_rantai(satker: Satker) -> None:
    """One beginning and one end per cell, and every other link is superseded by exactly one of the same cell."""
    per_sel: dict[tuple[object, ...], list[Fakta]] = {}
    for f in Fakta.objects.filter(satker=satker):
        per_sel.setdefault((f.elemen_id, f.triwulan, f.jenis_kelamin, f.rincian), []).append(f)
    for rantai in per_sel.values():
        digantikan = [f.menggantikan_id for f in rantai if f.menggantikan_id is not None]
        assert len(digantikan) == len(set(digantikan)) == len(rantai) - 1
        assert set(digantikan) < {f.pk for f in rantai}
