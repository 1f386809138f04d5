"""KON: the same thing said in two places."""

import re
from collections.abc import Iterator

from akuntabel.core.checker.tabel import daftar_tabel_kinerja
from akuntabel.core.checker.temuan import Bukti, Penghitung
from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca

_KLAIM = re.compile(
    r"(\d+)\s*(?:\([a-z ]+\)\s*)?sasaran strategis (?:dan|dengan) (\d+)\s*(?:\([a-z ]+\)\s*)?indikator", re.IGNORECASE
)
_BUTIR = re.compile(r"^(?:[a-z]\.|\d+(?:\.\d+)*\.?)\s*", re.IGNORECASE)


def _tabel_perjanjian(naskah: NaskahTerbaca) -> TabelTerbaca | None:
    """The table of the agreement: sasaran, indikator and target, no realisasi."""
    for tabel in naskah.daftar_tabel:
        kepala = " | ".join(tabel.kepala).lower()
        if "sasaran" in kepala and "indikator" in kepala and "target" in kepala and "realisasi" not in kepala:
            return tabel
    return None


def _kolom(tabel: TabelTerbaca, kata: str) -> int:
    return next(n for n, k in enumerate(tabel.kepala) if kata in k.lower())


def cacah_tidak_sesuai_tabel(naskah: NaskahTerbaca, penghitung: Penghitung) -> Iterator[Bukti]:
    """Jumlah sasaran atau indikator dalam kalimat berbeda dari tabel perjanjian kinerja.

    Yang diperiksa: kalimat "n sasaran strategis dan m indikator" terhadap baris tabel perjanjian kinerja.
    Mengapa penting: kalimat seperti ini sering tertinggal dari laporan tahun atau kantor lain.
    Perbaikan: sesuaikan kalimatnya dengan tabel.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    tabel = _tabel_perjanjian(naskah)
    if tabel is None:
        return
    sasaran = len([b for b in tabel.baris if b[_kolom(tabel, "sasaran")].teks])
    indikator = len([b for b in tabel.baris if b[_kolom(tabel, "indikator")].teks])
    for p in naskah.daftar_paragraf:
        for klaim in _KLAIM.finditer(p.teks):
            penghitung.angka_diperiksa += 2
            if (int(klaim[1]), int(klaim[2])) != (sasaran, indikator):
                yield Bukti(
                    p.letak,
                    klaim[0],
                    f"{sasaran} sasaran dan {indikator} indikator",
                    f"dihitung dari {tabel.caption or 'tabel perjanjian kinerja'}",
                    "Sesuaikan kalimatnya dengan tabel.",
                )


def indikator_tidak_diukur(naskah: NaskahTerbaca, penghitung: Penghitung) -> Iterator[Bukti]:
    """Indikator yang diperjanjikan tidak ada dalam pengukuran.

    Yang diperiksa: nama indikator tabel perjanjian kinerja terhadap tabel pengukuran yang terpanjang.
    Mengapa penting: indikator yang hilang biasanya indikator yang tidak tercapai atau belum diukur.
    Perbaikan: tampilkan indikatornya; bila belum ada nilainya, tulis statusnya beserta alasan.
    Dasar: PermenPANRB 53/2014, lampiran II dan lampiran III/2-2 butir III.4.
    """
    perjanjian = _tabel_perjanjian(naskah)
    pengukuran = max(daftar_tabel_kinerja(naskah), key=lambda t: len(t.tabel.baris), default=None)
    if perjanjian is None or pengukuran is None or len(pengukuran.tabel.baris) < 2:
        return
    diukur = {_baku(b[pengukuran.indikator].teks) for b in pengukuran.tabel.baris}
    kolom = _kolom(perjanjian, "indikator")
    for baris in perjanjian.baris:
        nama = baris[kolom].teks
        if not nama:
            continue
        penghitung.angka_diperiksa += 1
        if not any(_mirip(_baku(nama), d) for d in diukur):
            yield Bukti(
                baris[kolom].letak,
                nama,
                "tidak ada dalam pengukuran",
                f"dibandingkan dengan {pengukuran.tabel.caption or 'tabel pengukuran'}",
                "Tampilkan indikator ini dalam pengukuran; bila belum ada nilainya, tulis status dan alasannya.",
            )


def _baku(teks: str) -> frozenset[str]:
    """The words of a name without its item mark."""
    return frozenset(re.findall(r"[a-z]+", _BUTIR.sub("", teks).lower()))


def _mirip(satu: frozenset[str], dua: frozenset[str]) -> bool:
    """Two thirds of the words in common: names drift, indicators do not."""
    return 3 * len(satu & dua) >= 2 * max(len(satu), len(dua), 1)
