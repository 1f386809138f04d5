"""Drafts say what the facts say and nothing else: every figure is a slot, and the checker has nothing against them."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.usulan import draft_narasi, draft_semua_narasi
from akuntabel.core.compose.usulan_indikator import BELUM_DIISI
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.narasi import check_narasi, daftar_nama_narasi, judul_narasi
from akuntabel.core.fakta.pengukuran import Pembanding, Riwayat
from akuntabel.core.fakta.perencanaan import TargetRenstra
from akuntabel.core.fakta.slot import POLA_SLOT, resolve_slot
from akuntabel.core.naskah.markdown import check_markdown
from akuntabel.core.readers.html import read_html
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh, read_contoh
from paket_acak import paket_acak

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the facts of a failing example
pakai = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def _isi_usulan(fakta: FaktaTahun) -> FaktaTahun:
    """The facts with every empty text filled by its draft."""
    return replace(fakta, narasi=dict(draft_semua_narasi(compute_hasil(fakta))) | dict(fakta.narasi))


def _bersejarah(fakta: FaktaTahun) -> FaktaTahun:
    """The example with an earlier year, a Renstra target and a benchmark for each indicator that can have one."""
    kode = [i.kode for i in fakta.daftar_indikator if i.predikat is None]
    tahun = fakta.tahun
    return replace(
        fakta,
        narasi={},
        daftar_riwayat=(
            *fakta.daftar_riwayat,
            *(Riwayat(k, tahun - 1, Decimal("71.5"), None, None, None, "laporan") for k in kode),
            Riwayat("3.1", tahun - 1, None, "C", None, None, "laporan"),
        ),
        daftar_target_renstra=tuple(TargetRenstra(k, tahun + 4, "90", "Renstra") for k in kode),
        daftar_pembanding=(
            *fakta.daftar_pembanding,
            *(Pembanding(k, "Rata-rata nasional", "nasional", tahun, Decimal(80), False, "KPU") for k in kode[2:]),
        ),
    )


def _temuan(hasil: HasilTahun) -> list[tuple[str, str, str]]:
    isi = render_berkas(compose_lkj(hasil), [Format.HTML])[Format.HTML].isi
    return [(t.kode, str(t.bukti.letak), t.bukti.tertulis) for t in check_naskah(read_html("l.html", isi)).temuan]


def test_every_text_has_a_title_of_its_own():
    nama = daftar_nama_narasi(read_contoh())
    judul = [judul_narasi(n) for n in nama]
    assert len(set(judul)) == len(nama)
    assert judul_narasi("jangka-menengah-1.2") == "Perbandingan dengan target jangka menengah 1.2"


def test_drafts_of_the_example_cover_the_seven_analyses():
    usulan = draft_semua_narasi(compute_hasil(_bersejarah(read_contoh())))
    for awalan in ("indikator-1.2", "tren-1.2", "jangka-menengah-1.2", "standar-1.2", "sebab-1.2", "solusi-1.4"):
        assert awalan in usulan
    assert {"efisiensi-1", "program-1", "simpulan", "anggaran", "ikhtisar", "revisi-anggaran"} <= set(usulan)


@pakai
@given(paket_acak())
def test_every_slot_of_every_draft_resolves_and_every_mark_may_be_used(fakta: FaktaTahun):
    isi = _isi_usulan(fakta)
    assert len(isi.narasi) > 5
    assert list(check_narasi(isi)) == []
    assert [m for teks in isi.narasi.values() for m in check_markdown(teks)] == []


@pakai
@given(paket_acak())
def test_a_draft_types_no_figure_but_years_and_codes(fakta: FaktaTahun):
    """What is left when the slots are gone holds no figure of the year: those of the facts are all bound."""
    hasil = compute_hasil(fakta)
    tahun = {str(r.tahun) for r in fakta.daftar_riwayat} | {str(t.tahun) for t in fakta.daftar_target_renstra}
    kode = {i.kode for i in fakta.daftar_indikator} | {s.kode for s in fakta.daftar_sasaran}
    for nama, teks in draft_semua_narasi(hasil).items():
        if nama.startswith(("program", "standar", "hibah")):  # names of kegiatan and benchmarks may hold figures
            continue
        tertulis = set(re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"^\d\. ", "", POLA_SLOT.sub("", teks), flags=re.M)))
        assert tertulis <= tahun | kode, (nama, teks)


@pakai
@given(paket_acak())
def test_checker_is_silent_on_a_report_of_drafts(fakta: FaktaTahun):
    assert _temuan(compute_hasil(_isi_usulan(fakta))) == []


def test_checker_is_silent_on_the_example_written_by_drafts_alone():
    assert _temuan(compute_hasil(_isi_usulan(_bersejarah(read_contoh())))) == []


def test_what_is_awaited_is_called_so_and_gets_no_figure_and_no_cause():
    hasil = compute_contoh()
    menunggu = next(i for i in hasil.indikator if i.realisasi.nilai.status is StatusNilai.MENUNGGU_RILIS)
    kode = menunggu.indikator.kode
    teks = draft_narasi(hasil, f"indikator-{kode}")
    tercetak = POLA_SLOT.sub(lambda m: str(getattr(resolve_slot(hasil, m[1]), "teks", resolve_slot(hasil, m[1]))), teks)
    assert "menunggu rilis" in tercetak
    assert "belum dapat dinilai" in tercetak
    assert draft_narasi(hasil, f"sebab-{kode}") == draft_narasi(hasil, f"tren-{kode}") == ""


def test_causes_and_remedies_are_left_to_a_human():
    hasil = compute_contoh()
    assert BELUM_DIISI in draft_narasi(hasil, "sebab-1.4")
    assert BELUM_DIISI in draft_narasi(hasil, "solusi-1.4")
    assert draft_narasi(hasil, "solusi-1.2") == ""  # its target was reached


@pytest.mark.parametrize("nama", ["tren-1.1", "jangka-menengah-1.1", "standar-1.1", "sebab-9.9", "entah", "sasaran-9"])
def test_without_facts_there_is_no_draft(nama: str):
    assert draft_narasi(compute_contoh(), nama) == ""


@pytest.mark.parametrize(
    ("slot", "teks"),
    [
        ("selisih.1.2.target", "1,84"),
        ("selisih.1.2.2015", "7,84"),
        ("selisih.1.2.pembanding.nasional.2020t", "1,34"),
        ("selisih.3.2.target", None),
        ("selisih.3.3.2019", None),
        ("selisih.9.9.target", None),
        ("putusan.1.2", "mencapai target"),
        ("putusan.1.4", "belum mencapai target"),
        ("putusan.3.3", "belum dapat dinilai"),
        ("renstra.masa", "2020–2024"),
        ("renstra.1.2.2024", None),
        ("kemajuan.1.2.2024", None),
        ("efisiensi.9.serapan", None),
    ],
)
def test_slots_that_compare(slot: str, teks: str | None):
    hasil = compute_contoh()
    if teks is None:
        with pytest.raises(ValueError, match=re.escape(slot)):
            resolve_slot(hasil, slot)
        return
    isi = resolve_slot(hasil, slot)
    assert getattr(isi, "teks", isi).lstrip("+") == teks
