"""KON: counts in sentences against tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from akuntabel.core.checker.bacaan.nama import inti_nama, is_nama_setara
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import BarisPerjanjian, daftar_baris_perjanjian, jumlah_sasaran
from akuntabel.core.checker.kinerja.pokok import JenisPokok, Ukuran, indeks_kinerja
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, SelTerbaca

_N = r"(?P<n>\d{1,3})(?:\s*\([a-z ]+\))?"
_BENDA = re.compile(
    rf"(?<![\d.,/])\b{_N}\s*\(?(?P<benda>sasaran(?: strategis)?|indikator(?: kinerja| kerja)?|program)\b\)?"
    r"(?=(?P<sesudah>(?:\s+[^\s.;:]+){0,4}))",
    re.IGNORECASE,
)
# What makes the noun another thing, or a part of the things: "3 indikator kinerja utama", "2 program yang terserap".
_BUKAN_SEMUA = re.compile(
    r"^\s*(?:atau \d+|utama|program|kegiatan|output|individu|tujuan|sasaran|prioritas|unggulan|lain|di antaranya"
    r"|(?:yang )?(?:sudah|telah|belum|tidak|berhasil|terukur|mencapai|tercapai|melampaui|masih|memiliki|mempunyai)"
    r"|(?:dengan|dalam) (?:capaian|kategori|nilai|predikat|realisasi|target|status|kriteria)"
    r"|yang (?!diperjanjikan|ditetapkan|harus|akan|menjadi|dijanjikan|ditargetkan|ter\w+|di(?:gunakan|muat|laporkan)))",
    re.IGNORECASE,
)
_SEMPIT = re.compile(
    r"\b(?:setiap|tiap|masing-masing|triwulan|semester|tujuan|IKU|antara lain|perspektif|misi)\b"
    r"|indikator kinerja utama|\btahun (?:lalu|sebelumnya|depan|berikutnya)",
    re.IGNORECASE,
)
_RENSTRA = re.compile(r"\brenstra\b|rencana strategis|\brpjm", re.IGNORECASE)
_PERJANJIAN = re.compile(r"perjanjian kinerja|diperjanjikan|\bPK\b", re.IGNORECASE)
_URUTAN = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_SASARAN_INI = re.compile(
    rf"\bsasaran(?: strategis)?(?: ini| tersebut|(?: ke-?)?\s*(?P<n>\d{{1,2}})\b| (?P<urut>{'|'.join(_URUTAN)}))",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<!/)\b(?:19|20)\d\d\b")  # not that of a regulation
_BAGIAN_DARI = re.compile(r"\d(?:\s*\([a-z ]+\))?\s+dari\s+$", re.IGNORECASE)
_DARI = re.compile(rf"(?P<bagian>\d{{1,3}})(?:\s*\([a-z ]+\))? dari {_N}\s+indikator\b", re.IGNORECASE)
_KEADAAN = re.compile(
    r"(?<![\d.,/])\b(?P<n>\d{1,3})(?:\s*\([a-z ]+\))?(?:\s+dari\s+\d{1,3}(?:\s*\([a-z ]+\))?)?"
    r"(?:\s+(?:buah\s+)?indikator(?: kinerja)?)?(?:\s+(?:yang|di antaranya|sudah|telah|dapat|berhasil)){0,3}\s+"
    r"(?P<keadaan>terukur|diukur|mencapai target|tercapai|memenuhi target|(?:belum|tidak)"
    r"(?: mencapai target| tercapai| memenuhi target|(?=\s*[.,;]|$)))",
    re.IGNORECASE,
)
_REVISI = re.compile(
    rf"direvisi\s+(?:sebanyak\s+)?{_N}\s+kali|{_N.replace('<n>', '<m>')}\s+kali\s+revisi", re.IGNORECASE
)
_ANGGARAN = re.compile(r"\bDIPA\b|\bDPA\b|anggaran|\bpagu\b", re.IGNORECASE)
_ANGKA = re.compile(r"\d")
_KODE_PROGRAM = re.compile(r"\d{3}\.\d{2}\.\w{2}")


@dataclass(frozen=True)
class _Cacah:
    """What can be counted in the tables of a document; None: not for certain."""

    dok: Dokumen

    @cached_property
    def janji(self) -> list[BarisPerjanjian]:
        return daftar_baris_perjanjian(self.dok)

    @cached_property
    def nama_tabel(self) -> str:
        return self.janji[0].tabel.caption or "tabel perjanjian kinerja"

    def jumlah(self, benda: str) -> frozenset[int]:
        """The counts that a claim about the whole report may give; empty: unknown."""
        if benda.startswith("program"):
            return self.jumlah_program
        n = jumlah_sasaran(self.janji) if benda.startswith("sasaran") else len(self.janji)
        return frozenset({n}) if n else frozenset()

    @cached_property
    def jumlah_program(self) -> frozenset[int]:
        """Programmes by code and by name, over all tables of the budget."""
        kode, nama = set(), set()
        for t in self.dok.daftar_anggaran:
            for b in t.tabel.baris:
                if t.kode is not None and _KODE_PROGRAM.fullmatch(b[t.kode].teks):
                    kode.add(b[t.kode].teks)
                elif b[t.uraian].teks.lower().startswith("program "):
                    nama.add(inti_nama(b[t.uraian].teks))
        return frozenset({len(kode), len(nama)} - {0}) if kode else frozenset({len(nama)} if len(nama) > 1 else ())

    @cached_property
    def sasaran(self) -> list[SelTerbaca]:
        """The cells that name a sasaran, each once."""
        return list({id(b.sasaran): b.sasaran for b in self.janji if b.sasaran is not None}.values())

    def jumlah_sasaran(self, urut: int | None, nama: str) -> int | None:
        """How many indicators one sasaran has, by its place or by its name."""
        if urut is not None:
            sel = self.sasaran[urut - 1] if 0 < urut <= len(self.sasaran) else None
        else:
            sel = next((s for s in self.sasaran if is_nama_setara(s.teks, nama)), None)
        return None if sel is None else sum(b.sasaran is sel for b in self.janji)

    @cached_property
    def keadaan(self) -> dict[str, int]:
        """Of the indicators that tables measure: how many have a capaian, and how many of them reached the target."""
        indeks = indeks_kinerja(self.dok)
        nilai = [
            daftar[0]
            for p in indeks.daftar_pokok(JenisPokok.INDIKATOR)
            if (daftar := indeks.daftar_nilai(p, Ukuran.CAPAIAN))
        ]
        if not nilai or any(s.is_tercapai is None for s in nilai):
            return {"terukur": len(nilai)} if nilai else {}
        tercapai = sum(s.is_tercapai is True for s in nilai)
        return {"terukur": len(nilai), "tercapai": tercapai, "belum": len(nilai) - tercapai}

    @cached_property
    def letak_capaian(self) -> tuple[Letak, ...]:
        """The figures that tell which indicators reached their target."""
        indeks = indeks_kinerja(self.dok)
        daftar = indeks.daftar_pokok(JenisPokok.INDIKATOR)
        return tuple(s.sel.letak for p in daftar for s in indeks.daftar_nilai(p, Ukuran.CAPAIAN))


def cacah_tidak_sesuai_tabel(dok: Dokumen) -> Iterator[Bukti]:
    """Jumlah sasaran, indikator, atau program dalam kalimat berbeda dari tabelnya.

    Yang diperiksa: "n sasaran strategis dan m indikator" dan "n program" terhadap tabel perjanjian kinerja dan tabel
    anggaran; di bawah judul satu sasaran terhadap indikator sasaran itu; "n dari m indikator", "n indikator terukur",
    "n mencapai target" terhadap tabel pengukuran; "direvisi n kali" terhadap tabel revisi.
    Mengapa penting: kalimat seperti ini sering tertinggal dari laporan tahun atau kantor lain.
    Perbaikan: sesuaikan kalimatnya dengan tabel.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    cacah = _Cacah(dok)
    for k in dok.daftar_kalimat_dengan("sasaran", "indikator", "program", "revisi"):
        if k.daftar_angka or "(sasaran)" in k.teks.lower():
            yield from _cacah_benda(dok, cacah, k)
            yield from _cacah_keadaan(dok, cacah, k)
            yield from _cacah_revisi(dok, k)


def _cacah_benda(dok: Dokumen, cacah: _Cacah, k: Kalimat) -> Iterator[Bukti]:
    klaim: list[re.Match[str]] = []
    for m in _BENDA.finditer(k.teks):
        is_sebagian = _BUKAN_SEMUA.search(m["sesudah"]) or _BAGIAN_DARI.search(k.teks[: m.start()])
        # A second count of the same things in one sentence is a part of the first, unless another sasaran is named.
        is_kedua = any(_kata(x) == _kata(m) and not _SASARAN_INI.search(k.teks, x.end(), m.start()) for x in klaim)
        if not is_sebagian and not is_kedua:
            klaim.append(m)
    if not klaim or not cacah.janji or _SEMPIT.search(k.teks):
        return
    if any(int(t) != dok.tahun for t in _TAHUN.findall(k.teks)):
        return
    if _RENSTRA.search(k.teks) and not _PERJANJIAN.search(k.teks):
        return
    pasti = [(m, benar) for m in klaim if (benar := _jumlah_benar(dok, cacah, k, m))]
    dok.tandai(*(k.letak_bagian(m, "n") for m, _ in pasti))
    salah = [m for m, benar in pasti if int(m["n"]) not in benar]
    if salah:
        yield Bukti(
            k.letak_bagian(salah[0]),
            k.teks[pasti[0][0].start() : pasti[-1][0].end("benda")],
            " dan ".join(f"{max(benar)} {_kata(m)}" for m, benar in pasti),
            f"dihitung dari {'tabel anggaran' if _kata(salah[0]) == 'program' else cacah.nama_tabel}",
            "Sesuaikan kalimatnya dengan tabel.",
        )


def _kata(m: re.Match[str]) -> str:
    return str(m["benda"]).lower().split()[0]


def _jumlah_benar(dok: Dokumen, cacah: _Cacah, k: Kalimat, klaim: re.Match[str]) -> frozenset[int]:
    """What the tables say for the scope of a claim: the whole report, or the sasaran named before it or above it."""
    benda = klaim["benda"].lower()
    disebut = list(_SASARAN_INI.finditer(k.teks))
    ini = next((m for m in reversed(disebut) if m.end() <= klaim.start()), disebut[0] if disebut else None)
    judul = [j for j in dok.find_bagian(k.paragraf.letak).judul if j.tingkat >= 3]
    if not benda.startswith("indikator"):
        return frozenset() if ini else cacah.jumlah(benda)
    if ini is None and not any(cacah.jumlah_sasaran(None, j.teks) for j in judul):
        return cacah.jumlah(benda)
    urut = None
    if ini is not None and (ini["n"] or ini["urut"]):
        urut = int(ini["n"]) if ini["n"] else _URUTAN.index(ini["urut"].lower()) + 1
    daftar = [n for j in judul if (n := cacah.jumlah_sasaran(urut, j.teks))] if urut is None else []
    n = cacah.jumlah_sasaran(urut, "") if urut is not None else (daftar[0] if daftar else None)
    return frozenset({n}) if n else frozenset()


def _cacah_keadaan(dok: Dokumen, cacah: _Cacah, k: Kalimat) -> Iterator[Bukti]:
    dari, keadaan = list(_DARI.finditer(k.teks)), list(_KEADAAN.finditer(k.teks))
    if not (dari or keadaan) or "indikator" not in k.teks.lower() or not _is_seluruh(dok, cacah, k):
        return
    for m in dari:
        yield from _bandingkan(dok, k, m, "n", len(cacah.janji), "indikator", cacah.nama_tabel)
        if cacah.keadaan and not _KEADAAN.match(k.teks, m.start()):
            yield from _bandingkan(
                dok, k, m, "bagian", cacah.keadaan["terukur"], "indikator terukur", "tabel pengukuran"
            )
    for m in keadaan:
        nama = _nama_keadaan(m["keadaan"].lower())
        if nama in cacah.keadaan:
            for b in _bandingkan(dok, k, m, "n", cacah.keadaan[nama], f"indikator {nama}", "tabel pengukuran"):
                yield replace(b, operan=cacah.letak_capaian)


def _is_seluruh(dok: Dokumen, cacah: _Cacah, k: Kalimat) -> bool:
    """Whether a sentence speaks of all indicators of the year reported on."""
    judul = dok.find_bagian(k.paragraf.letak).judul
    return (
        bool(cacah.janji)
        and not _SEMPIT.search(k.teks)
        and not _SASARAN_INI.search(k.teks)
        and not any(cacah.jumlah_sasaran(None, j.teks) for j in judul)
        and all(int(t) == dok.tahun for t in _TAHUN.findall(k.teks))
    )


def _nama_keadaan(kata: str) -> str:
    if kata.startswith(("belum", "tidak")):
        return "belum"
    return "terukur" if kata in ("terukur", "diukur") else "tercapai"


def _bandingkan(
    dok: Dokumen, k: Kalimat, m: re.Match[str], kelompok: str, benar: int, benda: str, dari: str
) -> Iterator[Bukti]:
    dok.tandai(k.letak_bagian(m, kelompok))
    if int(m[kelompok]) != benar:
        yield Bukti(
            k.letak_bagian(m, kelompok),
            m[0],
            f"{benar} {benda}",
            f"dihitung dari {dari}",
            "Sesuaikan kalimatnya dengan tabel.",
            sebab=f"cacah:{k.blok}:{k.letak_bagian(m, kelompok).awal}",
        )


def _cacah_revisi(dok: Dokumen, k: Kalimat) -> Iterator[Bukti]:
    rantai = [(t, t.semula) for t in dok.daftar_revisi if t.semula is not None]
    if len(rantai) != 1 or not _ANGGARAN.search(k.teks):
        return
    t, semula = rantai[0]
    berisi = [(b[semula].teks, b[t.menjadi].teks) for b in t.tabel.baris]
    jumlah = sum(_ANGKA.search(x) is not None and _ANGKA.search(y) is not None for x, y in berisi)
    for m in _REVISI.finditer(k.teks):
        kelompok = "n" if m["n"] else "m"
        yield from _bandingkan(dok, k, m, kelompok, jumlah, "kali revisi", t.tabel.caption or "tabel revisi")


DAFTAR_ATURAN = (Aturan("KON001", "cacah-tidak-sesuai-tabel", Tingkat.GALAT, cacah_tidak_sesuai_tabel),)
