"""The thing that an address names, as far as it belongs to the office or holds for it; else 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilihan_berlaku
from akuntabel.siklus.kepemiluan.models import DaftarPemilih, DokumenPerkara, Pemilihan, Perkara, Tahapan


def find_pemilihan(ruang: Ruang, id_: int) -> Pemilihan:
    """An election that the office looks at in the year of the address, its own or one from above."""
    pemilihan = next((p for p in daftar_pemilihan_berlaku(ruang.satker, ruang.tahun) if p.pk == id_), None)
    if pemilihan is None:
        raise Http404
    return pemilihan


def find_pemilihan_sendiri(ruang: Ruang, id_: int) -> Pemilihan:
    """An election that the office has written down itself."""
    daftar = Pemilihan.objects.select_related("satker")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, tahun_laporan=ruang.tahun)


def find_tahapan(ruang: Ruang, id_: int) -> Tahapan:
    """A stage of the office in the year of the address."""
    daftar = Tahapan.objects.select_related("pemilihan", "satker")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, pemilihan__tahun_laporan=ruang.tahun)


def find_baris_pemilih(ruang: Ruang, id_: int) -> DaftarPemilih:
    """A count of the office in the year of the address that holds."""
    daftar = DaftarPemilih.objects.terkini().select_related("pemilihan")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, pemilihan__tahun_laporan=ruang.tahun)


def find_perkara(ruang: Ruang, id_: int) -> Perkara:
    """A case of the office in the year of the address."""
    daftar = Perkara.objects.select_related("pemilihan", "satker")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, pemilihan__tahun_laporan=ruang.tahun)


def find_dokumen(ruang: Ruang, id_: int) -> DokumenPerkara:
    """A document of a case of the office in the year of the address."""
    daftar = DokumenPerkara.objects.select_related("perkara__pemilihan", "perkara__satker", "berkas")
    perkara = {"perkara__satker": ruang.satker, "perkara__pemilihan__tahun_laporan": ruang.tahun}
    return get_object_or_404(daftar, pk=id_, **perkara)


def find_pilihan(ruang: Ruang, kode: str) -> tuple[list[Pemilihan], Pemilihan | None]:
    """The elections of the year, and the one that ``?pemilihan=`` names, else the first."""
    daftar = daftar_pemilihan_berlaku(ruang.satker, ruang.tahun)
    return daftar, next((p for p in daftar if p.kode == kode), daftar[0] if daftar else None)
