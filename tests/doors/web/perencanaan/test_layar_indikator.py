"""The manual of an indicator on screen: help while it is worded, and its page in the kamus with its history."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.test import Client
from naskah_renstra import ISI_RENSTRA, PARTISIPASI, Naskah
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, revise_renstra
from akuntabel.siklus.perencanaan.models import Indikator
from doors.web.perencanaan.conftest import RENSTRA, TAHUN

Masuk = Callable[[Pengguna], Client]
INDIKATOR = "/satker/357200/indikator/"


def _isi(**perubahan: str) -> dict[str, str]:
    isi = {nama: str(getattr(PARTISIPASI, nama)) for nama in PARTISIPASI.__dataclass_fields__}
    return isi | {"versi": "0"} | perubahan


def test_rina_adds_an_indicator_with_its_manual(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{RENSTRA}sasaran/{naskah.sasaran.pk}/indikator/"
    rina = masuk(pemeran.rina)
    halaman = rina.get(alamat).content.decode()
    assert 'name="kode" value="1.3"' in halaman
    assert "minimasi: lebih kecil lebih baik" in halaman
    jawaban = rina.post(alamat, _isi(kode="1.3", jadwal="triwulanan"))
    assert jawaban.status_code == 302
    assert Indikator.objects.get(kode="1.3").jadwal == "triwulanan"


def test_an_indicator_of_the_next_period_continues_one_of_this(
    pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk
) -> None:
    berikut = draft_renstra(pemeran.kota, replace(ISI_RENSTRA, mulai=2030, selesai=2034), by=pemeran.rina)
    sasaran = draft_sasaran(berikut, kode="1", nama="Meningkatnya mutu", tujuan=None, by=pemeran.rina)
    alamat, asal = f"{RENSTRA}sasaran/{sasaran.pk}/indikator/", ditetapkan.partisipasi
    rina = masuk(pemeran.rina)
    assert "1.1 Persentase partisipasi pemilih (2025–2029)" in rina.get(alamat).content.decode()
    rina.post(alamat, _isi(nama="Persentase partisipasi pemilih muda", lanjutan_dari=str(asal.pk)))
    baru = Indikator.objects.get(sasaran=sasaran)
    assert baru.silsilah == asal.silsilah
    halaman = rina.get(f"{INDIKATOR}{baru.pk}/").content.decode()
    assert "<del>Persentase partisipasi pemilih</del>" in halaman


def test_every_mistake_stands_beside_its_field(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{INDIKATOR}{naskah.partisipasi.pk}/ubah/"
    halaman = masuk(pemeran.rina).post(alamat, _isi(sumber_data="")).content.decode()
    assert 'id="id_sumber_data_error"' in halaman
    halaman = masuk(pemeran.rina).post(alamat, _isi(rumus="a / (b", predikat="akip")).content.decode()
    assert 'id="id_rumus_error"' in halaman
    assert 'id="id_predikat_error"' in halaman
    assert "kolom 7" in halaman


def test_advice_stands_beside_the_form_and_is_given_without_saving(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    alamat = f"{INDIKATOR}{naskah.partisipasi.pk}/ubah/"
    rina = masuk(pemeran.rina)
    assert "Tidak ada saran" in rina.get(alamat).content.decode()
    isi = _isi(nama="Persentase partisipasi dan kepuasan", penyebut="", periksa="1")
    halaman = rina.post(alamat, isi).content.decode()
    assert "Nama memuat dua hal" in halaman
    assert "persen dari apa" in halaman
    assert Indikator.objects.get(pk=naskah.partisipasi.pk).nama == PARTISIPASI.nama


def test_live_advice_is_a_part_of_the_page_and_stores_nothing(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{RENSTRA}{naskah.renstra.pk}/saran/"
    isi = _isi(arah="minimasi", indikator=str(naskah.partisipasi.pk), sasaran=str(naskah.sasaran.pk))
    jawaban = masuk(pemeran.rina).post(alamat, isi)
    halaman = jawaban.content.decode()
    assert halaman.lstrip().startswith("<ul")
    assert "Pilih maksimasi" in halaman
    assert "Target naik" in halaman
    assert Indikator.objects.get(pk=naskah.partisipasi.pk).arah == "maksimasi"
    assert masuk(pemeran.danu).post(alamat, isi).status_code == 403


def test_of_two_editors_the_second_sees_both(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{INDIKATOR}{naskah.partisipasi.pk}/ubah/"
    rina = masuk(pemeran.rina)
    assert rina.post(alamat, _isi(satuan="persen")).status_code == 302
    halaman = rina.post(alamat, _isi(satuan="orang")).content.decode()
    assert "<td>orang</td><td>persen</td>" in halaman


def test_the_page_of_an_indicator_says_everything_and_how_its_wording_changed(
    pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk
) -> None:
    baru = revise_renstra(ditetapkan.renstra, by=pemeran.rina, alasan="Surat KPU", berlaku_mulai=date(2027, 1, 1))
    Indikator.objects.filter(sasaran__renstra=baru, kode="1.1").update(nama="Persentase partisipasi pemilih muda")
    halaman = masuk(pemeran.danu).get(f"{INDIKATOR}{ditetapkan.partisipasi.pk}/").content.decode()
    for teks in (
        "pengguna ÷ dpt × 100",
        "rekapitulasi hasil",
        "maksimasi: lebih besar lebih baik",
        "partisipasi pemilih muda",
    ):
        assert teks in halaman
    assert "Ubah" not in halaman


def test_the_kamus_lists_what_is_in_force_and_finds_every_word(
    pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk
) -> None:
    danu = masuk(pemeran.danu)
    semua = danu.get(f"{TAHUN}kamus/").content.decode()
    assert "Persentase partisipasi pemilih" in semua
    assert "Nilai akuntabilitas kinerja" in semua
    cari = danu.get(f"{TAHUN}kamus/", {"cari": "pemilih DPT"}).content.decode()
    assert "Persentase partisipasi pemilih" in cari
    assert "Nilai akuntabilitas kinerja" not in cari
    assert "Tidak ada indikator" in danu.get(f"{TAHUN}kamus/", {"cari": "<b>"}).content.decode()


def test_the_kamus_of_a_year_without_plan_shows_the_way(pemeran: Pemeran, masuk: Masuk) -> None:
    assert "Ke Renstra" in masuk(pemeran.danu).get(f"{TAHUN}kamus/").content.decode()


def test_an_indicator_of_another_office_is_not_found(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    tono = masuk(pemeran.tono)
    assert tono.get(f"/satker/337300/indikator/{naskah.partisipasi.pk}/").status_code == 404
    assert tono.get(f"/satker/337300/indikator/{naskah.partisipasi.pk}/ubah/").status_code == 404


def test_odd_requests_are_answered_and_change_nothing(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    aneh = "9" * 5000
    isi = _isi(desimal=aneh, indikator=aneh, sasaran="²", arah="ke mana", predikat="entah", rumus="(" * 500)
    assert rina.post(f"{RENSTRA}{naskah.renstra.pk}/saran/", isi).status_code == 200
    assert rina.get(f"{TAHUN}kamus/", {"cari": "a\x00b", "halaman": "x"}).status_code == 200
    assert rina.get(f"{RENSTRA}{naskah.renstra.pk}/sasaran/?tujuan=x").status_code == 200
    assert rina.post(f"{RENSTRA}{naskah.renstra.pk}/ajukan/", {"versi": aneh}).status_code == 302
    assert rina.get(f"{RENSTRA}{aneh}/").status_code == 404
