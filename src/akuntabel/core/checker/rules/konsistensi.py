"""KON: the same thing said in two places."""

import re
from collections.abc import Iterator

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.nama import is_nama_mirip
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_KLAIM = re.compile(
    r"(\d+)\s*(?:\([a-z ]+\)\s*)?sasaran strategis (?:dan|dengan) (\d+)\s*(?:\([a-z ]+\)\s*)?indikator", re.IGNORECASE
)


def cacah_tidak_sesuai_tabel(dok: Dokumen) -> Iterator[Bukti]:
    """Jumlah sasaran atau indikator dalam kalimat berbeda dari tabel perjanjian kinerja.

    Yang diperiksa: kalimat "n sasaran strategis dan m indikator" terhadap baris tabel perjanjian kinerja.
    Mengapa penting: kalimat seperti ini sering tertinggal dari laporan tahun atau kantor lain.
    Perbaikan: sesuaikan kalimatnya dengan tabel.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    t = dok.perjanjian
    if t is None or t.sasaran is None:
        return
    sasaran = len([b for b in t.tabel.baris if b[t.sasaran].teks])
    indikator = len([b for b in t.tabel.baris if b[t.indikator].teks])
    for p in dok.daftar_paragraf:
        for klaim in _KLAIM.finditer(p.teks):
            dok.tandai(p.letak_bagian(klaim, 1), p.letak_bagian(klaim, 2))
            if (int(klaim[1]), int(klaim[2])) != (sasaran, indikator):
                yield Bukti(
                    p.letak_bagian(klaim),
                    klaim[0],
                    f"{sasaran} sasaran dan {indikator} indikator",
                    f"dihitung dari {t.tabel.caption or 'tabel perjanjian kinerja'}",
                    "Sesuaikan kalimatnya dengan tabel.",
                )


def indikator_tidak_diukur(dok: Dokumen) -> Iterator[Bukti]:
    """Indikator yang diperjanjikan tidak ada dalam pengukuran.

    Yang diperiksa: nama indikator tabel perjanjian kinerja terhadap tabel pengukuran yang terpanjang.
    Mengapa penting: indikator yang hilang biasanya indikator yang tidak tercapai atau belum diukur.
    Perbaikan: tampilkan indikatornya; bila belum ada nilainya, tulis statusnya beserta alasan.
    Dasar: PermenPANRB 53/2014, lampiran II dan lampiran III/2-2 butir III.4.
    """
    perjanjian = dok.perjanjian
    pengukuran = max(dok.daftar_kinerja, key=lambda t: len(t.tabel.baris), default=None)
    if perjanjian is None or pengukuran is None or len(pengukuran.tabel.baris) < 2:
        return
    diukur = [b[pengukuran.indikator].teks for b in pengukuran.tabel.baris]
    for baris in perjanjian.tabel.baris:
        nama = baris[perjanjian.indikator].teks
        if not nama:
            continue
        dok.tandai(baris[perjanjian.indikator].letak)
        if not any(is_nama_mirip(nama, d) for d in diukur):
            yield Bukti(
                baris[perjanjian.indikator].letak,
                nama,
                "tidak ada dalam pengukuran",
                f"dibandingkan dengan {pengukuran.tabel.caption or 'tabel pengukuran'}",
                "Tampilkan indikator ini dalam pengukuran; bila belum ada nilainya, tulis status dan alasannya.",
            )


DAFTAR_ATURAN = (
    Aturan("KON001", "cacah-tidak-sesuai-tabel", Tingkat.GALAT, cacah_tidak_sesuai_tabel),
    Aturan("KON002", "indikator-pk-tidak-diukur", Tingkat.GALAT, indikator_tidak_diukur),
)
