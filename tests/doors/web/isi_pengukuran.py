"""What an office has of pengukuran, for the pages (see ``isi``).

The first quarter is verified, the second waits for it, the third is being written: with evidence, a remark and its
answer. elemen is one without facts; sel: the element whose cell has a history.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import IsianSel, KunciSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_bukti import attach_bukti, draft_bukti
from akuntabel.siklus.pengukuran.actions_catatan import answer_catatan, draft_catatan
from akuntabel.siklus.pengukuran.actions_elemen import IsiElemen, draft_elemen, draft_elemen_rumus
from akuntabel.siklus.pengukuran.actions_triwulan import approve_pengukuran, revise_jadwal, submit_pengukuran
from akuntabel.siklus.pengukuran.models import Fakta, NilaiTahunan

TAHUN = timezone.localdate().year
NILAI = {1: (60, 80), 2: (66, 84), 3: (70, 88)}  # what the formulas of isi (a / b * 100) are made of, by quarter


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    draft_elemen_rumus(satker, TAHUN, by=perencana)
    lain = draft_elemen(
        satker, TAHUN, IsiElemen(kode="laporan_masuk", nama="Laporan masuk", satuan="laporan"), by=perencana
    )
    awal = date(TAHUN, 1, 1)
    for triwulan in range(1, 5):
        revise_jadwal(satker, TAHUN, triwulan, buka=awal, tenggat=date(TAHUN, 12, 31), by=perencana)
    for triwulan, (a, b) in NILAI.items():
        daftar = [IsianSel(elemen="a", nilai=Decimal(a)), IsianSel(elemen="b", nilai=Decimal(b))]
        measure_fakta(satker, TAHUN, triwulan, daftar, by=pengelola)
    pertama, kedua = (submit_pengukuran(satker, TAHUN, triwulan, by=pengelola) for triwulan in (1, 2))
    approve_pengukuran(pertama, by=ketua)
    bukti = draft_bukti(
        satker,
        TAHUN,
        nama="Rekapitulasi",
        letak="halaman 1",
        isi=f"%PDF-1.4\n% rekapitulasi {satker.kode}\n%%EOF\n".encode(),
        nama_berkas="rekapitulasi.pdf",
        by=pengelola,
    )
    fakta = Fakta.objects.terkini().get(satker=satker, tahun=TAHUN, triwulan=3, elemen__kode="a")
    (kini,) = attach_bukti(fakta, bukti, by=pengelola).daftar_fakta
    catatan = draft_catatan(satker, TAHUN, 3, KunciSel("a"), "Mohon cocokkan dengan rekapitulasi.", by=perencana)
    answer_catatan(catatan, "Sudah dicocokkan.", by=pengelola)
    return {
        "triwulan_diverifikasi": 1,
        "triwulan_diajukan": 2,
        "triwulan": 3,
        "pengukuran_diverifikasi": pertama.pk,
        "pengukuran_diajukan": kedua.pk,
        "elemen": lain.pk,
        "elemen_berfakta": kini.elemen_id,
        "sel": "a",
        "kode_indikator": "1.1",
        "silsilah": str(NilaiTahunan.objects.filter(satker=satker, kode="1.1").earliest("pk").silsilah),
        "dokumen": "pencapaian-sasaran",
        "fakta": kini.pk,
        "bukti": bukti.pk,
        "sidik_bukti": bukti.berkas.sidik if bukti.berkas else "",
        "catatan_sel": catatan.pk,
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    isi = IsiElemen(kode=f"elemen_{n}", nama=f"Elemen {n}", satuan="orang")
    elemen = draft_elemen(satker, TAHUN, isi, by=perencana)
    bukti = draft_bukti(satker, TAHUN, nama=f"Bukti {n}", letak=f"halaman {n}", by=pengelola)
    sel = IsianSel(elemen=elemen.kode, nilai=Decimal(n + 1), bukti=bukti)
    measure_fakta(satker, TAHUN, 3, [sel], by=pengelola)
    draft_catatan(satker, TAHUN, 3, KunciSel(elemen.kode), f"Catatan {n}", by=perencana)
