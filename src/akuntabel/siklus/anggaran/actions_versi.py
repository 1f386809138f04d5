"""Taking a version of the budget that was loaded and looked at: from then on it is the budget of the office."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone

from akuntabel.core.calc.angka import BULAN, format_rupiah
from akuntabel.core.fakta.anggaran import KodeAnggaran
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.berlaku import build_kode, find_versi_berlaku
from akuntabel.siklus.anggaran.katalog import PetaKatalog, daftar_terlengkapi, read_cabang, require_peta
from akuntabel.siklus.anggaran.models import BarisAnggaran, JenisVersi, RealisasiBulanan, StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.anggaran.pos import JumlahPos, Kunci, sum_daun, write_pos
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku


@transaction.atomic
def adopt_versi(versi: VersiAnggaran, *, by: Pengguna | None, terhadap: int) -> None:
    """Let a version hold: its sums by code, the pagu that the agreement is checked against, the month it brings.

    terhadap: the number of the version that it was compared with when it was looked at, 0 if there was none. Codes that
    the catalogue lacks are taken from the file. A file without realisasi (a POK) leaves what is known from before.
    by None: the import of a package. Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_permission(by, "versi.adopt", versi.satker)
    lock_satker(versi.satker)
    terkunci = VersiAnggaran.objects.select_for_update(of=("self",)).select_related("satker").get(pk=versi.pk)
    lama = find_versi_berlaku(terkunci.satker, terkunci.tahun)
    _require_terbaru(terkunci, lama, terhadap)
    _require_utuh(terkunci)
    isi = _sum_dengan_katalog(terkunci)
    if terkunci.total_realisasi is None and lama is not None:
        _teruskan_realisasi(isi, lama)
    write_pos(terkunci, isi)
    _write_pagu(terkunci, isi)
    jumlah_bulanan = _write_bulanan(terkunci, isi)
    terkunci.status, terkunci.nomor = StatusVersi.DIAMBIL, terhadap + 1
    terkunci.pengambil, terkunci.diambil_pada = by, timezone.now()
    terkunci.save(update_fields=["status", "nomor", "pengambil", "diambil_pada"])
    versi.refresh_from_db()
    record_audit(
        by,
        "versi_anggaran.adopt",
        terkunci,
        lama={"nomor": terhadap, "pagu": lama.total_pagu, "realisasi": lama.total_realisasi} if lama else {},
        baru={
            "nomor": terkunci.nomor,
            "pagu": terkunci.total_pagu,
            "realisasi": terkunci.total_realisasi,
            "sidik": terkunci.sidik,
            "baris_bulanan": jumlah_bulanan,
        },
    )


@transaction.atomic
def return_versi(versi: VersiAnggaran, *, by: Pengguna, alasan: str = "") -> None:
    """Put a version aside that was loaded but is not to hold. Raises PermissionDenied, ValidationError."""
    require_permission(by, "versi.return", versi.satker)
    pratinjau = VersiAnggaran.objects.filter(pk=versi.pk, status=StatusVersi.PRATINJAU)
    if not pratinjau.update(status=StatusVersi.DITOLAK):
        raise ValidationError("Versi ini sudah diambil atau sudah dikesampingkan; muat ulang halamannya.")
    versi.refresh_from_db()
    record_audit(by, "versi_anggaran.return", versi, baru={"status": versi.status}, alasan=alasan.strip())


def _require_terbaru(versi: VersiAnggaran, lama: VersiAnggaran | None, terhadap: int) -> None:
    if versi.status != StatusVersi.PRATINJAU:
        raise ValidationError(f"{versi} sudah {versi.status}; muat berkasnya lagi bila hendak diambil.")
    nomor = lama.nomor if lama and lama.nomor else 0
    if nomor != terhadap:
        raise SudahBerubahError(
            f"Sejak Anda melihat perbandingannya, versi {nomor} sudah diambil"
            f"{f' oleh {lama.pengambil}' if lama and lama.pengambil else ''}. Lihat lagi apa yang berubah, lalu ambil.",
            sekarang={"nomor": nomor},
            oleh=str(lama.pengambil) if lama and lama.pengambil else "",
            waktu=lama.diambil_pada if lama else None,
            versi=nomor,
        )


def _require_utuh(versi: VersiAnggaran) -> None:
    """What is in the database must be what was read: a loading that was killed half-way is never taken."""
    daun = BarisAnggaran.objects.filter(versi=versi, is_daun=True)
    kini = daun.aggregate(
        pagu=Sum("pagu"),
        realisasi=Sum("realisasi"),
        baris=Count("pk"),
        tanpa_sumber=Count("pk", filter=Q(sumber_dana="")),
    )
    if kini["baris"] != versi.jumlah_baris or (kini["pagu"] or 0) != versi.total_pagu:
        raise ValidationError(
            f"{versi}: tersimpan {kini['baris']} baris rincian berjumlah {format_rupiah(kini['pagu'] or 0)}, "
            f"diharapkan {versi.jumlah_baris} baris berjumlah {format_rupiah(versi.total_pagu)}. Muat berkasnya lagi."
        )
    if versi.total_realisasi is not None and kini["realisasi"] != versi.total_realisasi:
        raise ValidationError(
            f"{versi}: realisasi yang tersimpan {format_rupiah(kini['realisasi'] or 0)}, diharapkan "
            f"{format_rupiah(versi.total_realisasi)}. Muat berkasnya lagi."
        )
    if not kini["baris"] and versi.jenis != JenisVersi.PAKET:
        raise ValidationError(f"{versi}: tidak ada baris rincian. Periksa berkasnya.")
    if kini["tanpa_sumber"]:
        raise ValidationError(
            f"{versi}: {kini['tanpa_sumber']} baris rincian tanpa sumber dana. Sebutkan sumber dananya saat memuat."
        )


def _sum_dengan_katalog(versi: VersiAnggaran) -> dict[Kunci, JumlahPos]:
    """The sums by code, with the catalogue completed from the file. Raises ValidationError."""
    satker, tahun = versi.satker, versi.tahun
    berlaku = daftar_kode_berlaku(satker, tahun)
    peta = PetaKatalog({k.kode: build_kode(k) for k in berlaku.values()}, read_cabang(versi))
    isi = sum_daun(versi, peta)
    require_peta(peta, {kode for kode, _, _ in isi})
    sendiri = {k.kode for k in berlaku.values() if k.satker_id == satker.pk}
    if lengkap := daftar_terlengkapi(peta, satker, tahun, sendiri):
        asal = f"{versi.get_jenis_display()}{f', {versi.nama_berkas}' if versi.nama_berkas else ''}"
        tambahan = [*_atas(peta, sendiri).values(), *lengkap]
        import_kode(satker, tahun, [replace(k, sumber=k.sumber or asal) for k in tambahan], by=None)
    return isi


def _atas(peta: PetaKatalog, sendiri: set[str]) -> dict[str, KodeAnggaran]:
    """The codes above the new ones that the office has from an office above: a catalogue is complete in itself."""
    hasil: dict[str, KodeAnggaran] = {}
    for kode in peta.baru.values():
        induk = kode.induk
        jalur = []
        while induk and induk in peta.katalog and induk not in sendiri and induk not in hasil:
            jalur.append(induk)
            induk = peta.katalog[induk].induk
        hasil.update({k: peta.katalog[k] for k in reversed(jalur) if k not in peta.baru})
    return hasil


def _teruskan_realisasi(isi: Mapping[Kunci, JumlahPos], lama: VersiAnggaran) -> None:
    """A file that says nothing of realisasi: what was known of the same lines goes on holding."""
    diketahui = {(p.kode, p.sumber_dana, p.jenis_belanja): p for p in lama.daftar_pos.all()}
    for kunci, jumlah in isi.items():
        if kunci in diketahui:
            jumlah.realisasi, jumlah.batas_data = diketahui[kunci].realisasi, diketahui[kunci].batas_data


def _write_pagu(versi: VersiAnggaran, isi: Mapping[Kunci, JumlahPos]) -> None:
    """Feed the lines that the agreement is held against: those that changed, and 0 for those that are gone."""
    baru: dict[tuple[str, str], int] = {}
    for (kode, sumber_dana, _), jumlah in isi.items():
        baru[kode, sumber_dana] = baru.get((kode, sumber_dana), 0) + jumlah.pagu
    semula = list(daftar_pagu_berlaku(versi.satker, versi.tahun))
    lama = {(p.kode, p.sumber_dana): p.pagu for p in semula}
    berubah = [IsianPagu(*kunci, pagu) for kunci, pagu in baru.items() if lama.get(kunci) != pagu]
    berubah += [IsianPagu(*kunci, 0) for kunci, pagu in lama.items() if kunci not in baru and pagu]
    if not berubah:
        return
    # A line must not begin before the one it replaces, or that one would go on holding.
    sejak = max([_hari(versi), *(p.sejak for p in semula)])
    write_pagu(versi.satker, versi.tahun, berubah, sejak=sejak, sumber=_sebut(versi), by=None, is_berkatalog=False)


def _write_bulanan(versi: VersiAnggaran, isi: Mapping[Kunci, JumlahPos]) -> int:
    """The realisasi of the month that the file brings, instead of what was known of that month; how many lines."""
    ini = {kunci: jumlah.ini for kunci, jumlah in isi.items()}
    if versi.bulan is None or any(nilai is None for nilai in ini.values()):
        return 0
    RealisasiBulanan.objects.filter(satker=versi.satker, tahun=versi.tahun, bulan=versi.bulan).delete()
    baris = RealisasiBulanan.objects.bulk_create(
        RealisasiBulanan(
            satker=versi.satker,
            tahun=versi.tahun,
            bulan=versi.bulan,
            kode=kode,
            sumber_dana=sumber_dana,
            jenis_belanja=jenis,
            jumlah=nilai,
            sumber=_sebut(versi),
        )
        for (kode, sumber_dana, jenis), nilai in ini.items()
        if nilai is not None
    )
    return len(baris)


def _hari(versi: VersiAnggaran) -> date:
    """Today, within the year of the budget."""
    return min(max(timezone.localdate(), date(versi.tahun, 1, 1)), date(versi.tahun, 12, 31))


def _sebut(versi: VersiAnggaran) -> str:
    bulan = f" s.d. {BULAN[versi.bulan - 1]}" if versi.bulan else ""
    return f"{versi.get_jenis_display()}{bulan}{f' ({versi.nama_berkas})' if versi.nama_berkas else ''}"
