"""What follows from the counts of voters of an office: sums by area and sex, turnout over both bases, data elements.

The formula of turnout is the core's; here its operands are put together, once for every screen and every fact.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.calc.partisipasi import (
    JumlahPemilih,
    KategoriPemilih,
    Partisipasi,
    RumusPartisipasi,
    compute_partisipasi,
    daftar_partisipasi,
    find_singkatan,
    sum_jumlah,
)
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import build_sel
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilih
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.organisasi.models import Satker

BELUM = JumlahPemilih(None, None)
# The indicator of disabled voters asks how many of those on the permanent list voted (sakip-rules §7).
RUMUS_DISABILITAS = RumusPartisipasi(frozenset({KategoriPemilih.TERDAFTAR}), frozenset({KategoriPemilih.TERDAFTAR}))


@dataclass(frozen=True, slots=True)
class BarisPartisipasi:
    """The turnout of some of the voters: over the official base, and over the other one."""

    siapa: str
    daftar: tuple[Partisipasi, ...]


@dataclass(frozen=True, slots=True)
class BarisWilayah:
    """An area with its counts: by category and sex, men and women together under None."""

    kecamatan: str
    kelurahan: str
    disabilitas: Disabilitas
    jumlah: Mapping[tuple[KategoriPemilih, JenisKelamin | None], JumlahPemilih]

    def of(self, kategori: KategoriPemilih, kelamin: JenisKelamin | None) -> JumlahPemilih:
        """A count; not known where nothing was written."""
        return self.jumlah.get((kategori, kelamin), BELUM)


@dataclass(frozen=True, slots=True)
class HasilPemilih:
    """Everything that follows from the counts of one office in one election.

    wilayah: the cells as they were written; kecamatan: their sums where there are kelurahan; total: of all voters,
    and of those with a disability.
    """

    pemilihan: Pemilihan
    wilayah: tuple[BarisWilayah, ...]
    kecamatan: tuple[BarisWilayah, ...]
    total: BarisWilayah
    total_disabilitas: BarisWilayah
    partisipasi: tuple[BarisPartisipasi, ...]


@dataclass(frozen=True, slots=True)
class NilaiElemen:
    """What the counts say of a data element, by sex; None: not known, ``alasan`` says why."""

    elemen: str
    nama: str
    nilai: Mapping[JenisKelamin, int | None]


def compute_pemilih(satker: Satker, pemilihan: Pemilihan) -> HasilPemilih:
    """The result for an office; one query."""
    baris = list(daftar_pemilih(satker, pemilihan).terkini().order_by("kecamatan", "kelurahan", "pk"))
    sumber = "; ".join(dict.fromkeys(b.sumber for b in baris))
    return compute_hasil_pemilih(pemilihan, [build_sel(b) for b in baris], sumber=sumber)


def compute_hasil_pemilih(pemilihan: Pemilihan, daftar: Sequence[SelPemilih], *, sumber: str = "") -> HasilPemilih:
    """The result of these counts; sumber: the documents they come from."""
    total = _baris("", "", Disabilitas.SEMUA, [s for s in daftar if s.disabilitas is Disabilitas.SEMUA])
    disabilitas = _baris("", "", Disabilitas.PENYANDANG, [s for s in daftar if s.disabilitas is not Disabilitas.SEMUA])
    return HasilPemilih(
        pemilihan=pemilihan,
        wilayah=tuple(_per_wilayah(daftar, is_kelurahan=True)),
        kecamatan=tuple(_per_wilayah((s for s in daftar if s.kelurahan), is_kelurahan=False)),
        total=total,
        total_disabilitas=disabilitas,
        partisipasi=_partisipasi(pemilihan.rumus, total, disabilitas, sumber),
    )


def daftar_nilai_elemen(hasil: HasilPemilih) -> list[NilaiElemen]:
    """The data elements that the counts fill: dpt, dptb, …, by what the election calls its lists."""
    nilai: list[NilaiElemen] = []
    for kategori, label in hasil.pemilihan.label.items():
        kode = _kode_elemen(find_singkatan(label))
        nilai.append(_elemen(kode, f"Pemilih dalam {label}", hasil.total, (kategori,), "pemilih"))
        nama = f"Pengguna hak pilih dalam {label}"
        nilai.append(_elemen(f"{kode}_pengguna", nama, hasil.total, (kategori,), "pengguna"))
    semua = tuple(KategoriPemilih)
    nilai.append(_elemen("pengguna_hak_pilih", "Pengguna hak pilih", hasil.total, semua, "pengguna"))
    for kode, nama, ukuran in (
        ("disabilitas_terdaftar", "Pemilih disabilitas terdaftar", "pemilih"),
        ("disabilitas_pengguna", "Pemilih disabilitas yang menggunakan hak pilih", "pengguna"),
    ):
        nilai.append(_elemen(kode, nama, hasil.total_disabilitas, (KategoriPemilih.TERDAFTAR,), ukuran))
    return nilai


def _elemen(
    kode: str, nama: str, total: BarisWilayah, daftar_kategori: Sequence[KategoriPemilih], ukuran: str
) -> NilaiElemen:
    nilai: dict[JenisKelamin, int | None] = {}
    for kelamin in JenisKelamin:
        jumlah = sum_jumlah(total.of(kategori, kelamin) for kategori in daftar_kategori)
        nilai[kelamin] = jumlah.pemilih if ukuran == "pemilih" else jumlah.pengguna
    return NilaiElemen(kode, nama, nilai)


def _kode_elemen(singkatan: str) -> str:
    return re.sub(r"\W+", "_", singkatan.lower()).strip("_")


def _per_wilayah(daftar: Iterable[SelPemilih], *, is_kelurahan: bool) -> list[BarisWilayah]:
    kelompok: dict[tuple[str, str, Disabilitas], list[SelPemilih]] = defaultdict(list)
    for s in daftar:
        kelurahan = s.kelurahan if is_kelurahan else ""
        disabilitas = s.disabilitas
        if not is_kelurahan and disabilitas is not Disabilitas.SEMUA:
            disabilitas = Disabilitas.PENYANDANG
        kelompok[s.kecamatan, kelurahan, disabilitas].append(s)
    urutan = list(Disabilitas)
    kunci = sorted(kelompok, key=lambda k: (k[0], k[1], urutan.index(k[2])))
    return [_baris(*k, kelompok[k]) for k in kunci]


def _baris(kecamatan: str, kelurahan: str, disabilitas: Disabilitas, daftar: Sequence[SelPemilih]) -> BarisWilayah:
    per_sel: dict[tuple[KategoriPemilih, JenisKelamin | None], list[JumlahPemilih]] = defaultdict(list)
    for s in daftar:
        per_sel[s.kategori, s.jenis_kelamin].append(JumlahPemilih(s.pemilih, s.pengguna))
    jumlah = {kunci: sum_jumlah(isi) for kunci, isi in per_sel.items()}
    for kategori in {kategori for kategori, _ in per_sel}:
        # Men without women would pass for the whole.
        jumlah[kategori, None] = sum_jumlah(jumlah.get((kategori, k), BELUM) for k in JenisKelamin)
    return BarisWilayah(kecamatan, kelurahan, disabilitas, jumlah)


def _partisipasi(
    resmi: RumusPartisipasi | None, total: BarisWilayah, disabilitas: BarisWilayah, sumber: str
) -> tuple[BarisPartisipasi, ...]:
    siapa = {None: "Seluruh pemilih", JenisKelamin.LAKI_LAKI: "Laki-laki", JenisKelamin.PEREMPUAN: "Perempuan"}
    umum = tuple(
        BarisPartisipasi(
            nama, daftar_partisipasi(resmi, {k: total.of(k, kelamin) for k in KategoriPemilih}, sumber=sumber)
        )
        for kelamin, nama in siapa.items()
    )
    jumlah = {k: disabilitas.of(k, None) for k in KategoriPemilih}
    nilai = compute_partisipasi(RUMUS_DISABILITAS, jumlah, sumber=sumber)
    khusus = Partisipasi(RUMUS_DISABILITAS, nilai, is_resmi=False)
    return (*umum, BarisPartisipasi("Penyandang disabilitas terdaftar", (khusus,)))
