"""Run by ``situs.build_basis``: an office on the morning on which its agreement is due, and the offices above it.

The Renstra of KPU sets 77,5 % for indicator 1.1, but KPU itself has promised 80 % in the agreement of this year: what
Rina drafts from the Renstra is below what binds her office.
"""

from typing import TYPE_CHECKING

from doors.web.isi_situs import fill_basis

if TYPE_CHECKING:
    from akuntabel.platform.accounts.models import Pengguna
    from akuntabel.siklus.organisasi.models import Pejabat, Satker


def main() -> None:
    """People, posts, plan, budget; no agreement of the office yet."""
    with fill_basis():
        _fill()


def seat(satker: "Satker", kode: str, peran: str, jabatan: str, nama: str, pengguna: "Pengguna | None") -> "Pejabat":
    """A post, who holds it, and the account of that person."""
    from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, draft_pejabat
    from akuntabel.siklus.organisasi.models import Pejabat
    from doors.web.isi import AWAL

    pejabat = draft_pejabat(satker, PejabatBaru(kode, peran, jabatan, nama, mulai=AWAL), by=None)
    Pejabat.objects.filter(pk=pejabat.pk).update(pengguna=pengguna)
    return pejabat


def _fill() -> None:
    # Models can be imported only now.
    from pemeran import build_pemeran

    from akuntabel.siklus.organisasi.models import Peran
    from akuntabel.siklus.perencanaan.actions.adopsi import adopt_renstra_induk
    from akuntabel.siklus.perencanaan.models import Indikator
    from akuntabel.siklus.perjanjian.actions_impor import PerjanjianImpor, import_perjanjian
    from doors.web.isi import AWAL, DAFTAR_INDIKATOR, TAHUN, build_anggaran, build_orang, build_renstra_nasional

    p = build_pemeran()
    renstra = build_renstra_nasional(p.pusat)
    indikator = list(Indikator.objects.filter(sasaran__renstra=renstra).order_by("kode"))
    ketua_kpu = seat(p.pusat, "ketua", "pimpinan", "Ketua KPU", "Ketua Nasional", None)
    anggota = seat(p.pusat, "anggota", "anggota", "Anggota KPU", "Anggota Nasional", None)
    janji = {kode: nilai for kode, *_, nilai in DAFTAR_INDIKATOR} | {"1.1": "80"}
    import_perjanjian(
        p.pusat,
        PerjanjianImpor(
            kode="pk-kpu", tahun=TAHUN, revisi=0, pihak_pertama=ketua_kpu, pihak_kedua=anggota, tanggal=AWAL,
            alasan="", sumber="Perjanjian Kinerja KPU", daftar_target=[(i, janji[i.kode]) for i in indikator],
        ),
        by=None,
    )  # fmt: skip
    adopt_renstra_induk(p.kota, renstra, tahun_mulai=TAHUN, daftar_indikator=indikator, dasar="Keputusan", by=None)
    build_anggaran(p.kota, p.rina)
    seat(p.kota, "ketua", "pimpinan", "Ketua KPU Kota Blitar", "Bu Ketua", p.bu_ketua)
    pak_ketua = build_orang("pak_ketua", p.provinsi, Peran.PIMPINAN)
    seat(p.provinsi, "ketua", "pimpinan", "Ketua KPU Provinsi Jawa Timur", "Pak Ketua", pak_ketua)
    build_orang("rini", p.kota, Peran.PERENCANA)


if __name__ == "__main__":
    main()
