"""What the decisions of a plenary have set: plans of years and of a year, agreements."""

from collections.abc import Mapping

from django.urls import reverse

from akuntabel.siklus.organisasi.models import BeritaAcara
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

Kaitan = tuple[str, str]  # what it is called, and its address


def daftar_kaitan(berita_acara: BeritaAcara) -> Mapping[int, list[Kaitan]]:
    """By the id of the decision, what points at it in the office of the meeting."""
    kode, kaitan = berita_acara.satker.kode, dict[int, list[Kaitan]]()
    saring = {"keputusan__berita_acara": berita_acara, "satker": berita_acara.satker}
    for renstra in Renstra.objects.filter(**saring).select_related("satker"):
        alamat = reverse("renstra_rinci", args=(kode, renstra.pk))
        kaitan.setdefault(renstra.keputusan_id or 0, []).append((str(renstra), alamat))
    for rencana in RencanaKinerja.objects.filter(**saring).select_related("satker"):
        alamat = reverse("rkt", args=(kode, rencana.tahun))
        kaitan.setdefault(rencana.keputusan_id or 0, []).append((str(rencana), alamat))
    for perjanjian in PerjanjianKinerja.objects.filter(**saring).select_related("satker", "entitas", "pihak_pertama"):
        alamat = reverse("perjanjian_rinci", args=(kode, perjanjian.tahun, perjanjian.pk))
        kaitan.setdefault(perjanjian.keputusan_id or 0, []).append((str(perjanjian), alamat))
    return kaitan
