"""The plan as it goes on: a next version of it, in force from the following year, that the office has adopted."""

from collections.abc import Mapping, Sequence
from datetime import date

from kantor_contoh import TAHUN
from rencana_contoh import Rencana, adopt_renstra

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, Renstra, Sasaran, TargetRenstra
from akuntabel.siklus.perencanaan.salin import copy_isi_renstra

LANJUT = TAHUN + 1
TARGET: Mapping[str, str] = {"1.1": "79", "1.2": "8"}


def build_versi_lanjut(
    rencana: Rencana,
    satker: Satker,
    target: Mapping[str, str] = TARGET,
    *,
    hapus: Sequence[str] = (),
    tambah: Sequence[tuple[str, str, str]] = (),
    nama: Mapping[str, str] | None = None,
) -> Renstra:
    """Version 2 of the national plan from the following year on, followed by the office.

    target: of that year, by kode; hapus: indicators that it no longer has; tambah: (kode, nama, rumus) of new ones;
    nama: what it words otherwise.
    """
    lama = rencana.renstra
    baru = Renstra.objects.create(
        satker=lama.satker,
        mulai=lama.mulai,
        selesai=lama.selesai,
        versi=2,
        berlaku_mulai=date(LANJUT, 1, 1),
        alasan_revisi="Arah kebijakan baru",
        dasar=lama.dasar,
        visi=lama.visi,
    )
    copy_isi_renstra(lama, baru)
    sasaran: Sasaran = baru.daftar_sasaran.get()
    sasaran.daftar_indikator.filter(kode__in=hapus).delete()
    for kode, nama_baru, rumus in tambah:
        contoh = sasaran.daftar_indikator.first()
        assert contoh is not None
        isi = {b.attname: getattr(contoh, b.attname) for b in Indikator._meta.concrete_fields}
        lepas = {"id", "silsilah", "suntingan"}
        sasaran.daftar_indikator.create(
            **{k: v for k, v in isi.items() if k not in lepas} | {"kode": kode, "nama": nama_baru, "rumus": rumus}
        )
    for kode, kata in (nama or {}).items():
        sasaran.daftar_indikator.filter(kode=kode).update(nama=kata)
    daftar = list(sasaran.daftar_indikator.all())
    for i in daftar:
        if i.kode in target:
            TargetRenstra.objects.create(indikator=i, tahun=LANJUT, target=target[i.kode], sumber="Renstra versi 2")
    adopt_renstra(baru)
    adopsi = AdopsiRenstra.objects.create(satker=satker, renstra=baru, tahun_mulai=LANJUT, dasar="Surat")
    adopsi.daftar_indikator.set(daftar)
    return baru
