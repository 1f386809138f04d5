"""Every page of the planner, and what the head and the admin have of their own: axe finds nothing serious.

The window watches too: nothing leaves the site, the content policy refuses nothing, no script fails. With
AKUNTABEL_GAMBAR=FOLDER every page is kept as a picture.
"""

import pytest
from playwright.sync_api import Browser

from akuntabel.siklus.organisasi.models import Peran
from doors.web.halaman import DAFTAR_BAGIAN, DAFTAR_BERKAS, DAFTAR_HALAMAN, build_alamat
from doors.web.isi_situs import SANDI
from doors.web.izin import LIHAT, MASUK, SEMUA, SENDIRI
from doors.web.peramban import LAPTOP, PONSEL, Jendela, open_jendela
from doors.web.situs import Situs

KODE = "357200"
ORANG = {"rina": Peran.PERENCANA, "bu_ketua": Peran.PIMPINAN, "admin": Peran.ADMIN}
# Pages on which the head and the admin have buttons of their own; the others they see as Rina does.
BERTOMBOL = {"ruang", "perjanjian_rinci", "renstra_rinci", "rkt", "rencana_aksi", "pleno_rinci", "orang", "satker"}
UMUM = [n for n, h in DAFTAR_HALAMAN.items() if h.get is SEMUA and n not in DAFTAR_BERKAS | DAFTAR_BAGIAN]


def _daftar_terbuka(peran: Peran) -> list[str]:
    """The pages that the person is shown."""
    return [
        nama
        for nama, h in DAFTAR_HALAMAN.items()
        if nama not in DAFTAR_BERKAS | DAFTAR_BAGIAN
        and (h.get in (LIHAT, MASUK, SENDIRI) or (isinstance(h.get, frozenset) and peran in h.get))
    ]


@pytest.mark.parametrize("orang", ORANG)
def test_pages_of_a_person_are_usable_by_everybody(peramban: Browser, situs: Situs, orang: str) -> None:
    daftar = _daftar_terbuka(ORANG[orang])
    if orang != "rina":
        rina = set(_daftar_terbuka(Peran.PERENCANA)) - BERTOMBOL
        daftar = [nama for nama in daftar if nama not in rina]
    with open_jendela(peramban, situs.alamat) as jendela:
        jendela.log_in(f"{orang}@contoh.go.id", SANDI)
        _check_semua(jendela, situs, daftar, orang)


def test_pages_without_log_in_are_usable_by_everybody(peramban: Browser, situs: Situs) -> None:
    with open_jendela(peramban, situs.alamat) as jendela:
        _check_semua(jendela, situs, UMUM, "umum")


def _check_semua(jendela: Jendela, situs: Situs, daftar: list[str], siapa: str) -> None:
    masalah = []
    for nama in daftar:
        jendela.resize(LAPTOP)
        status = jendela.open(build_alamat(nama, KODE, situs.objek[KODE]))
        # Pages of the own account may ask for another state of it.
        if status not in {200, 401} and DAFTAR_HALAMAN[nama].get is not SENDIRI:
            masalah.append(f"{nama}: {status}")
        for ukuran in (LAPTOP, PONSEL):
            jendela.resize(ukuran)
            masalah += [f"{nama} {ukuran.nama}: {p}" for p in jendela.find_pelanggaran()]
            jendela.save_gambar(f"{nama}-{siapa}")
    assert not masalah, f"{len(masalah)} masalah:\n" + "\n".join(masalah[:30])
