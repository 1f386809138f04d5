"""Who did what, from what to what, when and why: rows that are written once and sealed in batches by a hash chain.

A row is written in the transaction of the act. Chaining each row to the one before would fork under several writers,
so a job seals what has settled: a seal holds the hash of its rows and of the seal before it.
"""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class JejakAudit(models.Model):
    """One act. The database refuses to change or delete it (migration 0002)."""

    waktu = models.DateTimeField(default=timezone.now, db_index=True)
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="pelaku"
    )
    tindakan = models.CharField(max_length=80)
    objek = models.CharField("jenis objek", max_length=80)
    objek_id = models.CharField(max_length=40)
    lama = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    baru = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    alasan = models.TextField(blank=True)

    class Meta:
        verbose_name = "jejak audit"
        indexes = (models.Index(fields=["objek", "objek_id"], name="audit_objek"),)

    def __str__(self) -> str:
        return f"{self.waktu:%Y-%m-%d %H:%M} {self.tindakan} {self.objek} {self.objek_id}"


class SegelAudit(models.Model):
    """A link of the chain. sidik: SHA-256 over the seal before it and the rows from ``dari`` to ``sampai``."""

    dari = models.BigIntegerField()
    sampai = models.BigIntegerField(unique=True)
    jumlah = models.IntegerField()
    sidik = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "segel audit"

    def __str__(self) -> str:
        return f"{self.dari}–{self.sampai} {self.sidik[:12]}"
