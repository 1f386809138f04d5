"""Plenaries on the screen: written, changed, signed, downloaded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pemeran import Pemeran

from akuntabel.siklus.organisasi.models import BeritaAcara, Pejabat
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra
from akuntabel.siklus.perencanaan.isian import IsiRenstra
from akuntabel.siklus.perencanaan.models import Renstra
from doors.web.organisasi.baca import Halaman

AWAL = "/satker/357200/pleno/"


def _isi(komisioner: list[Pejabat], *, jumlah_hadir: int = 5, **lain: str) -> dict[str, str]:
    return {
        "nomor": "12/BA/2026",
        "tanggal": "2026-01-05",
        "tempat": "Aula",
        "agenda": "Penetapan target",
        "pembahasan": "",
        "ketua": str(komisioner[0].pk),
        "bunyi_0": "Menetapkan target kinerja 2026",
        "jenis_0": "target",
        **{f"peserta_{p.pk}": "hadir" if n < jumlah_hadir else "absen" for n, p in enumerate(komisioner)},
    } | lain


def _susun(client: Client, komisioner: list[Pejabat], **lain: int) -> BeritaAcara:
    jawaban = client.post(f"{AWAL}baru/", _isi(komisioner, **lain))
    assert jawaban.status_code == 302, Halaman(jawaban.text).ringkasan
    return BeritaAcara.objects.get()


def test_minutes_go_from_the_form_to_a_frozen_document(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner, jumlah_hadir=4)
    halaman = client.get(f"{AWAL}{berita_acara.pk}/")
    assert "Menetapkan target kinerja 2026" in halaman.text
    assert "Catat tanda tangan" not in halaman.text  # Rina writes, she does not sign
    client.force_login(pemeran.bu_ketua)
    assert "Catat tanda tangan" in client.get(f"{AWAL}{berita_acara.pk}/").text
    hadir = [str(p.pk) for p in berita_acara.daftar_peserta.filter(hadir=True)]
    client.post(f"{AWAL}{berita_acara.pk}/tanda-tangan/", {"peserta": hadir, "versi": "0"})
    berita_acara.refresh_from_db()
    assert berita_acara.status == "ditandatangani"
    halaman = client.get(f"{AWAL}{berita_acara.pk}/").text
    assert berita_acara.sidik[:16] in halaman
    assert "Catat tanda tangan" not in halaman
    assert client.get(f"{AWAL}{berita_acara.pk}/ubah/").status_code == 302
    assert client.get(f"{AWAL}{berita_acara.pk}/dokumen.pdf").content.startswith(b"%PDF")
    assert client.get(f"{AWAL}{berita_acara.pk}/dokumen.docx").content.startswith(b"PK")
    assert client.get(f"{AWAL}{berita_acara.pk}/dokumen.exe").status_code == 404
    assert "12/BA/2026" in client.get(AWAL).text


def test_who_no_longer_holds_the_post_is_offered_but_not_put_down_as_present(client: Client, pemeran, komisioner):
    kemarin = timezone.localdate() - timedelta(days=1)
    Pejabat.objects.filter(pk__in=[komisioner[0].pk, komisioner[1].pk]).update(selesai=kemarin)
    client.force_login(pemeran.rina)
    halaman = Halaman(client.get(f"{AWAL}baru/").text)
    assert [halaman.nilai(f"peserta_{p.pk}") for p in komisioner] == ["", "", "hadir", "hadir", "hadir"]
    assert halaman.nilai("ketua") == ""


def test_what_is_in_the_way_is_said_before_anybody_signs(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.bu_ketua)
    berita_acara = _susun(client, komisioner, jumlah_hadir=3)
    halaman = client.get(f"{AWAL}{berita_acara.pk}/").text
    assert "Hadir 3 anggota, paling sedikit 4 dari 5" in halaman
    assert "Catat tanda tangan" not in halaman
    hadir = [str(p.pk) for p in berita_acara.daftar_peserta.filter(hadir=True)]
    jawaban = client.post(f"{AWAL}{berita_acara.pk}/tanda-tangan/", {"peserta": hadir, "versi": "0"}, follow=True)
    assert "Rapat belum kuorum" in jawaban.text
    assert not berita_acara.daftar_peserta.exclude(waktu_tanda_tangan=None).exists()


def test_a_change_while_somebody_reads_is_told_and_nothing_is_signed(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    ubah = _isi(komisioner, agenda="Agenda lain", versi="0", id_0=str(berita_acara.daftar_keputusan.get().pk))
    assert client.post(f"{AWAL}{berita_acara.pk}/ubah/", ubah).status_code == 302
    assert "sudah diubah orang lain" in client.post(f"{AWAL}{berita_acara.pk}/ubah/", ubah).text
    client.force_login(pemeran.bu_ketua)
    peserta = [str(p.pk) for p in berita_acara.daftar_peserta.all()]
    alamat = f"{AWAL}{berita_acara.pk}/tanda-tangan/"
    assert "sudah diubah" in client.post(alamat, {"peserta": peserta, "versi": "0"}, follow=True).text
    assert "Belum ada peserta yang dipilih" in client.post(alamat, {"versi": "1"}, follow=True).text
    assert not berita_acara.daftar_peserta.exclude(waktu_tanda_tangan=None).exists()


def test_what_is_missing_is_said_all_at_once(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    kosong = {f"peserta_{p.pk}": "" for p in komisioner}
    halaman = Halaman(client.post(f"{AWAL}baru/", kosong).text)
    assert {"nomor", "tanggal", "tempat", "agenda"} <= set(halaman.galat)
    assert "Belum ada peserta" in halaman.ringkasan
    absen = _isi(komisioner) | {f"peserta_{komisioner[0].pk}": "absen"}
    assert "ketua" in Halaman(client.post(f"{AWAL}baru/", absen).text).galat
    ganda = _susun(client, komisioner)
    assert "bernomor itu" in Halaman(client.post(f"{AWAL}baru/", _isi(komisioner)).text).ringkasan
    assert BeritaAcara.objects.get() == ganda


def test_a_draft_is_thrown_away_with_a_reason(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    assert client.post(f"{AWAL}{berita_acara.pk}/buang/", {"alasan": "Salah", "versi": "0"}).status_code == 302
    assert not BeritaAcara.objects.exists()


def test_a_member_with_an_account_signs_for_oneself(client: Client, pemeran: Pemeran, komisioner):
    Pejabat.objects.filter(pk=komisioner[1].pk).update(pengguna=pemeran.danu)
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    client.force_login(pemeran.danu)
    halaman = client.get(f"{AWAL}{berita_acara.pk}/").text
    assert halaman.count('name="peserta"') == 1
    budi = berita_acara.daftar_peserta.get(nama="Budi")
    client.post(f"{AWAL}{berita_acara.pk}/tanda-tangan/", {"peserta": [str(budi.pk)], "versi": "0"})
    budi.refresh_from_db()
    assert budi.cara == "akun"


@pytest.mark.parametrize("nama", ["danu", "sari", "supervisor", "admin"])
def test_others_read_but_neither_write_nor_sign(client: Client, pemeran: Pemeran, komisioner, nama: str):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    client.force_login(getattr(pemeran, nama))
    assert client.get(f"{AWAL}{berita_acara.pk}/").status_code == 200
    for alamat in ("baru/", f"{berita_acara.pk}/ubah/", f"{berita_acara.pk}/buang/"):
        assert client.get(f"{AWAL}{alamat}").status_code == 403
        assert client.post(f"{AWAL}{alamat}", {}).status_code == 403
    assert client.post(f"{AWAL}{berita_acara.pk}/tanda-tangan/", {"peserta": ["1"], "versi": "0"}).status_code == 403


def test_tono_gets_404(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    client.force_login(pemeran.tono)
    for alamat in ("", "baru/", f"{berita_acara.pk}/", f"{berita_acara.pk}/dokumen.pdf"):
        assert client.get(f"{AWAL}{alamat}").status_code == 404
    assert client.get(f"/satker/337300/pleno/{berita_acara.pk}/").status_code == 404


def test_a_decision_shows_what_it_has_set(client: Client, pemeran: Pemeran, komisioner):
    client.force_login(pemeran.rina)
    berita_acara = _susun(client, komisioner)
    isi = IsiRenstra(2025, 2029, "Keputusan 1", "Visi")
    renstra = draft_renstra(pemeran.kota, isi, by=None)
    Renstra.objects.filter(pk=renstra.pk).update(keputusan=berita_acara.daftar_keputusan.get())
    assert f'href="/satker/357200/renstra/{renstra.pk}/"' in client.get(f"{AWAL}{berita_acara.pk}/").text
