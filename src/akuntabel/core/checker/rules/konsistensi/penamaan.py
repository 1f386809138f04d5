"""KON: one thing, several names: indicators, sasaran, programmes, divisions; and who it is that reports."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.nama import (
    inti_nama,
    is_hanya_salah_ketik,
    is_nama_setara,
    is_nama_terpisah,
    kata_nama,
    kunci_nama,
    lepas_kurung,
    lepas_label,
)
from akuntabel.core.checker.bacaan.tabel import is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_DIVISI = re.compile(
    r"\b[Dd]ivisi\s+(?P<nama>[A-Za-z]+(?:(?:,\s*(?:dan\s+)?|\s+dan\s+|\s+)[A-Za-z]+){0,9}?)"
    r"(?=\s*(?:;|:|\.|$)|\s+(?:mempunyai|memiliki|bertugas|bertanggung)|,\s*meliputi)"
)
_DAFTAR_BUTIR = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+\S")
_KANTOR = "KPU|Komisi Pemilihan Umum|Bawaslu|DPRD|Dinas|Badan"
_PELAPOR = re.compile(
    rf"\b(?:laporan (?:akuntabilitas )?kinerja|(?:pen)?capaian kinerja|kinerja|ditunjukkan oleh|dilaksanakan oleh)"
    rf"\s+(?P<sekretariat>sekretariat\s+)?(?P<nama>(?:{_KANTOR})(?:\s+(?:Kota|Kabupaten|Provinsi|[A-Z]\w+)){{1,4}})",
    re.IGNORECASE,
)
KATA_TERSEDIKIT = 2
MIRIP_PROGRAM = 5  # of six words of a programme's name that both spellings share


@dataclass(frozen=True, slots=True)
class _Nama:
    """A name where it stands; blok: its table, so that names of one table are known to be different things."""

    teks: str
    letak: Letak
    is_tabel: bool


def nama_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Satu sasaran, indikator, program, atau divisi ditulis dengan nama yang berbeda-beda.

    Yang diperiksa: nama dalam tabel, judul, dan daftar yang kata-kata pokoknya sama; huruf besar, tanda baca, dan salah
    ketik tidak dihitung, dan dua nama dalam satu tabel adalah dua hal yang berbeda.
    Mengapa penting: pembaca tidak tahu apakah yang diukur masih yang diperjanjikan.
    Perbaikan: pakai satu nama baku di semua tempat, sebaiknya dengan rujukan.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    for jenis, daftar, is_sama in (
        ("indikator", _nama_kolom(dok, Peran.INDIKATOR), is_nama_setara),
        ("sasaran", _nama_kolom(dok, Peran.SASARAN), is_nama_setara),
        ("program", _nama_program(dok), _is_program_sama),
        ("divisi", _nama_divisi(dok), _is_divisi_sama),
    ):
        for grup in _kelompokkan(daftar, is_sama):
            dok.tandai(*(n.letak for n in grup))
            yield from _bukti(jenis, grup)


def _bukti(jenis: str, grup: Sequence[_Nama]) -> Iterator[Bukti]:
    cacah = Counter(kata_nama(n.teks) for n in grup)
    baku = next(n for n in grup if cacah[kata_nama(n.teks)] == max(cacah.values()))
    lain = [
        n for n in grup if kata_nama(n.teks) != kata_nama(baku.teks) and not is_hanya_salah_ketik(n.teks, baku.teks)
    ]
    if not lain:
        return
    ragam = list({kata_nama(n.teks): n.teks for n in grup}.values())
    yield Bukti(
        lain[0].letak,
        lain[0].teks,
        baku.teks,
        f"{jenis} ini ditulis dengan {len(ragam)} nama: " + "; ".join(f"“{r}”" for r in ragam),
        "Pakai satu nama baku di semua tempat.",
        tuple(dict.fromkeys(n.letak for n in (*lain[1:], baku))),
        tingkat=Tingkat.INFO if all(inti_nama(n.teks) == inti_nama(baku.teks) for n in lain) else None,
    )


def _nama_kolom(dok: Dokumen, peran: Peran) -> list[_Nama]:
    """Names of a column that means that, and headings and items that are one of them."""
    hasil = []
    for tabel in dok.daftar_tabel:
        kolom = daftar_kolom(tabel)
        letak = [k.indeks for k in kolom if k.peran is peran]
        if len(letak) != 1 or not {k.peran for k in kolom} & {Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN}:
            continue
        for baris in tabel.baris:
            sel = baris[letak[0]]
            if len(kata_nama(sel.teks)) >= KATA_TERSEDIKIT and not is_baris_ringkasan(baris, letak[0] + 1):
                hasil.append(_Nama(lepas_label(sel.teks), sel.letak, True))
    dikenal = {inti_nama(n.teks) for n in hasil}
    judul = {j.letak.blok: j.teks for j in dok.daftar_judul}
    for p in dok.daftar_paragraf if hasil else ():
        teks = lepas_label(judul.get(p.letak.blok, p.teks if _DAFTAR_BUTIR.match(p.teks) else ""))
        if inti_nama(teks) in dikenal:
            hasil.append(_Nama(teks.rstrip(".;"), p.letak, False))
    return hasil


def _nama_program(dok: Dokumen) -> list[_Nama]:
    return [
        _Nama(lepas_kurung(lepas_label(sel.teks)), sel.letak, True)
        for t in dok.daftar_anggaran
        for b in t.tabel.baris
        if lepas_label((sel := b[t.uraian]).teks).lower().startswith("program ")
    ]


def _nama_divisi(dok: Dokumen) -> list[_Nama]:
    return [
        _Nama("Divisi " + m["nama"], p.letak_bagian(m), False)
        for p in dok.daftar_paragraf_dengan("divisi")
        for m in _DIVISI.finditer(p.teks)
        if len(kata_nama(m["nama"])) >= KATA_TERSEDIKIT
    ]


def _is_program_sama(satu: str, dua: str) -> bool:
    """All words in common, or all but one or two of many."""
    a, b = inti_nama(satu), inti_nama(dua)
    is_mirip = 6 * len(a & b) >= MIRIP_PROGRAM * max(len(a), len(b)) and not is_nama_terpisah(satu, dua)
    return is_nama_setara(satu, dua) or is_mirip


def _is_divisi_sama(satu: str, dua: str) -> bool:
    """One list of fields within the other, in whatever order."""
    a, b = inti_nama(satu) - {"divisi"}, inti_nama(dua) - {"divisi"}
    return len(a & b) >= KATA_TERSEDIKIT and (a <= b or b <= a)


def _kelompokkan(daftar: Sequence[_Nama], is_sama: Callable[[str, str], bool]) -> Iterator[list[_Nama]]:
    """Names of one thing under more than one spelling; what stands in one table together is never one thing."""
    per_kata: dict[tuple[str, ...], list[_Nama]] = defaultdict(list)
    for n in daftar:
        per_kata[kunci_nama(n.teks)].append(n)
    grup: dict[tuple[str, ...], list[tuple[str, ...]]] = {k: [k] for k in per_kata}
    for a, b in combinations(per_kata, 2):
        if grup[a] is grup[b] or _is_berdampingan(per_kata[a], per_kata[b]):
            continue
        if is_sama(per_kata[a][0].teks, per_kata[b][0].teks):
            gabung = [*grup[a], *grup[b]]
            grup.update(dict.fromkeys(gabung, gabung))
    for anggota in {id(g): g for g in grup.values()}.values():
        if len(anggota) > 1:
            yield sorted((n for k in anggota for n in per_kata[k]), key=lambda n: n.letak.blok)


def _is_berdampingan(satu: Iterable[_Nama], dua: Iterable[_Nama]) -> bool:
    return bool({n.letak.blok for n in satu if n.is_tabel} & {n.letak.blok for n in dua if n.is_tabel})


def pelapor_berganti(dok: Dokumen) -> Iterator[Bukti]:
    """Laporan menyebut dua pelapor: kantornya, dan sekretariat kantor itu.

    Yang diperiksa: "Laporan Kinerja …", "capaian kinerja …", "kinerja …" yang diikuti nama kantor, dengan dan tanpa
    "Sekretariat".
    Mengapa penting: pertanggungjawaban hanya jelas bila satu entitas yang melapor.
    Perbaikan: tetapkan satu entitas pelapor dan pakai namanya di semua bab.
    Dasar: PermenPANRB 53/2014, lampiran II huruf B.
    """
    kantor: list[tuple[str, Letak]] = []
    sekretariat: list[tuple[str, Letak]] = []
    for k in dok.daftar_kalimat_dengan(*_KANTOR.lower().split("|")):
        for m in _PELAPOR.finditer(k.teks):
            tujuan = sekretariat if m["sekretariat"] else kantor
            tujuan.append((" ".join(m[0].split()), k.letak_bagian(m, "sekretariat" if m["sekretariat"] else "nama")))
    if not kantor or not sekretariat:
        return
    dok.tandai(*(letak for _, letak in (*kantor, *sekretariat)))
    sedikit, banyak = sorted((sekretariat, kantor), key=len)
    yield Bukti(
        sedikit[0][1],
        sedikit[0][0],
        banyak[0][0],
        f"{len(kantor)} kali kantornya dan {len(sekretariat)} kali sekretariatnya disebut sebagai pelapor",
        "Tetapkan satu entitas pelapor dan pakai namanya di semua bab.",
        tuple(letak for _, letak in (*sedikit[1:], banyak[0])),
    )


DAFTAR_ATURAN = (
    Aturan("KON010", "nama-berbeda", Tingkat.PERINGATAN, nama_berbeda),
    Aturan("KON011", "pelapor-berganti", Tingkat.PERINGATAN, pelapor_berganti),
)
