"""A cell of the grid saved, with its capaian computed and its roll-up kept ÷ a bare Django POST with two queries.

Median of requests one after another over a connection that stays open; both are asked in turn, so that they meet the
same moments of the machine. The cells of eleven indicators are saved in turn, again and again, so that nearly every
save is a correction: a fact, an audit row, the year and its sums.
"""

import http.client
import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from doors.web.situs import build_basis, serve_situs

SASARAN = 3
PUTARAN, PEMANASAN = 200, 20
JUMLAH_INDIKATOR = 11  # of isi_sel
POLOS = "/polos/"


def main() -> None:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        isi = Path(__file__).with_name("isi_sel.py")
        with (
            build_basis(Path(folder) / "data", isi, setelan="benchmarks.setelan_sel") as basis,
            serve_situs(basis) as situs,
        ):
            kisi = json.loads((basis.folder / "kisi.json").read_text())
            polos, sel = _ukur(urlsplit(situs.alamat).netloc, kisi)
    print(f"bare Django POST, two queries: {polos * 1000:.2f} ms")
    print(f"cell to its new capaian: {sel * 1000:.2f} ms; ÷ bare POST: {sel / polos:.2f} (goal ≤ {SASARAN})")


def _ukur(server: str, kisi: Mapping[str, str]) -> tuple[float, float]:
    """Seconds of the two, as medians."""
    koneksi = http.client.HTTPConnection(server)
    kepala = {"Cookie": kisi["kuki"], "X-CSRFToken": kisi["token"], "Content-Type": "application/json"}
    lama = {f"p{n}": "" for n in range(1, JUMLAH_INDIKATOR + 1)}
    for kunci in lama:
        _simpan(koneksi, kisi["sel"], kepala, kunci.replace("p", "q"), "1.000", "")
    waktu: tuple[list[float], list[float]] = ([], [])
    for putaran in range(PEMANASAN + PUTARAN):
        polos = _tanya(
            koneksi,
            POLOS,
            {"Content-Type": "application/x-www-form-urlencoded"},
            urlencode({"kode": kisi["satker"], "nilai": putaran}),
        )[0]
        kunci, nilai = f"p{putaran % JUMLAH_INDIKATOR + 1}", str(800 + putaran % 7)
        sel, lama[kunci] = _simpan(koneksi, kisi["sel"], kepala, kunci, nilai, lama[kunci])
        if putaran >= PEMANASAN:
            waktu[0].append(polos)
            waktu[1].append(sel)
    koneksi.close()
    return median(waktu[0]), median(waktu[1])


def _simpan(
    koneksi: http.client.HTTPConnection, alamat: str, kepala: Mapping[str, str], kunci: str, nilai: str, lama: str
) -> tuple[float, str]:
    """Save a cell: the seconds until its capaian is there, and the fact that holds now."""
    perubahan = "diperbarui" if lama else ""
    isi = {"nilai": nilai, "status": "terukur", "alasan": "rekap", "sumber": "", "perubahan": perubahan}
    lama_waktu, jawaban = _tanya(koneksi, alamat, kepala, json.dumps({"sel": [{"kunci": kunci, "lama": lama, **isi}]}))
    return lama_waktu, str(json.loads(jawaban)["sel"][0]["lama"])


def _tanya(
    koneksi: http.client.HTTPConnection, alamat: str, kepala: Mapping[str, str], badan: str
) -> tuple[float, bytes]:
    mulai = time.perf_counter()
    koneksi.request("POST", alamat, body=badan.encode(), headers=dict(kepala))
    jawaban = koneksi.getresponse()
    isi = jawaban.read()
    lama = time.perf_counter() - mulai
    assert jawaban.status == 200, f"{alamat}: {jawaban.status} {isi[:200]!r}"
    return lama, isi


if __name__ == "__main__":
    main()
