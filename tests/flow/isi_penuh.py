"""Run by ``situs.build_basis``: an office that has people, posts and a budget, on the day the plan above it is adopted.

Nothing of the office's own year is there: no plan, no agreement, no figure.
"""

from doors.web.isi_situs import fill_basis

SASARAN = {"1": "Meningkatnya partisipasi pemilih", "2": "Terwujudnya tata kelola yang akuntabel"}


def main() -> None:
    """The office as its planner finds it in January."""
    with fill_basis():
        _fill()


def _fill() -> None:
    # Models can be imported only now.
    from pemeran import build_pemeran

    from akuntabel.siklus.organisasi.models import Peran
    from doors.web.isi import build_anggaran, build_orang, build_renstra_nasional
    from flow.isi_alur import seat

    p = build_pemeran()
    build_renstra_nasional(p.pusat, nama_sasaran=SASARAN)
    build_anggaran(p.kota, p.rina)
    seat(p.kota, "ketua", "pimpinan", "Ketua KPU Kota Blitar", "Bu Ketua", p.bu_ketua)
    pak_ketua = build_orang("pak_ketua", p.provinsi, Peran.PIMPINAN)
    seat(p.provinsi, "ketua", "pimpinan", "Ketua KPU Provinsi Jawa Timur", "Pak Ketua", pak_ketua)
    build_orang("eva", p.provinsi, Peran.EVALUATOR)


if __name__ == "__main__":
    main()
