"""The addresses of evaluasi and who gets in (see ``halaman``).

The worksheets named here are the office's own; what evaluators of an office above see and do, ``evaluasi/`` tests.
"""

from collections.abc import Mapping

from akuntabel.siklus.organisasi.models import Peran
from doors.web.izin import LIHAT, PENGELOLA_DATA, PENYUSUN, PERENCANA, PIMPINAN, TIDAK, DiAtas, Halaman, h

# The planner of the office, and whoever evaluates it from above.
PENILAI = DiAtas(frozenset({Peran.EVALUATOR}))
PENCATAT = DiAtas(PENILAI.peran, PERENCANA)

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "evaluasi":                  h(LIHAT),
    "evaluasi_susun":            h(TIDAK,     PERENCANA),
    "evaluasi_lke":              h(LIHAT,                id_="lke"),
    "evaluasi_komponen":         h(LIHAT,                id_="lke", komponen="komponen"),
    "evaluasi_sub":              h(TIDAK,     PERENCANA, id_="lke", sub="sub"),
    "evaluasi_terima":           h(TIDAK,     PERENCANA, id_="lke", sub="sub"),
    "evaluasi_segarkan":         h(TIDAK,     PERENCANA, id_="lke"),
    "evaluasi_kriteria":         h(LIHAT,     PERENCANA, id_="lke", kriteria="kriteria"),
    "evaluasi_bukti":            h(LIHAT,                id_="lke", bukti="bukti_kriteria"),
    "evaluasi_bukti_lepas":      h(TIDAK,     PERENCANA, id_="lke", bukti="bukti_kriteria"),
    "evaluasi_simpulan":         h(PERENCANA, PERENCANA, id_="lke"),
    "evaluasi_ajukan":           h(TIDAK,     PERENCANA, id_="lke"),
    "evaluasi_kembalikan":       h(PIMPINAN,  PIMPINAN,  id_="lke"),
    "evaluasi_tetapkan":         h(PIMPINAN,  PIMPINAN,  id_="lke"),
    "evaluasi_revisi":           h(PERENCANA, PERENCANA, id_="lke"),
    "evaluasi_buang":            h(PERENCANA, PERENCANA, id_="lke"),
    "evaluasi_lhe":              h(LIHAT,                id_="lke", format_="format"),
    "evaluasi_rekomendasi":      h(PERENCANA, PERENCANA, id_="lke"),
    "rekomendasi":               h(LIHAT),
    "rekomendasi_baru":          h(PENCATAT,  PENCATAT),
    "rekomendasi_rinci":         h(LIHAT,                id_="rekomendasi"),
    "rekomendasi_ubah":          h(PERENCANA, PERENCANA, id_="rekomendasi_naskah"),
    "rekomendasi_hapus":         h(TIDAK,     PERENCANA, id_="rekomendasi_naskah"),
    "rekomendasi_pemilik":       h(PENYUSUN,  PENYUSUN,  id_="rekomendasi"),
    "rekomendasi_tindak_lanjut": h(TIDAK,     PENYUSUN | PENGELOLA_DATA, id_="rekomendasi"),
    "rekomendasi_terima":        h(TIDAK,     PENILAI,   id_="rekomendasi"),
    "rekomendasi_kembalikan":    h(PENILAI,   PENILAI,   id_="rekomendasi"),
    "rekomendasi_bukti":         h(LIHAT,                id_="rekomendasi", bukti="tindak_lanjut"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset(
    {"evaluasi_bukti", "evaluasi_lhe", "rekomendasi_bukti"}
)  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
