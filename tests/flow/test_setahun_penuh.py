"""One office, one whole year, in a real browser: from the plan it adopts to what the public reads, and the next year.

Rina plans and writes, Danu measures, Bu Ketua signs, Sari reviews, Pak Ketua is the superior; in the end somebody who
has no account reads what was published.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from angka_dokumen import read_angka
from playwright.sync_api import Browser

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.readers.baca import read_berkas
from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.peramban import LAPTOP, Jendela, open_jendela
from doors.web.situs import Situs, build_basis, run_pekerja, serve_situs
from flow.langkah import (
    approve_and_sign,
    draft_perjanjian,
    fill_row,
    sign,
    sign_kedua,
    submit_perjanjian,
    write_p12,
)
from sertifikat_uji import SANDI as SANDI_P12

SATKER = "/satker/357200"
RUANG = f"{SATKER}/{TAHUN}"
ANGGARAN = "kode,sumber_dana,pagu,realisasi\nCQ.6640,RM,1250000000,1187500000\n"
BELUM = {"status": "belum jatuh tempo", "alasan": "Diukur pada akhir tahun"}


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Situs]:
    """The office before its year, and a worker beside its server."""
    with (
        build_basis(tmp_path / "penuh", Path(__file__).with_name("isi_penuh.py")) as basis,
        serve_situs(basis) as situs,
        run_pekerja(basis),
    ):
        yield situs


def test_a_year_from_the_plan_to_the_public(peramban: Browser, kantor: Situs, tmp_path: Path) -> None:
    _rencanakan(peramban, kantor, tmp_path)
    _ukur(peramban, kantor, tmp_path)
    _laporkan(peramban, kantor)
    _reviu(peramban, kantor, tmp_path)
    capaian = _terbitkan(peramban, kantor, tmp_path)
    _baca(peramban, kantor, tmp_path, capaian)
    _lanjutkan(peramban, kantor)


def _rencanakan(peramban: Browser, kantor: Situs, folder: Path) -> None:
    """The plan above is adopted, the agreement drafted from it, approved and signed by both."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", f"{SATKER}/renstra/")
        rina.press("Ikuti Renstra induk")
        rina.press(re.compile(r"^Renstra .*\d{4}"))
        rina.choose(re.compile("^Mulai tahun"), str(TAHUN))
        rina.type_into(re.compile("^Dasar"), "Keputusan KPU 1")
        for kode in ("1.1", "1.2", "2.1"):
            rina.halaman.get_by_label(re.compile(f"{re.escape(kode)} ")).check()
        rina.press("Ikuti")
        rina.open(RUANG + "/")
        draft_perjanjian(rina)
        submit_perjanjian(rina)
    with open_jendela(peramban, kantor.alamat, LAPTOP) as bu_ketua:
        _masuk(bu_ketua, "bu_ketua", RUANG + "/")
        approve_and_sign(bu_ketua, folder)
    with open_jendela(peramban, kantor.alamat, LAPTOP) as pak_ketua:
        _masuk(pak_ketua, "pak_ketua", f"/satker/350000/{TAHUN}/")
        sign_kedua(pak_ketua, folder)


def _ukur(peramban: Browser, kantor: Situs, folder: Path) -> None:
    """The data of the formulas, the budget, and four quarters that another person verifies."""
    berkas = folder / "anggaran.csv"
    berkas.write_text(ANGGARAN, "utf-8")
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", f"{RUANG}/pengukuran/elemen/")
        rina.press("Susun dari rumus")
        rina.open(f"{RUANG}/anggaran/impor/")
        rina.upload("Berkas wajib", berkas)
        rina.press("Periksa berkas")
        rina.see_judul("Arti kolom anggaran.csv")
        rina.press("Baca dengan arti ini")
        rina.see_judul("Yang berubah")
        rina.halaman.once("dialog", lambda tanya: tanya.accept())
        rina.press("Ambil versi ini")
        rina.see_judul(f"Anggaran dan realisasi {TAHUN}")
    for triwulan in (1, 2, 3, 4):
        isi = {"a": {"nilai": "80"}, "b": {"nilai": "100"}} if triwulan == 4 else {"a": BELUM, "b": BELUM}
        with open_jendela(peramban, kantor.alamat, LAPTOP) as danu:
            _masuk(danu, "danu", f"{RUANG}/pengukuran/{triwulan}/")
            for kunci, daftar in isi.items():
                fill_row(danu, kunci, daftar)
            danu.press("Ajukan")
            danu.see("diajukan")
        with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
            _masuk(rina, "rina", f"{RUANG}/pengukuran/{triwulan}/")
            rina.press("Verifikasi")
            rina.see("diverifikasi")


def _laporkan(peramban: Browser, kantor: Situs) -> None:
    """The report is begun, its texts drafted from facts, each accepted by a human, and handed in."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", f"{RUANG}/laporan/")
        rina.press(re.compile("^Mulai Laporan Kinerja"))
        ruang = rina.halaman.url
        rina.toggle("Isian dan berkas")
        rina.press("Isi teks kosong dengan usulan")
        tautan = [str(a.get_attribute("href")) for a in rina.halaman.locator("nav.kerangka a").all()]
        daftar = {a.partition("#")[0] for a in tautan}
        for alamat in sorted(daftar):
            rina.open(alamat)
            kerangka = rina.halaman.locator("section.teks-usulan").filter(has_text="……")
            for ubah in [str(s.get_by_role("link", name="Ubah").get_attribute("href")) for s in kerangka.all()]:
                _tulis_sendiri(rina, ubah)
            if rina.halaman.url != rina.alamat + alamat:
                rina.open(alamat)
            for _ in range(rina.halaman.get_by_role("button", name="Terima usulan").count()):
                rina.press("Terima usulan")
        rina.halaman.goto(ruang)
        rina.save_gambar("laporan-setahun")
        rina.press("Ajukan untuk direviu")
        rina.see("diajukan")


def _tulis_sendiri(rina: Jendela, alamat: str) -> None:
    """What facts cannot know is not accepted as a draft: somebody writes it."""
    rina.open(alamat)
    rina.halaman.locator('[contenteditable="true"]').click()
    rina.halaman.keyboard.press("Control+A")
    rina.halaman.keyboard.type("Petugas bekerja sesuai jadwal dan hasilnya diperiksa setiap bulan.")
    rina.press("Simpan teks")


def _reviu(peramban: Browser, kantor: Situs, folder: Path) -> None:
    """Sari joins the team, weighs the evidence, answers the checklist, and signs the statement."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as sari:
        _masuk(sari, "sari", f"{RUANG}/reviu/")
        sari.press(re.compile("^Laporan Kinerja KPU"))
        rinci = sari.halaman.url
        sari.press("Tugaskan")
        sari.choose(re.compile("^Auditor"), "Sari")
        sari.toggle(re.compile("^Ketua tim"), key="Space")
        sari.press(re.compile("^(Tugaskan|Simpan)"))
        sari.press("Susun bukti")
        _tunggu(sari, rinci, "Susun ulang bukti")
        sari.press("Isi langkah baku")
        for langkah in [str(a.get_attribute("href")) for a in sari.halaman.locator(".daftar-langkah a").all()]:
            sari.open(langkah)
            sari.type_into(re.compile("^Hasil"), "Sesuai dengan sumbernya.")
            sari.type_into(re.compile("^Simpulan"), "Memadai.")
            sari.press("Simpan")
        sari.halaman.goto(rinci)
        sari.press("Isi checklist")
        for butir in sari.halaman.locator("section.butir:not([data-jika-tidak])").all():
            butir.get_by_label("ya", exact=True).check()
        sari.press("Simpan checklist")
        sari.halaman.goto(rinci)
        sari.save_gambar("reviu-setahun")
        sari.press("Pernyataan")
        sari.press(re.compile("^Pakai .*sertifikat"))
        sari.type_into(re.compile("^Jabatan"), "Auditor")
        sari.type_into(re.compile("^Tempat"), "Surabaya")
        sari.upload(re.compile("^Berkas sertifikat"), write_p12(folder, "Sari"))
        sari.type_into(re.compile("^Frasa sandi"), SANDI_P12)
        sari.press("Tandatangani")
        sari.see(re.compile("^Pernyataan telah direviu ditandatangani"))


def _terbitkan(peramban: Browser, kantor: Situs, folder: Path) -> dict[str, str]:
    """Bu Ketua signs the report and lets the public read it; the capaian by indicator as the API tells Rina."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as bu_ketua:
        _masuk(bu_ketua, "bu_ketua", f"{RUANG}/publikasi/")
        bu_ketua.press("Tandatangani")
        sign(bu_ketua, folder / "Bu Ketua.p12")
        bu_ketua.see("siap diterbitkan")
        rinci = bu_ketua.halaman.url
        bu_ketua.halaman.once("dialog", lambda tanya: tanya.accept())
        bu_ketua.press("Terbitkan")
        _tunggu(bu_ketua, rinci, "Tarik dari publik")
        bu_ketua.save_gambar("publikasi-setahun")
        isi = bu_ketua.halaman.request.get(f"{kantor.alamat}/api/v1{RUANG}/capaian").json()
    return {i["kode"]: i["capaian_mentah"]["nilai"] for s in isi["sasaran"] for i in s["indikator"]}


def _baca(peramban: Browser, kantor: Situs, folder: Path, capaian: dict[str, str]) -> None:
    """Somebody without an account reads, downloads every file and has the signed one verified."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as warga:
        assert warga.open(f"{RUANG}/laporan/") == 200
        warga.see_judul("Masuk")  # a draft is not for the public
        assert warga.open(f"/publik/satker/357200/{TAHUN}/") == 200
        warga.see("KPU Kota Blitar")
        warga.save_gambar("publik-setahun")
        tautan = [str(a.get_attribute("href")) for a in warga.halaman.locator("a[href^='/publik/unduh/']").all()]
        berkas: dict[str, bytes] = {}
        for alamat in dict.fromkeys(tautan):
            jawaban = warga.halaman.request.get(kantor.alamat + alamat)
            assert jawaban.status == 200, alamat
            berkas[alamat.rpartition(".")[2]] = jawaban.body()
        angka = {f: read_angka(f"laporan.{f}", berkas[f]) for f in ("pdf", "docx", "html")}
        assert angka["pdf"] == angka["docx"] == angka["html"]
        assert sum(map(len, angka["pdf"].values())) > 50
        alamat = f"{kantor.alamat}/publik/terbitan/357200-{TAHUN}-kpu/data.json"
        terbit = {i["kode"]: i["capaian"] for i in warga.halaman.request.get(alamat).json()["indikator"]}
        assert terbit == capaian
        pdf = folder / "terbit.pdf"
        pdf.write_bytes(berkas["pdf"])
        hasil = check_naskah(read_berkas(pdf))
        assert [(t.kode, t.bukti.tertulis) for t in hasil.temuan] == []
        warga.press("Halaman yang dibuka kode QR dokumennya")
        warga.see("Bu Ketua")
        warga.open("/publik/periksa/")
        warga.upload(re.compile("^Berkas"), pdf)
        warga.press("Periksa")
        warga.see(re.compile("dengan yang diterbitkan: Laporan Kinerja"))
        warga.see(re.compile("^Berkas utuh: 1 tanda tangan elektronik sah"))
        warga.save_gambar("periksa-setahun")


def _lanjutkan(peramban: Browser, kantor: Situs) -> None:
    """Rina opens the next year: its plan stands there as a draft, made from the Renstra."""
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", f"{RUANG}/tahun-berikut/")
        rina.press(f"Buka tahun {TAHUN + 1}")
        rina.see("Yang sudah ada")
        rina.save_gambar("tahun-berikut")
        assert rina.open(f"{SATKER}/{TAHUN + 1}/rkt/") == 200
        rina.see("77,5")


def _tunggu(jendela: Jendela, alamat: str, tombol: str) -> None:
    """Look again until the worker is done."""
    for _ in range(120):
        jendela.halaman.goto(alamat)
        if jendela.halaman.get_by_text(tombol, exact=True).count():
            return
        jendela.halaman.wait_for_timeout(500)
    raise AssertionError(f"{tombol} tidak muncul di {alamat}")


def _masuk(jendela: Jendela, nama: str, alamat: str) -> None:
    jendela.log_in(f"{nama}@contoh.go.id", SANDI)
    jendela.open(alamat)
