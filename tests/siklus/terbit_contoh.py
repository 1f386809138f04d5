"""The example office up to the signature: its report reviewed, adopted, published, with the cast at work in it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.utils import timezone
from pemeran import Pemeran

from akuntabel.platform.files.jenis import PDF
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import open_berkas, store_berkas
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pelaporan.actions import submit_laporan
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu, revise_laporan
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import PenandatanganP12, open_p12
from akuntabel.siklus.publikasi.actions import publish_laporan
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan
from akuntabel.siklus.publikasi.models import PenetapanLaporan, Terbitan
from akuntabel.siklus.reviu.models import CaraTandaReviu, HasilReviu
from contoh_paket import read_contoh
from sertifikat_uji import SANDI, build_pemegang

TAHUN = 2020
TANGGAL_REVIU = date(2021, 2, 10)
TANGGAL = date(2021, 2, 12)
PDF_KECIL = b"%PDF-1.7\n%%EOF\n"


@dataclass(frozen=True)
class KantorTerbit:
    """The office and its report; each step gives the next."""

    pemeran: Pemeran
    satker: Satker
    laporan: LaporanKinerja

    def ajukan(self) -> LaporanKinerja:
        """Rina hands it in."""
        submit_laporan(self.laporan, by=self.pemeran.rina)
        return self.laporan

    def reviu(self) -> HasilReviu:
        """Sari has reviewed it and signed her statement."""
        self.ajukan()
        hasil = HasilReviu.objects.create(
            laporan=self.laporan,
            nomor=1,
            sidik_fakta=self.laporan.sidik,
            kesimpulan="Berdasarkan reviu kami, tidak terdapat hal yang menimbulkan perbedaan.",
            paragraf_penjelas=["Dua indikator menunggu rilis."],
            nama="Sari Auditor",
            nip="198001012005012001",
            jabatan="Inspektur",
            tempat="Jakarta",
            tanggal=TANGGAL_REVIU,
            cara=CaraTandaReviu.BASAH,
            berkas=store_berkas(PDF_KECIL, "reviu.pdf", by=None, retensi=Retensi.PERMANEN, jenis_boleh=(PDF,)),
            penandatangan=self.pemeran.sari,
        )
        record_hasil_reviu(self.laporan, by=self.pemeran.sari, sidik=self.laporan.sidik)
        return hasil

    def tetapkan(self) -> PenetapanLaporan:
        """Bu Ketua signs it electronically."""
        self.reviu()
        return adopt_laporan(self.laporan, by=self.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=TANGGAL)

    def terbitkan(self) -> Terbitan:
        """Rina publishes it."""
        self.tetapkan()
        return publish_laporan(self.laporan, by=self.pemeran.rina)

    def revisi(self, alasan: str) -> "KantorTerbit":
        """Rina begins the revision of what was signed."""
        return replace(self, laporan=revise_laporan(self.laporan, by=self.pemeran.rina, alasan=alasan))


def build_kantor_terbit(pemeran: Pemeran) -> KantorTerbit:
    """The example package, taken over; Rina, Danu and Bu Ketua work in that office, Sari and Tono do not."""
    satker = import_paket(read_contoh(), by=None, is_buat_induk=True).satker
    for orang, peran in (
        (pemeran.rina, Peran.PERENCANA),
        (pemeran.danu, Peran.PENGELOLA_DATA),
        (pemeran.bu_ketua, Peran.PIMPINAN),
    ):
        assign_peran(orang, satker, peran, by=None)
    laporan = find_laporan(satker, TAHUN)
    assert laporan is not None
    return KantorTerbit(pemeran, satker, laporan)


@cache
def _p12() -> bytes:
    return build_pemegang("Bu Ketua").build_p12()


def open_ketua() -> PenandatanganP12:
    """Bu Ketua's certificate, for which nobody vouches."""
    return open_p12(_p12(), SANDI, pada=timezone.now())


def read_isi(berkas: Berkas) -> bytes:
    """The bytes of a stored file."""
    with open_berkas(berkas) as isi:
        return bytes(isi.read())
