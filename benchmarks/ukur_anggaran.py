"""The import of a budget file as a worker does it, and its floor, on the database that the settings name.

The import is the whole job: the file out of the store, read in a process of its own, every sum checked, versioned,
loaded. The floor reads the same workbook into typed columns and copies rows that stand ready; it checks nothing.
"""

import resource
import time
from pathlib import Path
from typing import Any

import arro3.core
import fastexcel
from django.core.management import call_command
from django.db import connection, transaction
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.tasks.models import StatusTugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.anggaran.impor import PilihanImpor, submit_impor
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran

SASARAN = 2
PUTARAN = 3
_TAHUN = 2024
_TEKS, _ANGKA = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), (16, 18, 22, 23, 24, 25)
_MB = 1024  # kB, as the system counts


def measure(berkas: str) -> None:
    """Print the median ratio of some rounds."""
    call_command("migrate", verbosity=0)
    pemeran, isi = build_pemeran(), Path(berkas).read_bytes()
    semula = _puncak(resource.RUSAGE_SELF)
    daftar, memori = [], ""
    for putaran in range(PUTARAN):
        kini, versi = _import(pemeran, isi)
        if not putaran:
            memori = (
                f"{_puncak(resource.RUSAGE_SELF) - semula} MB in the worker, {_puncak(resource.RUSAGE_CHILDREN)} MB"
            )
        lantai = _floor(berkas, versi)
        daftar.append((kini / lantai, kini, lantai, versi.daftar_baris.count()))
        VersiAnggaran.objects.all().delete()
    rasio, kini, lantai, jumlah = sorted(daftar)[len(daftar) // 2]
    print(
        f"import of {jumlah:,} budget lines: {kini:.2f} s; fastexcel + COPY: {lantai:.2f} s; ÷: {rasio:.2f} "
        f"(goal ≤ {SASARAN}); memory: {memori}"
    )


def _import(pemeran: Pemeran, isi: bytes) -> tuple[float, VersiAnggaran]:
    _, tugas = submit_impor(pemeran.kota, _TAHUN, "fa.xlsx", isi, pilihan=PilihanImpor(), by=pemeran.danu)
    mulai = time.perf_counter()
    run_berikut("bench")
    lama = time.perf_counter() - mulai
    tugas.refresh_from_db()
    assert tugas.status == StatusTugas.SELESAI, tugas.pesan
    return lama, VersiAnggaran.objects.get(pk=tugas.hasil["versi"])


def _floor(berkas: str, versi: VersiAnggaran) -> float:
    """Typed columns in Python's hands, then the rows of that version once more, under another one."""
    kolom = [k.column for k in BarisAnggaran._meta.concrete_fields if not k.primary_key]
    baris = list(versi.daftar_baris.order_by("urut").values_list(*kolom))
    lain = VersiAnggaran.objects.create(satker=versi.satker, tahun=_TAHUN, jenis=versi.jenis)
    siap = [(lain.pk, *b[1:]) for b in baris]
    mulai = time.perf_counter()
    _read_fastexcel(berkas)
    with transaction.atomic(), connection.cursor() as kursor:
        perintah = f"COPY anggaran_barisanggaran ({', '.join(kolom)}) FROM STDIN"
        with kursor.copy(perintah) as salin:
            for b in siap:
                salin.write_row(b)
    return time.perf_counter() - mulai


def _read_fastexcel(berkas: str) -> list[list[Any]]:
    tipe: dict[int, Any] = dict.fromkeys(_TEKS, "string") | dict.fromkeys(_ANGKA, "float")
    lembar = fastexcel.read_excel(berkas).load_sheet(0, header_row=None, dtypes=tipe, use_columns=sorted(tipe))
    return [kolom.to_pylist() for kolom in arro3.core.RecordBatch.from_arrow(lembar).columns]


def _puncak(siapa: int) -> int:
    return resource.getrusage(siapa).ru_maxrss // _MB
