"""What an agreement says, and nothing else: the input of its document, from a package or from the database."""

from dataclasses import dataclass
from datetime import date

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.tampilan import besaran_target
from akuntabel.core.fakta.hasil import HasilSasaran, HasilTahun
from akuntabel.core.fakta.organisasi import Pejabat
from akuntabel.core.naskah.model import Kop

NAMA_KOSONG = "……………………………"


@dataclass(frozen=True, slots=True)
class Pihak:
    """One of the two who agree. sifat: "Plt." or "Plh." for who holds the post for the time being.

    keterangan: how and when the party signed, printed below the name of a document that is a copy.
    """

    jabatan: str
    nama: str = ""
    nip: str = ""
    sifat: str = ""
    keterangan: str = ""

    @property
    def sebutan(self) -> str:
        """The post as it is signed: "Plt. Ketua …"."""
        return f"{self.sifat} {self.jabatan}".strip()

    @property
    def nama_tertulis(self) -> str:
        """The name, or the dots where one is written by hand."""
        return self.nama or NAMA_KOSONG


@dataclass(frozen=True, slots=True)
class TargetIndikator:
    """An indicator and what is promised of it, as it is shown."""

    kode: str
    nama: str
    target: Besaran


@dataclass(frozen=True, slots=True)
class SasaranPerjanjian:
    """A sasaran with the indicators that are promised under it."""

    kode: str
    nama: str
    indikator: tuple[TargetIndikator, ...]


@dataclass(frozen=True, slots=True)
class AnggaranPerjanjian:
    """A programme (tingkat 1) or kegiatan (tingkat 2) with its money from one source of funds, in rupiah."""

    kode: str
    uraian: str
    sumber_dana: str
    pagu: int
    tingkat: int


@dataclass(frozen=True, slots=True)
class TandaElektronik:
    """That the document is to be signed electronically. alamat: where it can be verified; dasar: why that is lawful."""

    alamat: str
    dasar: str


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """One agreement in one revision.

    jumlah_anggaran: rupiah over all rows, counted once, None without rows. tanggal: the day of signing, None while it
    is open. sidik: SHA-256 of what it was composed from. keterangan_revisi: which revision this is, and why.
    keterangan_rancangan: why it does not bind yet; then the document says so on every page.
    """

    nama_pendek: str
    nama_lengkap: str
    tahun: int
    pihak_pertama: Pihak
    pihak_kedua: Pihak
    sasaran: tuple[SasaranPerjanjian, ...]
    anggaran: tuple[AnggaranPerjanjian, ...]
    jumlah_anggaran: int | None
    tempat: str
    tanggal: date | None
    sidik: str
    revisi: int = 0
    keterangan_revisi: str = ""
    keterangan_rancangan: str = ""
    kop: Kop | None = None
    elektronik: TandaElektronik | None = None

    @property
    def judul(self) -> str:
        """ "Perjanjian Kinerja Tahun 2026" """
        return f"Perjanjian Kinerja Tahun {self.tahun}"


def read_isi_perjanjian(hasil: HasilTahun) -> IsiPerjanjian:
    """The agreement in force of a package. Packages without one are refused when they are read."""
    fakta = hasil.fakta
    perjanjian = fakta.perjanjian_berlaku
    if perjanjian is None:
        raise ValueError(f"no agreement for {fakta.tahun}")
    anggaran = read_anggaran(hasil)
    return IsiPerjanjian(
        nama_pendek=fakta.satker.nama,
        nama_lengkap=fakta.satker.nama_lengkap,
        tahun=fakta.tahun,
        pihak_pertama=_pihak(fakta.find_pejabat(perjanjian.pihak_pertama)),
        pihak_kedua=_pihak(fakta.find_pejabat(perjanjian.pihak_kedua)),
        sasaran=read_sasaran(hasil),
        anggaran=anggaran,
        jumlah_anggaran=hasil.anggaran.total.semua.pagu if anggaran else None,
        tempat=fakta.laporan.tempat,
        tanggal=perjanjian.tanggal,
        sidik=fakta.sidik,
        revisi=perjanjian.revisi,
        keterangan_revisi=tulis_revisi(perjanjian.revisi, perjanjian.alasan or ""),
    )


def tulis_revisi(revisi: int, alasan: str) -> str:
    """ "Revisi 2: pergantian atau mutasi pejabat."; nothing for the first agreement."""
    if not revisi:
        return ""
    return f"Revisi {revisi}: {alasan.rstrip('.')}." if alasan else f"Revisi {revisi}."


def read_sasaran(hasil: HasilTahun) -> tuple[SasaranPerjanjian, ...]:
    """What a year's agreement promises."""
    return tuple(_sasaran(s) for s in hasil.sasaran)


def read_anggaran(hasil: HasilTahun) -> tuple[AnggaranPerjanjian, ...]:
    """The programmes and kegiatan of a year's budget."""
    return tuple(
        AnggaranPerjanjian(b.kode.kode, b.kode.nama, b.baris.sumber_dana, b.baris.pagu, b.baris.tingkat)
        for b in hasil.anggaran.baris
        if b.baris.tingkat <= 2
    )


def _sasaran(hasil: HasilSasaran) -> SasaranPerjanjian:
    indikator = (TargetIndikator(i.indikator.kode, i.indikator.nama, besaran_target(i)) for i in hasil.indikator)
    return SasaranPerjanjian(hasil.sasaran.kode, hasil.sasaran.nama, tuple(indikator))


def _pihak(pejabat: Pejabat) -> Pihak:
    return Pihak(pejabat.jabatan, pejabat.nama or "", pejabat.nip or "")
