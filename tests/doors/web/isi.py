"""What the pages are about: the cast, the national plan, and two offices that have each of everything.

For tests in the same process (``build_isi``) and for a site of its own (``isi_situs.py``).
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

import segno
from django.utils import timezone
from pemeran import Pemeran, build_pemeran, build_satker

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.organisasi.actions import assign_peran, revise_logo
from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, draft_pejabat
from akuntabel.siklus.organisasi.actions_pleno import IsiRapat, KeputusanBaru, PesertaBaru, draft_berita_acara
from akuntabel.siklus.organisasi.actions_unit import draft_unit
from akuntabel.siklus.organisasi.models import BeritaAcara, Pejabat, Penugasan, Peran, Satker
from akuntabel.siklus.perencanaan.actions.adopsi import adopt_renstra_induk
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.pohon import draft_pohon
from akuntabel.siklus.perencanaan.actions.rencana import draft_rencana
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, import_penetapan
from akuntabel.siklus.perencanaan.isian import IsiIndikator, IsiRenstra
from akuntabel.siklus.perencanaan.models import HubunganKinerja, Indikator, Renstra
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import AksiBaris, draft_rencana_aksi, set_aksi
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PihakPerjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.actions import record_tanda_tangan_basah
from doors.web import (
    isi_akses,
    isi_anggaran,
    isi_evaluasi,
    isi_kepemiluan,
    isi_laporan,
    isi_notifikasi,
    isi_pengukuran,
    isi_publikasi,
    isi_reviu,
)

HARI_INI = timezone.localdate()
TAHUN = HARI_INI.year
MULAI, SELESAI = TAHUN - 1, TAHUN + 3
AWAL = date(MULAI, 1, 1)
TAHAPAN_LANJUT = (  # in the order of the cycle
    *(isi_pengukuran, isi_anggaran, isi_kepemiluan),
    *(isi_laporan, isi_reviu, isi_evaluasi, isi_publikasi),
    *(isi_notifikasi, isi_akses),
)
DAFTAR_INDIKATOR = (
    ("1.1", "Persentase partisipasi pemilih", "%", "maksimasi", "77.5"),
    ("1.2", "Persentase pemilih yang tidak terdaftar", "%", "minimasi", "0.5"),
    ("2.1", "Nilai akuntabilitas kinerja", "nilai", "maksimasi", "75"),
)


@dataclass(frozen=True)
class Orang:
    """Somebody who asks for a page: at most one role, in one office. pengguna None: has not signed in."""

    nama: str
    pengguna: Pengguna | None = None
    satker: Satker | None = None
    peran: Peran | None = None


@dataclass
class Isi:
    """Two offices of the same kind, and everybody who may knock. objek: per office, the things by name."""

    pemeran: Pemeran
    kota: Satker
    kota_lain: Satker
    indikator: list[Indikator]
    daftar_orang: list[Orang] = field(default_factory=list)
    objek: dict[str, dict[str, Any]] = field(default_factory=dict)


def build_isi(tambahan: int = 0) -> Isi:
    """Everything, written through the acts of the cycle; of what stands in lists ``tambahan`` more."""
    pemeran = build_pemeran()
    renstra = build_renstra_nasional(pemeran.pusat, tambahan)
    indikator = list(Indikator.objects.filter(sasaran__renstra=renstra).order_by("kode"))
    isi = Isi(pemeran, pemeran.kota, pemeran.kota_lain, indikator)
    ketua_lain = build_orang("ketua_lain", pemeran.kota_lain, Peran.PIMPINAN)
    isi.objek[pemeran.kota.kode] = _isi_satker(pemeran.kota, renstra, indikator, pemeran.rina, pemeran.bu_ketua)
    isi.objek[pemeran.kota_lain.kode] = _isi_satker(pemeran.kota_lain, renstra, indikator, pemeran.tono, ketua_lain)
    danu_lain = build_orang("danu_lain", pemeran.kota_lain, Peran.PENGELOLA_DATA)
    pelaku = {
        pemeran.kota.kode: {"perencana": pemeran.rina, "pengelola": pemeran.danu, "ketua": pemeran.bu_ketua},
        pemeran.kota_lain.kode: {"perencana": pemeran.tono, "pengelola": danu_lain, "ketua": ketua_lain},
    }
    for satker in (pemeran.kota, pemeran.kota_lain):
        objek = isi.objek[satker.kode]
        for tahapan in TAHAPAN_LANJUT:
            objek |= tahapan.build_objek(satker, objek, **pelaku[satker.kode])
    for n in range(tambahan):
        for tahapan in TAHAPAN_LANJUT:
            tahapan.add_baris(pemeran.kota, isi.objek[pemeran.kota.kode], n, **pelaku[pemeran.kota.kode])
        build_satker(f"3590{n:02}", f"KPU Kabupaten {n}", "kabupaten", pemeran.provinsi)
        _tambah_baris(isi, n)
    build_orang("eva", pemeran.provinsi, Peran.EVALUATOR)
    build_orang("admin_provinsi", pemeran.provinsi, Peran.ADMIN)
    tamu = Pengguna.objects.create_pengguna("tamu@contoh.go.id", "Tamu")
    isi.daftar_orang = [Orang("anonim"), Orang("tamu", tamu)] + [
        Orang(p.pengguna.nama, p.pengguna, p.satker, p.peran_enum)
        for p in Penugasan.objects.select_related("pengguna", "satker").order_by("pk")
    ]
    return isi


def _tambah_baris(isi: Isi, n: int) -> None:
    """One more of each thing that stands in a list of the first office."""
    satker, objek, rina = isi.kota, isi.objek[isi.kota.kode], isi.pemeran.rina
    draft_unit(satker, kode=f"unit{n}", jenis="subbagian", nama=f"Subbagian {n}", by=None)
    anggota = draft_pejabat(satker, PejabatBaru(f"a{n}", "anggota", f"Anggota {n}", f"Orang {n}", mulai=AWAL), by=None)
    build_orang(f"orang{n}", satker, Peran.PENGELOLA_DATA)
    _berita_acara(satker, f"{n + 2}/BA", [PesertaBaru(anggota, is_ketua=True)], rina)
    kegiatan = KodeAnggaran(f"CQ.{7000 + n}", TingkatAnggaran.KEGIATAN, f"Kegiatan {n}", "CQ")
    import_kode(satker, TAHUN, [kegiatan], by=rina)
    pagu = [IsianPagu(kegiatan.kode, "RM", 1_000_000 + n)]
    write_pagu(satker, TAHUN, pagu, sejak=date(TAHUN, 1, 2), sumber="DIPA awal", by=rina)
    renstra = Renstra.objects.get(pk=objek["renstra"])
    sasaran = draft_sasaran(renstra, kode=f"{n + 2}", nama=f"Sasaran {n}", tujuan=None, by=rina)
    draft_indikator(sasaran, _manual(f"{n + 2}.1", f"Indikator {n}", "%", "maksimasi"), by=rina)
    ketua = Pejabat.objects.get(pk=objek["pejabat_ketua"])
    perjanjian = draft_perjanjian(satker, TAHUN, pihak_pertama=anggota, pihak_kedua=ketua, by=rina)
    _approve(perjanjian, rina, isi.pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=isi.pemeran.bu_ketua, tanggal=HARI_INI)
    draft_rencana_aksi(perjanjian, by=rina)


def build_orang(nama: str, satker: Satker, peran: Peran) -> Pengguna:
    """Somebody more with a role."""
    pengguna = Pengguna.objects.create_pengguna(f"{nama}@contoh.go.id", nama.replace("_", " ").title())
    assign_peran(pengguna, satker, peran, by=None)
    return pengguna


def build_renstra_nasional(
    pusat: Satker, tambahan: int = 0, nama_sasaran: Mapping[str, str] = MappingProxyType({})
) -> Renstra:
    """The one plan of the nation, in force. nama_sasaran: names of sasaran by kode, where they matter."""
    renstra = draft_renstra(pusat, IsiRenstra(MULAI, SELESAI, "Keputusan KPU 1", "Menjadi penyelenggara"), by=None)
    tujuan = draft_tujuan(renstra, kode="T1", nama="Terselenggaranya pemilu yang demokratis", by=None)
    target = []
    lain = [(f"{n}.1", f"Persentase layanan {n}", "%", "maksimasi", "90") for n in range(10, 10 + tambahan)]
    for kode, nama, satuan, arah, nilai in (*DAFTAR_INDIKATOR, *lain):
        kode_sasaran = kode.partition(".")[0]
        sasaran = renstra.daftar_sasaran.filter(kode=kode_sasaran).first() or draft_sasaran(
            renstra,
            kode=kode_sasaran,
            nama=nama_sasaran.get(kode_sasaran, f"Meningkatnya kualitas {kode_sasaran}"),
            tujuan=tujuan,
            by=None,
        )
        indikator = draft_indikator(sasaran, _manual(kode, nama, satuan, arah), by=None)
        target += [IsianTarget(indikator.pk, tahun, nilai) for tahun in range(MULAI, SELESAI + 1)]
    write_target(renstra, target, by=None, is_baku=True)
    import_penetapan(renstra, tanggal=AWAL, by=None)
    return renstra


def _manual(kode: str, nama: str, satuan: str, arah: str) -> IsiIndikator:
    return IsiIndikator(
        kode, nama, f"Definisi {nama}", satuan, arah, "a / b * 100", "Rekapitulasi", "sendiri", "terakhir",
        "rasio_dari_jumlah",
    )  # fmt: skip


def _berita_acara(satker: Satker, nomor: str, peserta: list[PesertaBaru], perencana: Pengguna) -> BeritaAcara:
    keputusan = [KeputusanBaru("Menetapkan target perjanjian kinerja")]
    isi = IsiRapat(nomor, date(TAHUN, 1, 5), "Ruang rapat", "Penetapan perjanjian", "Pembahasan", peserta, keputusan)
    return draft_berita_acara(satker, isi, by=perencana)


def _approve(perjanjian: PerjanjianKinerja, perencana: Pengguna, ketua: Pengguna) -> None:
    submit_perjanjian(perjanjian, by=perencana)
    approve_perjanjian(perjanjian, by=ketua)


def _isi_satker(
    satker: Satker,
    renstra: Renstra,
    indikator: list[Indikator],
    perencana: Pengguna,
    ketua: Pengguna,
) -> dict[str, Any]:
    """One office: people, units, the plan it follows, a meeting, agreements in every state, a rencana aksi."""
    adopt_renstra_induk(satker, renstra, tahun_mulai=TAHUN, daftar_indikator=indikator, dasar="Keputusan", by=None)
    unit = draft_unit(satker, kode="subbag", jenis="subbagian", nama="Subbagian Perencanaan", by=None)
    pejabat = {
        kode: draft_pejabat(satker, PejabatBaru(kode, peran, jabatan, nama, mulai=AWAL), by=None)
        for kode, peran, jabatan, nama in (
            ("ketua", "pimpinan", "Ketua", f"Ketua {satker.kode}"),
            ("sekretaris", "sekretaris", "Sekretaris", f"Sekretaris {satker.kode}"),
            ("anggota", "anggota", "Anggota", f"Anggota {satker.kode}"),
            ("anggota_dua", "anggota", "Anggota Divisi Data", f"Anggota dua {satker.kode}"),
            ("atasan", "atasan", "Ketua KPU Provinsi", f"Atasan {satker.kode}"),
        )
    }
    Pejabat.objects.filter(pk=pejabat["ketua"].pk).update(pengguna=ketua)
    gambar = io.BytesIO()
    segno.make(satker.kode).save(gambar, kind="png")
    logo = store_berkas(gambar.getvalue(), "logo.png", by=perencana, retensi=Retensi.PERMANEN)
    revise_logo(satker, logo, versi=None, by=perencana)
    build_anggaran(satker, perencana)
    perjanjian = _isi_perjanjian(satker, pejabat, perencana, ketua)
    peserta = [PesertaBaru(pejabat["ketua"], is_ketua=True), PesertaBaru(pejabat["anggota"])]
    berita_acara = _berita_acara(satker, "1/BA", peserta, perencana)
    renstra_sendiri = draft_renstra(satker, IsiRenstra(SELESAI + 1, SELESAI + 5, "Rancangan", "Visi"), by=perencana)
    tujuan = draft_tujuan(renstra_sendiri, kode="T1", nama="Tujuan sendiri", by=perencana)
    sasaran = draft_sasaran(renstra_sendiri, kode="1", nama="Sasaran sendiri", tujuan=tujuan, by=perencana)
    sendiri = draft_indikator(sasaran, _manual("1.1", "Persentase sendiri", "%", "maksimasi"), by=perencana)
    kondisi = draft_pohon(satker, renstra, indikator, by=perencana)
    return {
        **perjanjian,
        "unit": unit.pk,
        **{f"pejabat_{kode}": p.pk for kode, p in pejabat.items()},
        "penugasan": Penugasan.objects.filter(satker=satker).earliest("pk").pk,
        "orang": Penugasan.objects.filter(satker=satker).earliest("pk").pengguna_id,
        "berita_acara": berita_acara.pk,
        "renstra": renstra_sendiri.pk,
        "renstra_nasional": renstra.pk,
        "tujuan": tujuan.pk,
        "sasaran": sasaran.pk,
        "indikator": sendiri.pk,
        "hubungan": HubunganKinerja.objects.filter(atas__satker=satker).earliest("pk").pk,
        "kondisi": kondisi[0].pk,
        "rencana": draft_rencana(satker, TAHUN, by=perencana).pk,
    }


def build_anggaran(satker: Satker, perencana: Pengguna) -> None:
    """The budget of the year, with the codes that it stands on."""
    kode = [
        KodeAnggaran("CQ", TingkatAnggaran.PROGRAM, "Program Penyelenggaraan Pemilu", None),
        KodeAnggaran("CQ.6640", TingkatAnggaran.KEGIATAN, "Pembentukan Badan Penyelenggara", "CQ"),
    ]
    import_kode(satker, TAHUN, kode, by=perencana)
    pagu = [IsianPagu("CQ.6640", "RM", 1_250_000_000)]
    write_pagu(satker, TAHUN, pagu, sejak=date(TAHUN, 1, 2), sumber="DIPA awal", by=perencana)


def _pindaian(perjanjian: PerjanjianKinerja, ketua: Pengguna) -> int:
    """The scan of what pihak pertama signed on paper."""
    isi = f"%PDF-1.4\n% {perjanjian.kode} {perjanjian.satker.kode}\n%%EOF\n".encode()
    (tanda,) = record_tanda_tangan_basah(
        perjanjian, by=ketua, pihak=[PihakPerjanjian.PERTAMA], tanggal=HARI_INI, isi=isi, nama="pindaian.pdf"
    )
    return tanda.pk


def _isi_perjanjian(
    satker: Satker, pejabat: dict[str, Pejabat], perencana: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """A draft of the head, one handed in by the secretary, of two members one approved and one signed on paper."""

    def draft(pertama: str, kedua: str) -> PerjanjianKinerja:
        return draft_perjanjian(satker, TAHUN, pihak_pertama=pejabat[pertama], pihak_kedua=pejabat[kedua], by=perencana)

    diajukan, disetujui, tertanda = (draft(kode, "ketua") for kode in ("sekretaris", "anggota", "anggota_dua"))
    submit_perjanjian(diajukan, by=perencana)
    _approve(disetujui, perencana, ketua)
    _approve(tertanda, perencana, ketua)
    tanda_tangan = _pindaian(tertanda, ketua)
    rencana_aksi, baris = draft_rencana_aksi(tertanda, by=perencana), tertanda.daftar_target.earliest("pk")
    aksi = set_aksi(rencana_aksi, baris, AksiBaris(uraian="Sosialisasi", triwulan=1), by=perencana)
    return {
        "perjanjian": draft("ketua", "atasan").pk,
        "perjanjian_diajukan": diajukan.pk,
        "perjanjian_disetujui": disetujui.pk,
        "perjanjian_tertanda": tertanda.pk,
        "tanda_tangan": tanda_tangan,
        "sidik": tertanda.sidik,
        "rencana_aksi": rencana_aksi.pk,
        "baris": baris.pk,
        "aksi": aksi.pk,
    }
