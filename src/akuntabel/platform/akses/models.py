"""Tokens by which programs act for a person, and the answers that a repeated request gets again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class TokenAkses(models.Model):
    """What a program shows instead of a person's password; only a hash of it is kept (0002 guards the rest).

    It never allows more than its owner may: hak names the kinds of acts it is for, batas the one thing it is
    bound to, empty: everything of the owner. What the words mean is said by the door that asks for them. awalan:
    its first letters, by which the owner knows it again. dicabut_pada: from then on it is good for nothing, for ever.
    """

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField("nama", max_length=100)
    awalan = models.CharField(max_length=12, editable=False)
    sidik = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    hak = models.JSONField(default=list)
    batas = models.CharField(max_length=20, blank=True)
    kedaluwarsa = models.DateTimeField("berlaku sampai")
    terakhir_dipakai = models.DateTimeField("terakhir dipakai", null=True, blank=True)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "token akses"
        ordering: ClassVar[list[str]] = ["-pk"]
        indexes = (models.Index(fields=["pengguna", "-id"], name="token_akses_pengguna"),)
        constraints = (
            models.CheckConstraint(condition=~Q(nama="") & ~Q(sidik=""), name="token_akses_bernama"),
            models.CheckConstraint(condition=Q(kedaluwarsa__gt=F("created_at")), name="token_akses_berbatas_waktu"),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def is_berlaku(self) -> bool:
        """Whether it opens anything now, as far as it goes by itself; its owner must be active too."""
        return self.dicabut_pada is None and timezone.now() < self.kedaluwarsa

    @property
    def status(self) -> str:
        """The state in the words of the screen."""
        if self.dicabut_pada is not None:
            return "dicabut"
        return "berlaku" if self.is_berlaku else "kedaluwarsa"


class KunciIdempoten(models.Model):
    """The answer of an act that was done once, for whoever sends the same request again with the same key.

    pemegang: the token or the person of the request. sidik_isi: SHA-256 of its body; another body under the same
    key is a mistake of the program and no repetition.
    """

    PANJANG_KUNCI: ClassVar[int] = 100

    pemegang = models.CharField(max_length=40)
    kunci = models.CharField(max_length=100)
    metode = models.CharField(max_length=10)
    alamat = models.CharField(max_length=500)
    sidik_isi = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    jawaban = models.JSONField(null=True)
    kedaluwarsa = models.DateTimeField(db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "kunci idempoten"
        constraints = (models.UniqueConstraint(fields=["pemegang", "kunci"], name="kunci_idempoten_satu_per_pemegang"),)

    def __str__(self) -> str:
        return f"{self.metode} {self.alamat} {self.kunci}"
