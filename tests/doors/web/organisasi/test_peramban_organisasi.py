"""People, officials and plenaries in a real browser: with the keyboard alone, on a laptop and a phone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.peramban import CHROMIUM, DAFTAR_UKURAN, LAPTOP, Jendela, Ukuran, open_jendela
from doors.web.situs import Situs

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama),
]
AWAL = "/satker/357200/"


@contextmanager
def _masuk(peramban: Browser, situs: Situs, ukuran: Ukuran, nama: str) -> Iterator[Jendela]:
    with open_jendela(peramban, situs.alamat, ukuran) as jendela:
        jendela.log_in(f"{nama}@contoh.go.id", SANDI)
        yield jendela
        assert jendela.find_pelanggaran() == []
        jendela.save_gambar(f"organisasi-{nama}")


def test_admin_lets_somebody_in_who_waits_for_a_password(peramban: Browser, situs: Situs, ukuran: Ukuran) -> None:
    with _masuk(peramban, situs, ukuran, "admin") as jendela:
        jendela.open(f"{AWAL}orang/baru/")
        jendela.type_into("Surel wajib", f"wati{ukuran.nama}@contoh.go.id")
        jendela.type_into("Nama wajib", f"Wati {ukuran.nama}")
        jendela.toggle("perencana: menyusun rencana dan perjanjian", key="Space")
        jendela.press("Simpan")
        jendela.see_judul("Orang dan peran")
        jendela.see(f"dikirim ke wati{ukuran.nama}@contoh.go.id")
        jendela.see("folder “surel”")
        jendela.press(f"Kirim tautan lagi Wati {ukuran.nama}")
        jendela.see(f"dikirim ke wati{ukuran.nama}@contoh.go.id")


def test_planner_changes_an_official_and_writes_minutes(peramban: Browser, situs: Situs, ukuran: Ukuran) -> None:
    jabatan = "Anggota" if ukuran is LAPTOP else "Anggota Divisi Data"
    with _masuk(peramban, situs, ukuran, "rina") as jendela:
        jendela.open(f"{AWAL}pejabat/")
        jendela.press(f"Ganti pejabat {jabatan}")
        jendela.type_into("Nama dan gelar pengganti wajib", f"Fitri {ukuran.nama}")
        jendela.type_into("Mulai menjabat wajib", f"0101{TAHUN}")  # the same whether day or month comes first
        jendela.type_into("Alasan wajib", "Keputusan KPU 5")
        jendela.press("Ganti pejabat")
        jendela.see(f"{jabatan} berganti")
        jendela.see(f"Fitri {ukuran.nama}")

        jendela.open(f"{AWAL}pleno/baru/")
        jendela.type_into("Nomor berita acara wajib", f"{ukuran.nama}/BA")
        jendela.type_into("Tempat wajib", "Aula")
        jendela.type_into("Agenda wajib", "Penetapan target")
        jendela.choose("Pimpinan rapat", "Ketua 357200")
        jendela.choose(f"Kehadiran Fitri {ukuran.nama}, {jabatan}", "tidak hadir")
        jendela.type_into("Bunyi keputusan 1", "Menetapkan target kinerja")
        jendela.press("Simpan")
        jendela.see("Berita acara tersimpan")
        jendela.see("Menetapkan target kinerja")
