"""SMART and wording help: what could be worded better in an indicator, and how. Advice, never a refusal.

PermenPANRB 53/2014 lampiran III ceklis III.10 and PermenPANRB 88/2021 kriteria 1b4, 1b5: indicators are SMART, sasaran
are conditions. The words stand in ``data/saran.yaml``.
"""

import re
from collections.abc import Callable, Iterator

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.rumus.pohon import Angka, Simpul, Syarat, daftar_anak
from akuntabel.core.checker.kinerja.arah_nama import find_kata_minimasi, is_nama_maksimasi
from akuntabel.core.fakta.perencanaan import Agregasi
from akuntabel.siklus.perencanaan.rumusan import (
    Rumusan,
    Saran,
    daftar_elemen,
    daftar_kata,
    find_awalan,
    find_kata,
    find_pembagian,
    is_tersebut,
)
from akuntabel.siklus.perencanaan.saran_target import daftar_saran_target


def daftar_saran(rumusan: Rumusan) -> list[Saran]:
    """All advice on an indicator, in the order of its form; nothing for a well worded one."""
    return [saran for aturan in _ATURAN for saran in aturan(rumusan)] + daftar_saran_target(rumusan)


def daftar_saran_sasaran(nama: str) -> list[Saran]:
    """Advice on the wording of a sasaran."""
    kata = find_awalan(nama, "kegiatan_sasaran")
    if not kata:
        return []
    pesan = (
        f"Sasaran diawali “{kata}”, yang menyebut pekerjaan. Rumuskan kondisi yang hendak dicapai, misalnya "
        "“Meningkatnya …” atau “Terwujudnya … yang …”."
    )
    return [Saran("sasaran-kegiatan", "sasaran", pesan)]


def _sasaran(r: Rumusan) -> Iterator[Saran]:
    yield from daftar_saran_sasaran(r.sasaran)
    if r.sasaran and _polos(r.sasaran) == _polos(r.isi.nama):
        pesan = (
            "Nama indikator sama dengan sasarannya. Sebut ukurannya: apa yang dihitung untuk menunjukkan sasaran itu?"
        )
        yield Saran("nama-sama-sasaran", "nama", pesan)


def _nama(r: Rumusan) -> Iterator[Saran]:
    nama = r.isi.nama
    if not nama.strip():
        return
    if kata := find_awalan(nama, "kegiatan_indikator"):
        pesan = f"Nama diawali “{kata}”, yang menyebut kegiatan atau keluaran. Ukur hasilnya: “Persentase … yang …”."
        yield Saran("nama-kegiatan", "nama", pesan)
    elif not find_kata(nama, "ukuran"):
        contoh = ", ".join(sorted(daftar_kata("ukuran"))[:4])
        pesan = f"Nama belum menyebut ukurannya. Awali dengan yang diukur, misalnya {contoh}, atau persentase."
        yield Saran("nama-tanpa-ukuran", "nama", pesan)
    if gabungan := _find_gabungan(nama):
        pesan = (
            f"Nama memuat dua hal (“{gabungan}”), sehingga capaiannya tidak dapat ditafsirkan satu per satu. Pecah "
            "menjadi dua indikator, atau sebut satu hal saja."
        )
        yield Saran("nama-dua-hal", "nama", pesan)
    if (kabur := find_kata(nama, "kabur")) and not re.search(rf"\b{kabur}", r.isi.definisi, re.IGNORECASE):
        pesan = f"Kata “{kabur}” tidak diberi batas. Jelaskan dalam definisi operasional kapan sesuatu disebut {kabur}."
        yield Saran("nama-kabur", "definisi", pesan)


def _definisi(r: Rumusan) -> Iterator[Saran]:
    definisi, nama = r.isi.definisi, r.isi.nama
    if not definisi.strip():
        pesan = "Definisi operasional kosong. Tulis apa yang dihitung, apa yang tidak, dan sejak kapan sampai kapan."
        yield Saran("definisi-kosong", "definisi", pesan)
    elif _polos(definisi) == _polos(nama):
        pesan = "Definisi hanya mengulang nama. Tulis apa yang termasuk, apa yang tidak, dan cara menghitungnya."
        yield Saran("definisi-sama-nama", "definisi", pesan)
    isi = r.isi
    if definisi.strip() and not find_kata(" ".join((isi.nama, definisi, isi.sumber_data, isi.jadwal)), "waktu"):
        pesan = (
            "Belum disebut kapan diukur. Tulis periodenya dalam definisi atau jadwal pengumpulan, misalnya triwulanan."
        )
        yield Saran("tanpa-waktu", "definisi", pesan)


def _arah(r: Rumusan) -> Iterator[Saran]:
    """Which way the name says is better, against which way is set."""
    nama, arah = r.isi.nama, r.isi.arah
    if arah == Arah.MAKSIMASI and (kata := find_kata_minimasi(nama) or find_kata(nama, "paling_banyak")):
        pesan = (
            f"Nama memuat “{kata}”, yang biasanya lebih baik bila lebih kecil, tetapi polaritasnya maksimasi. Pilih "
            "minimasi, atau ubah namanya menjadi keadaan yang diinginkan."
        )
        yield Saran("polaritas-nama", "arah", pesan)
    if arah == Arah.MINIMASI and (kata := _kata_maksimasi(nama)):
        pesan = f"{kata}, tetapi polaritasnya minimasi (lebih kecil lebih baik). Pilih maksimasi, atau ubah namanya."
        yield Saran("polaritas-nama", "arah", pesan)


def _kata_maksimasi(nama: str) -> str:
    if kata := find_kata(nama, "paling_sedikit"):
        return f"Nama memuat “{kata}”"
    if is_nama_maksimasi(nama) and not find_kata(nama, "paling_banyak"):
        return "Nama menyebut hal yang lebih baik bila lebih besar"
    return ""


def _satuan(r: Rumusan) -> Iterator[Saran]:
    satuan = r.isi.satuan.strip()
    is_berkata = r.isi.arah in (Arah.ORDINAL, Arah.TENGGAT)
    if r.is_persen and satuan != "%":
        yield Saran("satuan-persen", "satuan", f"Tertulis “{satuan}”; untuk persentase tulis %.")
    if r.is_persen and is_berkata:
        harap = "predikat atau opini" if r.isi.arah == Arah.ORDINAL else "tanggal"
        pesan = f"Polaritas {r.isi.arah} bernilai {harap}, bukan persen. Ubah satuannya menjadi {harap}."
        yield Saran("satuan-polaritas", "satuan", pesan)
    is_nama_persen = re.match(r"\s*(?:persentase|prosentase|presentase)\b", r.isi.nama, re.IGNORECASE) is not None
    if is_nama_persen and satuan and not r.is_persen:
        yield Saran(
            "satuan-nama", "satuan", f"Nama menyebut persentase, tetapi satuannya “{satuan}”. Samakan keduanya."
        )


def _rumus(r: Rumusan) -> Iterator[Saran]:
    if r.isi.arah in (Arah.ORDINAL, Arah.TENGGAT):
        return
    if r.is_persen and not r.isi.penyebut.strip():
        pesan = "Persentase memerlukan penyebut. Tulis persen dari apa, misalnya “pemilih dalam DPT”."
        yield Saran("persen-tanpa-penyebut", "penyebut", pesan)
    rumus = r.rumus
    pembagian = find_pembagian(rumus.pohon) if rumus else None
    if rumus is None or pembagian is None:
        return
    if r.is_persen and not _memuat_seratus(rumus.pohon):
        pesan = "Rumus berupa hasil bagi tanpa × 100, sehingga 77% terhitung 0,77. Tambahkan × 100."
        yield Saran("rumus-tanpa-seratus", "rumus", pesan)
    pembilang, penyebut = r.isi.pembilang, r.isi.penyebut
    if not pembilang.strip():
        yield Saran("pembilang-kosong", "pembilang", "Rumus berupa hasil bagi; tulis pembilangnya dalam kata-kata.")
    if not penyebut.strip() and not r.is_persen:
        yield Saran("penyebut-kosong", "penyebut", "Rumus berupa hasil bagi; tulis penyebutnya dalam kata-kata.")
    yield from _cocok_elemen(daftar_elemen(pembagian.kiri), daftar_elemen(pembagian.kanan), pembilang, penyebut)


def _cocok_elemen(atas: list[str], bawah: list[str], pembilang: str, penyebut: str) -> Iterator[Saran]:
    """The elements of the formula against the words for numerator and denominator."""
    for elemen, kata, lain, letak in [
        (atas, pembilang, penyebut, "pembilang"),
        (bawah, penyebut, pembilang, "penyebut"),
    ]:
        asing = [e for e in dict.fromkeys(elemen) if kata.strip() and not is_tersebut(e, kata)]
        if not asing:
            continue
        if all(is_tersebut(e, lain) for e in asing):
            pesan = f"Dalam rumus {', '.join(asing)} menjadi {letak}, dalam kata-kata sebaliknya. Samakan keduanya."
        else:
            pesan = (
                f"Rumus memakai {', '.join(asing)}, tetapi {letak} dalam kata-kata tidak menyebutnya. Samakan keduanya."
            )
        yield Saran("rumus-kata", letak, pesan)


def _gabungan_nilai(r: Rumusan) -> Iterator[Saran]:
    """From quarters to the year and from offices to the region: percentages are not added up."""
    if not r.is_persen:
        return
    if r.isi.konsolidasi in (Konsolidasi.JUMLAH, Konsolidasi.RATA_RATA):
        pesan = (
            f"Persentase triwulan dikonsolidasikan dengan {r.isi.konsolidasi.replace('_', '-')}. Pilih rumus, supaya "
            "pembilang dan penyebut digabungkan dahulu, baru dibagi."
        )
        yield Saran("konsolidasi-persen", "konsolidasi", pesan)
    if r.isi.agregasi == Agregasi.JUMLAH:
        pesan = "Persentase beberapa satker tidak dapat dijumlahkan. Pilih rasio dari jumlah."
        yield Saran("agregasi-persen", "agregasi", pesan)


def _find_gabungan(nama: str) -> str:
    """Two things joined by "dan" or "serta" that are no fixed pair."""
    polos = nama
    for tetap in daftar_kata("gabungan_tetap"):
        polos = re.sub(re.escape(tetap), " ", polos, flags=re.IGNORECASE)
    cocok = re.search(r"([^\s,]+),?\s+(?:dan|serta)\s+([^\s,]+)", polos, re.IGNORECASE)
    return cocok[0] if cocok else ""


def _memuat_seratus(simpul: Simpul | Syarat) -> bool:
    if isinstance(simpul, Angka):
        return simpul.nilai == 100
    return any(_memuat_seratus(anak) for anak in daftar_anak(simpul))


def _polos(teks: str) -> str:
    return " ".join(re.findall(r"\w+", teks.lower()))


_ATURAN: tuple[Callable[[Rumusan], Iterator[Saran]], ...] = (
    _sasaran,
    _nama,
    _definisi,
    _satuan,
    _arah,
    _rumus,
    _gabungan_nilai,
)
