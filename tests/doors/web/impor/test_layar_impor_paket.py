"""A data package through the browser: looked at, taken, given back; what is not a package is told."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pemeran import Pemeran

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import draft_entitas
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun
from akuntabel.siklus.pelaporan.zip_paket import pack_paket, unpack_paket
from contoh_paket import read_contoh

ALAMAT = "/satker/357200/2020/impor/paket/"
UNDUH = "/satker/357200/2020/ekspor/paket.zip"


@pytest.fixture
def ketua(masuk: Callable[[Pengguna], Client], pemeran: Pemeran) -> Client:
    """Signed in as the head of the office, who alone may take a package."""
    return masuk(pemeran.bu_ketua)


def _paket() -> FaktaTahun:
    contoh = read_contoh()
    return seal_fakta(replace(contoh, satker=replace(contoh.satker, kode="357200")))


def _unggah(isi: bytes, nama: str = "paket.zip") -> dict[str, SimpleUploadedFile]:
    return {"berkas": SimpleUploadedFile(nama, isi)}


def _titipan(jawaban: HttpResponse) -> str:
    cocok = re.search(r'name="titipan" value="([^"]+)"', jawaban.text)
    assert cocok, "the page offers nothing to take"
    return unescape(cocok[1])


def test_package_is_looked_at_taken_and_given_back_the_same(ketua: Client):
    isi = pack_paket(_paket())
    pratinjau = ketua.post(ALAMAT, _unggah(isi))
    assert "tahun 2020: tahun baru" in pratinjau.text
    assert not Unit.objects.exists()
    jawaban = ketua.post(ALAMAT, {"titipan": _titipan(pratinjau)}, follow=True)
    assert "Paket data tahun 2020 sudah diambil" in jawaban.text
    unduhan = ketua.get(UNDUH)
    assert unduhan.headers["Content-Disposition"] == 'attachment; filename="paket-357200-2020.zip"'
    assert unduhan.content == isi


def test_office_of_two_entities_has_a_package_of_each(ketua: Client, pemeran: Pemeran):
    ketua.post(ALAMAT, {"titipan": _titipan(ketua.post(ALAMAT, _unggah(pack_paket(_paket()))))})
    draft_entitas(pemeran.kota, kode="sekretariat", nama="Sekretariat", peran_pimpinan="sekretaris", by=None)
    assert f"{UNDUH}?entitas=sekretariat" in ketua.get("/satker/357200/2020/impor/").text
    unduhan = ketua.get(UNDUH, {"entitas": "sekretariat"})
    assert unduhan.headers["Content-Disposition"] == 'attachment; filename="paket-357200-2020-sekretariat.zip"'
    assert ketua.get(UNDUH).status_code == 200
    assert ketua.get(UNDUH, {"entitas": "dewan"}).status_code == 404


def test_second_look_tells_old_and_new(ketua: Client):
    ketua.post(ALAMAT, {"titipan": _titipan(ketua.post(ALAMAT, _unggah(pack_paket(_paket()))))})
    paket = _paket()
    unit, *lain = paket.daftar_unit
    ubah = seal_fakta(replace(paket, daftar_unit=(replace(unit, nama="Ketua dan Anggota"), *lain)))
    pratinjau = ketua.post(ALAMAT, _unggah(pack_paket(ubah)))
    assert "<ins>Ketua dan Anggota</ins>" in pratinjau.text
    assert f"<del>{unit.nama}</del>" in pratinjau.text
    assert build_fakta_tahun(Satker.objects.get(kode="357200"), 2020) == paket


def test_package_in_a_folder_and_with_foreign_files_is_read(ketua: Client):
    paket = _paket()
    with zipfile.ZipFile(io.BytesIO(pack_paket(paket))) as lama:
        isi = {f"blitar/{n}": lama.read(n) for n in lama.namelist()} | {"blitar/catatan.txt": b"x", "lain.csv": b"y"}
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as baru:
        for nama, teks in isi.items():
            baru.writestr(nama, teks)
    assert unpack_paket("a.zip", keluaran.getvalue()) == paket
    assert "tahun baru" in ketua.post(ALAMAT, _unggah(keluaran.getvalue())).text


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"bukan zip", "arsipnya rusak"),
        (b"PK\x05\x06" + b"\0" * 18, "tidak ada datapackage.json"),
    ],
)
def test_what_is_no_package_is_told(ketua: Client, isi: bytes, kata: str):
    jawaban = ketua.post(ALAMAT, _unggah(isi))
    assert kata in jawaban.text.lower()
    assert "titipan" not in jawaban.text


def test_archive_that_would_write_elsewhere_or_swell_is_refused(ketua: Client):
    for nama, isi in (("../../jahat.csv", b"x"), ("narasi/a.md", b"0" * 9_000_000)):
        keluaran = io.BytesIO()
        with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
            arsip.writestr("datapackage.json", "{}")
            arsip.writestr(nama, isi)
        assert "1 masalah; tidak ada yang diambil" in ketua.post(ALAMAT, _unggah(keluaran.getvalue())).text


def test_package_of_another_office_is_refused(ketua: Client):
    jawaban = ketua.post(ALAMAT, _unggah(pack_paket(read_contoh())))
    assert "657960 (KPU Kota Blitar)" in jawaban.text
    assert "Buka satker yang benar" in jawaban.text


def test_all_mistakes_of_a_package_are_on_one_page(ketua: Client):
    paket = _paket()
    pertama, *lain = paket.daftar_pejabat
    rusak = seal_fakta(
        replace(
            paket,
            daftar_pejabat=(replace(pertama, nip="1"), *lain),
            daftar_sasaran=tuple(replace(s, tujuan="99") for s in paket.daftar_sasaran),
        )
    )
    jawaban = ketua.post(ALAMAT, _unggah(pack_paket(rusak)))
    assert "4 masalah" in jawaban.text
    assert Satker.objects.get(kode="357200").versi == 0


def test_year_that_is_not_complete_says_what_is_missing(ketua: Client):
    jawaban = ketua.get(UNDUH)
    assert "Perjanjian kinerja yang ditandatangani" in jawaban.text
    assert "Renstra yang berlaku" in jawaban.text


def test_only_the_head_brings_packages_in(masuk: Callable[[Pengguna], Client], pemeran: Pemeran):
    for orang in (pemeran.danu, pemeran.rina, pemeran.admin):
        assert masuk(orang).post(ALAMAT, _unggah(pack_paket(_paket()))).status_code == 403
    assert masuk(pemeran.tono).get(UNDUH).status_code == 404
