"""An election as an office and all below it know it in a year, and the stages of an office in it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from akuntabel.core.calc.partisipasi import KategoriPemilih, RumusPartisipasi
from akuntabel.core.fakta.kepemiluan import KelompokTahapan, StatusTahapan, check_tepat_waktu
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.querysets import MilikSatkerAtasQuerySet


class Pemilihan(models.Model):
    """An election in the words of an office, for itself and all below it; the nearest office that names a kode wins.

    tahun_laporan: the year of accountability in which it is looked at; tahun: that of the election. label_…: what
    each list of voters is called in it. basis_…: the official formula of turnout as categories, comma between;
    empty where nobody knows it. rumus_partisipasi: the same in words.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun_laporan = models.PositiveSmallIntegerField("tahun laporan")
    kode = models.CharField(max_length=60)
    nama = models.TextField("nama resmi")
    tahun = models.IntegerField("tahun pemilihan")
    tanggal = models.DateField("hari pemungutan suara", null=True, blank=True)
    label_terdaftar = models.TextField("nama daftar pemilih tetap")
    label_pindahan = models.TextField("nama daftar pindah memilih")
    label_tambahan = models.TextField("nama daftar pemilih dengan KTP elektronik")
    rumus_partisipasi = models.TextField("rumus resmi partisipasi")
    basis_pengguna = models.CharField("pengguna yang dihitung", max_length=40, blank=True)
    basis_pemilih = models.CharField("pemilih yang menjadi dasar", max_length=40, blank=True)
    sumber = models.TextField("asal keterangan", blank=True)
    urut = models.PositiveIntegerField(default=0)
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerAtasQuerySet["Pemilihan"].as_manager()

    class Meta:
        verbose_name = "pemilihan"
        verbose_name_plural = "pemilihan"
        ordering: ClassVar[list[str]] = ["tahun_laporan", "urut", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun_laporan", "kode"],
                name="pemilihan_satu_per_kode",
                violation_error_message="Satker ini sudah mempunyai pemilihan dengan kode itu pada tahun ini.",
            ),
            models.CheckConstraint(
                condition=(Q(basis_pengguna="") & Q(basis_pemilih="")) | (~Q(basis_pengguna="") & ~Q(basis_pemilih="")),
                name="pemilihan_rumus_utuh",
                violation_error_message="Pilih daftar untuk pembilang dan untuk penyebut rumus partisipasi.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def label(self) -> dict[KategoriPemilih, str]:
        """What the election calls each list."""
        return {
            KategoriPemilih.TERDAFTAR: self.label_terdaftar,
            KategoriPemilih.PINDAHAN: self.label_pindahan,
            KategoriPemilih.TAMBAHAN_KTP: self.label_tambahan,
        }

    @property
    def rumus(self) -> RumusPartisipasi | None:
        """The official formula, where it is known."""
        if not self.basis_pengguna:
            return None
        return RumusPartisipasi(read_basis(self.basis_pengguna), read_basis(self.basis_pemilih))


def read_basis(teks: str) -> frozenset[KategoriPemilih]:
    """The categories of a column."""
    return frozenset(KategoriPemilih(k) for k in teks.split(",") if k)


def write_basis(daftar: frozenset[KategoriPemilih]) -> str:
    """The categories as a column keeps them, always in the same order."""
    return ",".join(k.value for k in KategoriPemilih if k in daftar)


class Tahapan(models.Model):
    """A stage as an office went through it. tanda_tepat_waktu: what a package says where the dates do not say it."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    pemilihan = models.ForeignKey(Pemilihan, on_delete=models.PROTECT, related_name="+")
    urut = models.IntegerField("nomor urut")
    kelompok = models.CharField(max_length=20, choices=[(k.value, k.value) for k in KelompokTahapan])
    nama = models.TextField("nama tahapan")
    status = models.CharField(max_length=20, choices=[(s.value, s.value) for s in StatusTahapan])
    tanda_tepat_waktu = models.BooleanField("dinyatakan tepat waktu", null=True, blank=True)
    rencana_mulai = models.DateField("jadwal mulai", null=True, blank=True)
    rencana_selesai = models.DateField("jadwal selesai", null=True, blank=True)
    realisasi_mulai = models.DateField("pelaksanaan mulai", null=True, blank=True)
    realisasi_selesai = models.DateField("pelaksanaan selesai", null=True, blank=True)
    dasar = models.CharField("dasar hukum", max_length=60, blank=True)
    sumber = models.TextField("asal keterangan", blank=True)
    posisi = models.PositiveIntegerField(default=0)  # where it stands in a package, whatever its number
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Tahapan"].as_manager()

    class Meta:
        verbose_name = "tahapan"
        verbose_name_plural = "tahapan"
        ordering: ClassVar[list[str]] = ["satker", "pemilihan", "posisi", "urut"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "pemilihan", "urut"],
                name="tahapan_satu_per_urut",
                violation_error_message="Pemilihan ini sudah mempunyai tahapan dengan nomor urut itu.",
            ),
            models.CheckConstraint(
                condition=Q(rencana_mulai=None) | Q(rencana_selesai=None) | Q(rencana_selesai__gte=F("rencana_mulai")),
                name="tahapan_rencana_berurutan",
                violation_error_message="Jadwal selesai sebelum mulai; betulkan salah satu tanggalnya.",
            ),
            models.CheckConstraint(
                condition=Q(realisasi_mulai=None)
                | Q(realisasi_selesai=None)
                | Q(realisasi_selesai__gte=F("realisasi_mulai")),
                name="tahapan_realisasi_berurutan",
                violation_error_message="Pelaksanaan selesai sebelum mulai; betulkan salah satu tanggalnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.urut}. {self.nama}"

    @property
    def is_tepat_waktu(self) -> bool | None:
        """Whether it was done in time: by its dates where both ends are known, else as it was said to be."""
        hitung = check_tepat_waktu(StatusTahapan(self.status), self.rencana_selesai, self.realisasi_selesai)
        return self.tanda_tepat_waktu if hitung is None else hitung

    @property
    def is_dihitung(self) -> bool:
        """Whether the dates say it, not a mark."""
        return check_tepat_waktu(StatusTahapan(self.status), self.rencana_selesai, self.realisasi_selesai) is not None
