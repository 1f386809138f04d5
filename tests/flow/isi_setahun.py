"""Run by ``situs.build_basis``: KPU Kota Blitar in 2020 with its plan and signed agreement; nothing measured or spent.

What the year brought is in the data package of the example; the tests bring it in as people do.
"""

from dataclasses import replace

from doors.web.isi_situs import fill_basis


def main() -> None:
    """The office as its planner finds it in April 2020."""
    with fill_basis():
        _fill()


def _fill() -> None:
    # Models can be imported only now.
    from akuntabel.siklus.organisasi.models import Peran
    from akuntabel.siklus.pelaporan.impor_paket import import_paket
    from contoh_paket import read_contoh
    from doors.web.isi import build_orang

    kosong = replace(
        read_contoh(),
        daftar_elemen=(),
        daftar_fakta=(),
        daftar_bukti=(),
        daftar_anggaran=(),
        daftar_revisi=(),
        daftar_rincian_revisi=(),
        daftar_hibah=(),
        narasi={},
    )
    satker = import_paket(kosong, by=None, is_buat_induk=True).satker
    for nama, peran in (("rina", Peran.PERENCANA), ("danu", Peran.PENGELOLA_DATA), ("bu_ketua", Peran.PIMPINAN)):
        build_orang(nama, satker, peran)


if __name__ == "__main__":
    main()
