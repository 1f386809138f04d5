"""The cast: offices as a tree, and the people of the style guide with their roles."""

from dataclasses import dataclass

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran, draft_satker
from akuntabel.siklus.organisasi.models import Peran, Satker


@dataclass(frozen=True)
class Pemeran:
    """One office with its people, the province above it, another office beside it."""

    pusat: Satker
    provinsi: Satker
    kota: Satker
    kota_lain: Satker
    rina: Pengguna
    danu: Pengguna
    bu_ketua: Pengguna
    sari: Pengguna
    tono: Pengguna
    admin: Pengguna
    supervisor: Pengguna


def build_pemeran() -> Pemeran:
    """The cast, written into the database through the actions."""
    pusat = build_satker("000000", "KPU", "pusat", None)
    provinsi = build_satker("350000", "KPU Provinsi Jawa Timur", "provinsi", pusat)
    kota = build_satker("357200", "KPU Kota Blitar", "kota", provinsi)
    kota_lain = build_satker(
        "337300", "KPU Kota Salatiga", "kota", build_satker("330000", "KPU Jateng", "provinsi", pusat)
    )
    peran = {
        "rina": (kota, Peran.PERENCANA),
        "danu": (kota, Peran.PENGELOLA_DATA),
        "bu_ketua": (kota, Peran.PIMPINAN),
        "sari": (provinsi, Peran.AUDITOR),
        "tono": (kota_lain, Peran.PERENCANA),
        "admin": (kota, Peran.ADMIN),
        "supervisor": (provinsi, Peran.SUPERVISOR),
    }
    orang = {nama: _orang(nama, satker, p) for nama, (satker, p) in peran.items()}
    return Pemeran(pusat, provinsi, kota, kota_lain, **orang)


def build_satker(kode: str, nama: str, jenis: str, induk: Satker | None) -> Satker:
    """An office."""
    return draft_satker(
        SatkerBaru(kode, nama, nama, jenis, "Blitar", "KPU", "Komisi Pemilihan Umum (BA 076)"), induk=induk, by=None
    )


def _orang(nama: str, satker: Satker, peran: Peran) -> Pengguna:
    pengguna = Pengguna.objects.create_pengguna(f"{nama}@contoh.go.id", nama.replace("_", " ").title())
    assign_peran(pengguna, satker, peran, by=None)
    return pengguna
