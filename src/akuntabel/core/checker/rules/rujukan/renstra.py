"""RUJ: the periods of plans, and the visi that belongs to each."""

import re
from collections import defaultdict
from collections.abc import Iterator

from akuntabel.core.checker.bacaan.kata import daftar_kata, gabung_kata
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak
from akuntabel.core.regulasi import PeriodeRenstra, daftar_renstra_kpu

_PERIODE = re.compile(
    r"\b(?P<rencana>Renstra|Rencana Strategis|RPJMN|RPJMD|Rencana Pembangunan Jangka Menengah(?: Nasional| Daerah)?)\b"
    r"(?P<antara>[^.;:\d]{0,90}?)(?:tahun |periode )*\(?(?P<mulai>20\d\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?)\s*"
    r"(?P<selesai>20\d\d)\b",
    re.IGNORECASE,
)
_KPU = re.compile(r"\bKPU\b|Komisi Pemilihan Umum", re.IGNORECASE)
PANJANG_WAJAR = (2, 3, 4, 5)  # last year minus first: five years, six of a region's term, shorter ones in between
COCOK_VISI = 8  # tenths of the words of a visi that a sentence must hold to quote it
BEDA_VISI = 3  # tenths by which it must hold fewer of the right one
_KATA_KPU = {"kpu": "komisi pemilihan umum", "nkri": "negara kesatuan republik indonesia", "pemilu": "pemilihan umum"}


def periode_renstra_tidak_ada(dok: Dokumen) -> Iterator[Bukti]:
    """Periode Renstra atau RPJM yang disebut tidak pernah ada.

    Yang diperiksa: tahun awal dan akhir sesudah kata Renstra, RPJMN, atau RPJMD: lima tahun untuk KPU dan RPJMN,
    panjang yang wajar untuk rencana daerah.
    Mengapa penting: target jangka menengah diambil dari dokumen itu.
    Perbaikan: tulis periode yang benar.
    Dasar: UU 25/2004: rencana jangka menengah berlaku lima tahun.
    """
    tempat: dict[tuple[str, int, int], list[tuple[Letak, str]]] = defaultdict(list)
    for rencana, mulai, selesai, letak, tertulis in _daftar_periode(dok):
        if not _is_wajar(dok, rencana, mulai, selesai):
            tempat[rencana, mulai, selesai].append((letak, tertulis))
    for (rencana, mulai, selesai), daftar in tempat.items():
        yield Bukti(
            daftar[0][0],
            daftar[0][1],
            _usul(dok, rencana, mulai, selesai),
            f"{rencana} {mulai}–{selesai} mencakup {selesai - mulai + 1} tahun"
            if selesai > mulai
            else "tahun akhirnya tidak sesudah tahun awal",
            "Tulis periode yang benar.",
            tuple(letak for letak, _ in daftar[1:]),
        )


@per_dokumen
def _daftar_periode(dok: Dokumen) -> tuple[tuple[str, int, int, Letak, str], ...]:
    return tuple(_baca_periode(dok))


def _baca_periode(dok: Dokumen) -> Iterator[tuple[str, int, int, Letak, str]]:
    for p in dok.daftar_paragraf_dengan("renstra", "rencana", "rpjm"):
        for m in _PERIODE.finditer(p.teks):
            dok.tandai(p.letak_bagian(m))
            nama = m["rencana"].upper()
            rencana = (
                "RPJMN"
                if "NASIONAL" in nama or nama == "RPJMN"
                else "Renstra"
                if nama.startswith(("RENS", "RENCANA S"))
                else "RPJMD"
            )
            yield rencana, int(m["mulai"]), int(m["selesai"]), p.letak_bagian(m), m[0]


def _is_wajar(dok: Dokumen, rencana: str, mulai: int, selesai: int) -> bool:
    if rencana == "RPJMN" or (rencana == "Renstra" and _is_kpu(dok)):
        return selesai - mulai == 4
    return selesai - mulai in PANJANG_WAJAR


def _is_kpu(dok: Dokumen) -> bool:
    return _KPU.search(dok.satker) is not None


def _usul(dok: Dokumen, rencana: str, mulai: int, selesai: int) -> str:
    if rencana == "Renstra" and _is_kpu(dok):
        dekat = [
            p.id.replace("-", "–")
            for p in daftar_renstra_kpu().values()
            if p.mulai == mulai or p.mulai <= selesai <= p.selesai
        ]
        if dekat:
            return " atau ".join(dict.fromkeys(dekat))
    return "periode lima tahun"


def renstra_tidak_memuat_tahun(dok: Dokumen) -> Iterator[Bukti]:
    """Tidak satu pun periode Renstra yang disebut memuat tahun laporan, atau dua periode berbeda memuatnya.

    Yang diperiksa: semua periode Renstra dalam laporan terhadap tahun laporan; periode yang lalu boleh ikut disebut.
    Mengapa penting: kinerja dinilai terhadap rencana yang berlaku, bukan rencana sebelumnya.
    Perbaikan: sebut Renstra yang berlaku pada tahun laporan, dengan periode yang sama di semua tempat.
    Dasar: Perpres 29/2014.
    """
    if dok.tahun is None:
        return
    tempat: dict[tuple[int, int], list[tuple[Letak, str]]] = defaultdict(list)
    for rencana, mulai, selesai, letak, tertulis in _daftar_periode(dok):
        if rencana == "Renstra" and _is_wajar(dok, rencana, mulai, selesai):
            tempat[mulai, selesai].append((letak, tertulis))
    memuat = [k for k in tempat if k[0] <= dok.tahun <= k[1]]
    if not tempat or len(memuat) == 1:
        return
    # Where none fits the first is wrong; where several do, the one named least.
    kunci = min(memuat, key=lambda k: len(tempat[k])) if memuat else next(iter(tempat))
    sebutan = [f"{a}–{b}" for a, b in memuat or tempat]
    yield Bukti(
        tempat[kunci][0][0],
        tempat[kunci][0][1],
        f"satu periode yang memuat {dok.tahun}",
        f"laporan ini menyebut Renstra {gabung_kata(sebutan)}",
        "Sebut Renstra yang berlaku pada tahun laporan, dengan periode yang sama di semua tempat.",
        tuple(letak for k, daftar in tempat.items() for letak, _ in daftar if (memuat or k == kunci))[1:],
    )


def visi_periode_lain(dok: Dokumen) -> Iterator[Bukti]:
    """Visi yang dikutip adalah visi Renstra periode lain.

    Yang diperiksa: laporan KPU; kata-kata visi setiap periode terhadap paragraf tentang visi.
    Mengapa penting: visi, misi, dan sasaran harus berasal dari rencana yang berlaku.
    Perbaikan: kutip visi Renstra yang memuat tahun laporan.
    Dasar: Renstra KPU setiap periode.
    """
    if dok.tahun is None or not _is_kpu(dok):
        return
    kini = next((p for p in daftar_renstra_kpu().values() if p.mulai <= (dok.tahun or 0) <= p.selesai), None)
    sebelum = ""
    for p in dok.daftar_paragraf:
        if "visi" in p.teks.lower() or sebelum.lower().endswith("visi"):
            kata = frozenset(_kata_visi(p.teks))
            skor = {r.id: _skor(kata, r) for r in daftar_renstra_kpu().values() if r.visi}
            cocok = max(skor, key=lambda r: skor[r], default="")
            if not cocok or skor[cocok] < COCOK_VISI:
                continue
            dok.tandai(p.letak)
            if (kini is None or cocok != kini.id) and skor[cocok] - skor.get(kini.id if kini else "", 0) >= BEDA_VISI:
                yield Bukti(
                    p.letak,
                    f"visi Renstra {cocok.replace('-', '–')}",
                    f"visi Renstra {kini.id.replace('-', '–')}: “{kini.visi}”"
                    if kini and kini.visi
                    else f"visi Renstra yang memuat {dok.tahun}",
                    f"kata-katanya milik Renstra {cocok.replace('-', '–')}, sedangkan laporan ini tentang {dok.tahun}",
                    "Kutip visi Renstra yang memuat tahun laporan.",
                )
        sebelum = p.teks


def _kata_visi(teks: str) -> list[str]:
    return [k for kata in daftar_kata(teks) for k in _KATA_KPU.get(kata, kata).split() if len(k) > 3]


def _skor(kata: frozenset[str], renstra: PeriodeRenstra) -> int:
    """How many tenths of the words of that visi stand in the text."""
    visi = set(_kata_visi(renstra.visi or ""))
    return 10 * len(visi & kata) // max(len(visi), 1)


DAFTAR_ATURAN = (
    Aturan("RUJ005", "periode-renstra-tidak-ada", Tingkat.PERINGATAN, periode_renstra_tidak_ada),
    Aturan("RUJ006", "renstra-tidak-memuat-tahun", Tingkat.INFO, renstra_tidak_memuat_tahun),
    Aturan("RUJ007", "visi-periode-lain", Tingkat.PERINGATAN, visi_periode_lain),
)
