"""Run by ``situs.build_basis``: an office with a signed agreement and four data to measure, and two who measure."""

from doors.web.isi_situs import fill_basis


def main() -> None:
    """The kantor of the tests; each of its two data is asked for by sex."""
    with fill_basis():
        # Models can be imported only now.
        from kantor_contoh import build_kantor
        from pemeran import build_pemeran
        from rencana_contoh import build_rencana

        from akuntabel.siklus.organisasi.models import Peran
        from akuntabel.siklus.pengukuran.models import Elemen, RincianElemen
        from doors.web.isi import build_orang

        pemeran = build_pemeran()
        kantor = build_kantor(pemeran, build_rencana(pemeran))
        build_orang("dini", pemeran.kota, Peran.PENGELOLA_DATA)
        for kode, nama in (("a", "Pengguna hak pilih"), ("b", "Pemilih terdaftar")):
            Elemen.objects.filter(pk=kantor.elemen[kode].pk).update(nama=nama, satuan="orang")
            for kelamin in ("L", "P"):
                RincianElemen.objects.create(elemen=kantor.elemen[kode], jenis_kelamin=kelamin)


if __name__ == "__main__":
    main()
