"""The example office with its report in the database, and people who work on it."""

from dataclasses import dataclass

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from contoh_paket import read_contoh


@dataclass(frozen=True)
class LaporanBlitar:
    """The report of the example office, a draft that Rina may go on with; Tono works elsewhere."""

    laporan: LaporanKinerja
    rina: Pengguna
    tono: Pengguna

    @property
    def satker(self) -> Satker:
        """Whose report it is."""
        return self.laporan.satker


def build_laporan_blitar() -> LaporanBlitar:
    """The package taken over."""
    hasil = import_paket(read_contoh(), by=None, is_buat_induk=True)
    laporan = find_laporan(hasil.satker, hasil.tahun)
    if laporan is None:
        raise LookupError("the package brought no report")
    rina = Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
    assign_peran(rina, hasil.satker, Peran.PERENCANA, by=None)
    tono = Pengguna.objects.create_pengguna("tono@contoh.go.id", "Tono")
    return LaporanBlitar(laporan, rina, tono)
