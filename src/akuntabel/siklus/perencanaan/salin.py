"""The content of one version as the beginning of the next: new rows, the same codes, words and order."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import models

from akuntabel.siklus.perencanaan.models import (
    HubunganKinerja,
    Indikator,
    KondisiKinerja,
    PendanaanRenstra,
    Renstra,
    Sasaran,
    TargetRenstra,
    Tujuan,
)

M = TypeVar("M", bound=models.Model)


def copy_isi_renstra(lama: Renstra, baru: Renstra) -> None:
    """Copy tujuan, sasaran, indikator, targets, funding, and the office's own pohon kinerja."""
    tujuan = _salin(Tujuan, lama.daftar_tujuan.all(), lambda _: {"renstra_id": baru.pk})
    sasaran = _salin(
        Sasaran,
        lama.daftar_sasaran.all(),
        lambda s: {"renstra_id": baru.pk, "tujuan_id": tujuan.get(s.tujuan_id)},
    )
    indikator = _salin(
        Indikator,
        Indikator.objects.filter(sasaran__renstra=lama),
        lambda i: {"sasaran_id": sasaran[i.sasaran_id]},
    )
    _salin(
        TargetRenstra,
        TargetRenstra.objects.filter(indikator__sasaran__renstra=lama),
        lambda t: {"indikator_id": indikator[t.indikator_id]},
    )
    _salin(PendanaanRenstra, lama.daftar_pendanaan.all(), lambda _: {"renstra_id": baru.pk})
    kondisi = _salin(
        KondisiKinerja,
        lama.daftar_kondisi.filter(satker=lama.satker_id),
        lambda k: {
            "renstra_id": baru.pk,
            "sasaran_id": sasaran.get(k.sasaran_id),
            "indikator_id": indikator.get(k.indikator_id),
        },
    )
    _salin(
        HubunganKinerja,
        HubunganKinerja.objects.filter(atas__renstra=lama, atas__satker=lama.satker_id),
        lambda h: {"atas_id": kondisi[h.atas_id], "bawah_id": kondisi[h.bawah_id]},
    )


def _salin(model: type[M], daftar: Iterable[M], ganti: Callable[[M], dict[str, object]]) -> dict[int | None, int]:
    """New rows with some fields replaced; from the old id to the new one."""
    lama = list(daftar)
    bidang = [b.attname for b in model._meta.concrete_fields if not b.primary_key and b.name != "suntingan"]
    baru = [model(**({nama: getattr(b, nama) for nama in bidang} | ganti(b))) for b in lama]
    model._default_manager.bulk_create(baru)
    return {a.pk: b.pk for a, b in zip(lama, baru, strict=True)}
