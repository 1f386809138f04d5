"""The report of an office-year as facts of the data package: its identity, issues, steps and accepted texts."""

from typing import Any

from akuntabel.core.fakta.laporan import IsuStrategis, Langkah, Laporan
from akuntabel.core.fakta.organisasi import Pejabat, PeranPejabat
from akuntabel.core.fakta.perencanaan import PerjanjianKinerja
from akuntabel.platform.kueri import BarisTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.models import BlokLaporan, IsuLaporan, LangkahLaporan, LaporanKinerja
from akuntabel.siklus.pengukuran.berlaku import find_aturan

_ISU = BarisTetap(
    lambda laporan: (
        IsuLaporan.objects.filter(laporan=laporan).order_by("pk").values_list("urut", "isu", "uraian", "sasaran")
    ),
    1,
)
_LANGKAH = BarisTetap(
    lambda laporan: (
        LangkahLaporan.objects.filter(laporan=laporan)
        .order_by("pk")
        .values_list("urut", "teks", "pengampu", "tenggat", "indikator")
    ),
    1,
)
_NARASI = BarisTetap(
    lambda laporan: (
        BlokLaporan.objects.filter(laporan=laporan, is_usulan=False)
        .exclude(isi="")
        .order_by("nama")
        .values_list("nama", "isi")
    ),
    1,
)


def build_laporan(
    satker: Satker, tahun: int, daftar_pejabat: tuple[Pejabat, ...], daftar_perjanjian: tuple[PerjanjianKinerja, ...]
) -> Laporan:
    """The identity of a report that nobody has begun yet: signed by the party of its agreement."""
    penanda_tangan = daftar_perjanjian[-1].pihak_pertama
    pereviu = next((p.kode for p in daftar_pejabat if p.peran is PeranPejabat.PEREVIU), penanda_tangan)
    return Laporan(
        tahun=tahun,
        tema=None,
        kebijakan=find_aturan(satker, tahun).kebijakan,
        tempat=satker.kota,
        tanggal=None,
        bulan=f"Januari {tahun + 1}",
        penanda_tangan=penanda_tangan,
        pereviu=pereviu,
        dasar=(),
    )


def build_identitas(laporan: LaporanKinerja, awal: Laporan, daftar_pejabat: tuple[Pejabat, ...]) -> Laporan:
    """The identity of a report that is being written. awal: what holds where it names nobody who is there."""
    dikenal = {p.kode for p in daftar_pejabat}
    return Laporan(
        tahun=laporan.tahun,
        tema=laporan.tema or None,
        kebijakan=laporan.kebijakan or awal.kebijakan,
        tempat=laporan.tempat,
        tanggal=laporan.tanggal,
        bulan=laporan.bulan,
        penanda_tangan=laporan.penanda_tangan if laporan.penanda_tangan in dikenal else awal.penanda_tangan,
        pereviu=laporan.pereviu if laporan.pereviu in dikenal else awal.pereviu,
        dasar=tuple(laporan.dasar),
        ambang_serapan=laporan.ambang_serapan,
    )


def build_isi_laporan(laporan: LaporanKinerja) -> dict[str, Any]:
    """The fields of FaktaTahun that the report fills. A sentence that nobody has accepted is no fact."""
    return {
        "daftar_isu": tuple(
            IsuStrategis(urut, isu, uraian, sasaran or None) for urut, isu, uraian, sasaran in _ISU(laporan.pk)
        ),
        "daftar_langkah": tuple(
            Langkah(urut, teks, pengampu or None, tenggat, indikator or None)
            for urut, teks, pengampu, tenggat, indikator in _LANGKAH(laporan.pk)
        ),
        "narasi": dict(_NARASI(laporan.pk)),
    }
