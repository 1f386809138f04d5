"""Rina writes a plan on screen, Bu Ketua adopts it; what cannot be is said, and nothing written is lost."""

from collections.abc import Callable
from datetime import date

from django.test import Client
from naskah_renstra import Naskah
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import KeputusanPleno
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.butir import write_tujuan
from akuntabel.siklus.perencanaan.actions.renstra import submit_renstra
from akuntabel.siklus.perencanaan.models import PendanaanRenstra, Renstra, TargetRenstra, Tujuan
from doors.web.perencanaan.conftest import RENSTRA

Masuk = Callable[[Pengguna], Client]
ISI = {
    "mulai": "2025",
    "selesai": "2029",
    "dasar": "Keputusan 1",
    "visi": "Mandiri",
    "misi": "Melayani\r\n\r\nMendidik",
}


def test_rina_writes_a_plan_from_its_head_to_its_sasaran(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    assert "Susun Renstra" in rina.get(RENSTRA).content.decode()
    rina.post(f"{RENSTRA}baru/", ISI)
    renstra = Renstra.objects.get()
    assert renstra.misi == ["Melayani", "Mendidik"]
    alamat = f"{RENSTRA}{renstra.pk}/"
    rina.post(f"{alamat}tujuan/", {"kode": "1", "nama": "Pemilihan yang demokratis"})
    tujuan = renstra.daftar_tujuan.get()
    assert f'<option value="{tujuan.pk}" selected>' in rina.get(f"{alamat}sasaran/?tujuan={tujuan.pk}").content.decode()
    rina.post(f"{alamat}sasaran/", {"kode": "1", "nama": "Meningkatnya partisipasi", "tujuan": tujuan.pk})
    halaman = rina.get(alamat).content.decode()
    assert "Pemilihan yang demokratis" in halaman
    assert "Meningkatnya partisipasi" in halaman


def test_what_is_missing_is_said_beside_its_field_and_stays_written(pemeran: Pemeran, masuk: Masuk) -> None:
    halaman = masuk(pemeran.rina).post(f"{RENSTRA}baru/", ISI | {"visi": "", "selesai": "2020"}).content.decode()
    assert "Belum tersimpan" in halaman
    assert "Keputusan 1" in halaman
    assert not Renstra.objects.exists()


def test_the_sasaran_form_gives_advice_on_its_wording(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    naskah.renstra.daftar_sasaran.update(nama="Melaksanakan sosialisasi")
    halaman = masuk(pemeran.rina).get(f"{RENSTRA}sasaran/{naskah.sasaran.pk}/").content.decode()
    assert "menyebut pekerjaan" in halaman


def test_the_grid_takes_targets_as_people_write_them(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    i = naskah.partisipasi.pk
    alamat = f"{RENSTRA}{naskah.renstra.pk}/target/"
    rina = masuk(pemeran.rina)
    assert f'name="target_{i}_2026" value="75"' in rina.get(alamat).content.decode()
    assert rina.post(alamat, _kisi(naskah) | {f"target_{i}_2026": "77,5 %"}).status_code == 302
    assert TargetRenstra.objects.get(indikator=i, tahun=2026).target == "77.5"
    assert ">77,5</td>" in rina.get(f"{RENSTRA}{naskah.renstra.pk}/").content.decode()


def _kisi(naskah: Naskah) -> dict[str, str]:
    """The grid as the page holds it."""
    isi = {}
    for t in TargetRenstra.objects.filter(indikator__sasaran__renstra=naskah.renstra):
        isi[f"target_{t.indikator_id}_{t.tahun}"] = t.target
        isi[f"versi_{t.indikator_id}_{t.tahun}"] = str(t.suntingan)
    return isi


def test_every_cell_that_cannot_be_read_is_named_and_none_is_stored(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    i = naskah.partisipasi.pk
    kisi = _kisi(naskah) | {f"target_{i}_2026": "banyak", f"target_{i}_2025": "80"}
    halaman = masuk(pemeran.rina).post(f"{RENSTRA}{naskah.renstra.pk}/target/", kisi).content.decode()
    assert "Indikator 1.1 tahun 2026: tertulis “banyak”" in halaman
    assert 'value="banyak"' in halaman
    assert TargetRenstra.objects.get(indikator=i, tahun=2025).target == "74"


def test_of_two_editors_of_the_grid_the_second_is_told(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    i, kisi = naskah.partisipasi.pk, _kisi(naskah)
    write_target(naskah.renstra, [IsianTarget(i, 2026, "90", dilihat=0)], by=pemeran.rina)
    kisi |= {f"target_{i}_2026": "80"}
    halaman = masuk(pemeran.rina).post(f"{RENSTRA}{naskah.renstra.pk}/target/", kisi).content.decode()
    assert "Target 1.1 tahun 2026 sudah berubah" in halaman
    assert 'value="80"' in halaman
    assert TargetRenstra.objects.get(indikator=i, tahun=2026).target == "90"


def test_two_editors_of_a_tujuan_see_both_texts_and_a_second_try_wins(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    alamat = f"{RENSTRA}tujuan/{naskah.tujuan.pk}/"
    write_tujuan(naskah.tujuan, kode="1", nama="Tulisan pertama", dilihat=0, by=pemeran.rina)
    rina = masuk(pemeran.rina)
    halaman = rina.post(alamat, {"kode": "1", "nama": "Tulisan kedua", "versi": "0"}).content.decode()
    assert "Tulisan pertama" in halaman
    assert "Tulisan kedua" in halaman
    assert 'name="versi" value="1"' in halaman
    assert rina.post(alamat, {"kode": "1", "nama": "Tulisan kedua", "versi": "1"}).status_code == 302
    assert Tujuan.objects.get().nama == "Tulisan kedua"


def test_two_editors_of_a_sasaran_read_the_name_of_what_was_chosen(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    alamat = f"{RENSTRA}sasaran/{naskah.sasaran.pk}/"
    rina = masuk(pemeran.rina)
    rina.post(alamat, {"kode": "1", "nama": "Meningkatnya mutu", "tujuan": naskah.tujuan.pk, "versi": "0"})
    halaman = rina.post(alamat, {"kode": "1", "nama": "Meningkatnya mutu", "tujuan": "", "versi": "0"}).content.decode()
    assert "<td>(kosong)</td><td>Pemilihan yang demokratis</td>" in halaman


def test_funding_is_written_in_rupiah_and_an_emptied_year_is_no_zero(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    alamat = f"{RENSTRA}{naskah.renstra.pk}/pendanaan/"
    rina = masuk(pemeran.rina)
    rina.post(alamat, {"kode_0": "CQ", "uraian_0": "Pemilu", "pagu_0_2025": "1.250.000.000", "pagu_0_2026": "Rp5"})
    assert list(PendanaanRenstra.objects.values_list("tahun", "pagu")) == [(2025, 1_250_000_000), (2026, 5)]
    assert "Rp1.250.000.005" in rina.get(f"{RENSTRA}{naskah.renstra.pk}/").content.decode()
    isi = {"uraian_0": "Pemilu", "pagu_0_2025": "", "versi_0_2025": "0", "pagu_0_2026": "5", "versi_0_2026": "0"}
    rina.post(alamat, isi)
    assert list(PendanaanRenstra.objects.values_list("tahun", "pagu")) == [(2026, 5)]
    halaman = rina.post(alamat, {"kode_1": "WA", "uraian_1": "X", "pagu_1_2025": "1,5"}).content.decode()
    assert "rupiah bulat" in halaman


def test_the_plan_is_handed_on_sent_back_and_adopted_with_its_decision(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    rina, bu_ketua = masuk(pemeran.rina), masuk(pemeran.bu_ketua)
    alamat = f"{RENSTRA}{naskah.renstra.pk}/"
    rina.post(f"{alamat}ajukan/", {"versi": "0"})
    assert "Kembalikan" in bu_ketua.get(alamat).content.decode()
    bu_ketua.post(f"{alamat}kembalikan/", {"alasan": "Target terlalu rendah"})
    assert "Target terlalu rendah" in rina.get(alamat).content.decode()
    rina.post(f"{alamat}ajukan/", {"versi": "2"})
    keputusan = _keputusan(pemeran)
    formulir = bu_ketua.get(f"{alamat}tetapkan/").content.decode()
    assert "Menetapkan Renstra" in formulir
    bu_ketua.post(f"{alamat}tetapkan/", {"tanggal": "2025-02-01", "keputusan": keputusan.pk, "versi": "3"})
    renstra = Renstra.objects.get()
    assert (renstra.status, renstra.tanggal_penetapan, renstra.keputusan) == (
        "ditetapkan",
        date(2025, 2, 1),
        keputusan,
    )


def _keputusan(pemeran: Pemeran) -> KeputusanPleno:
    ba = pemeran.kota.daftar_berita_acara.create(nomor="1/BA", tanggal=date(2025, 1, 30), tempat="Blitar", agenda="-")
    return ba.daftar_keputusan.create(urut=1, bunyi="Menetapkan Renstra")


def test_a_plan_with_gaps_stays_and_says_all_of_them(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{RENSTRA}baru/", ISI)
    alamat = f"{RENSTRA}{Renstra.objects.get().pk}/"
    halaman = rina.post(f"{alamat}ajukan/", {"versi": "0"}, follow=True).content.decode()
    assert "belum memuat tujuan" in halaman
    assert "belum memuat sasaran" in halaman


def test_who_acts_on_an_old_page_is_told(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    submit_renstra(naskah.renstra, by=pemeran.rina)
    isi = {"tanggal": "2025-02-01", "versi": "0"}
    halaman = masuk(pemeran.bu_ketua).post(f"{RENSTRA}{naskah.renstra.pk}/tetapkan/", isi).content.decode()
    assert "sudah berubah sejak Anda membukanya" in halaman
    assert Renstra.objects.get().status == "diajukan"


def test_the_adopted_plan_shows_no_way_to_edit_but_to_the_next_version(
    pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk
) -> None:
    rina = masuk(pemeran.rina)
    alamat = f"{RENSTRA}{ditetapkan.renstra.pk}/"
    halaman = rina.get(alamat).content.decode()
    assert f"{alamat}target/" not in halaman
    assert "Susun versi berikutnya" in halaman
    rina.post(f"{alamat}versi/", {"berlaku_mulai": "2027-01-01", "alasan": "Pagu berubah"})
    baru = Renstra.objects.get(versi=2)
    assert baru.alasan_revisi == "Pagu berubah"
    assert "Pagu berubah" in rina.get(RENSTRA).content.decode()


def test_a_draft_is_thrown_away_with_its_reason(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{RENSTRA}{naskah.renstra.pk}/hapus/"
    assert "ikut terhapus" in masuk(pemeran.rina).get(alamat).content.decode()
    masuk(pemeran.rina).post(alamat, {"alasan": "Mengikuti Renstra KPU"})
    assert not Renstra.objects.exists()


def test_rows_are_taken_out_of_a_draft_by_a_button(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    halaman = rina.post(f"{RENSTRA}tujuan/{naskah.tujuan.pk}/hapus/", follow=True).content.decode()
    assert "masih mempunyai sasaran" in halaman
    rina.post(f"{RENSTRA}indikator/{naskah.akip.pk}/hapus/")
    rina.post(f"{RENSTRA}sasaran/{naskah.sasaran.pk}/hapus/")
    assert not naskah.renstra.daftar_sasaran.exists()
    assert rina.post(f"{RENSTRA}misi/1/hapus/").status_code == 404


def test_danu_looks_and_tono_sees_nothing(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    alamat = f"{RENSTRA}{naskah.renstra.pk}/"
    danu = masuk(pemeran.danu)
    halaman = danu.get(alamat).content.decode()
    assert "Persentase partisipasi pemilih" in halaman
    assert "Ajukan" not in halaman
    assert danu.post(f"{alamat}ajukan/").status_code == 403
    assert danu.get(f"{alamat}target/").status_code == 403
    assert masuk(pemeran.tono).get(alamat).status_code == 404
    assert masuk(pemeran.tono).get(f"/satker/337300/renstra/{naskah.renstra.pk}/").status_code == 404
