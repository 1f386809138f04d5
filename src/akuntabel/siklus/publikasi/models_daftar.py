"""Beside the publications: the public register of offices, and the sign by which a stored page knows that it is old."""

from typing import ClassVar

from django.db import models


class SatkerTerbit(models.Model):
    """An office as the public knows it, whether it has published or not: the denominator of every coverage.

    A copy of the register, renewed with every publication (``daftar_satker``); kode_induk is empty at the top.
    """

    kode = models.CharField("kode satker", max_length=20, unique=True)
    nama = models.CharField(max_length=200)
    nama_lengkap = models.CharField("nama resmi", max_length=300)
    jenis = models.CharField(max_length=20)
    kode_induk = models.CharField("kode satker induk", max_length=20, blank=True, db_index=True)
    path = models.CharField(max_length=120, db_index=True)
    wilayah = models.CharField("kode wilayah", max_length=4, blank=True)

    class Meta:
        verbose_name = "satker yang diumumkan"
        ordering: ClassVar[list[str]] = ["path"]

    def __str__(self) -> str:
        return self.nama


class VersiPublikasi(models.Model):
    """One row: a random mark that the database itself changes with every change of what is public (0003_versi).

    Random and not a count: after a rollback or a restored backup a count would come to the same number again, for other
    content.
    """

    tanda = models.CharField(max_length=36)

    class Meta:
        verbose_name = "versi publikasi"

    def __str__(self) -> str:
        return self.tanda
