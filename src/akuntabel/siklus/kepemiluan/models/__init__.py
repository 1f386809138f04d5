"""The tables of this stage: elections, their stages, voters in aggregates, cases."""

from akuntabel.siklus.kepemiluan.models.daftar_pemilih import DaftarPemilih
from akuntabel.siklus.kepemiluan.models.pemilihan import Pemilihan, Tahapan
from akuntabel.siklus.kepemiluan.models.perkara import DokumenPerkara, Perkara

__all__ = ["DaftarPemilih", "DokumenPerkara", "Pemilihan", "Perkara", "Tahapan"]
