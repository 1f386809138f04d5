"""Who may do what to a measurement."""

from collections.abc import Mapping

from akuntabel.siklus.organisasi.models import Peran

PERAN_PENGUKUR = frozenset({Peran.PENGELOLA_DATA})
PERAN_PENYUSUN = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA})
PERAN_PEMERIKSA = frozenset({Peran.PERENCANA, Peran.PIMPINAN})
PERAN_PER_TINDAKAN: Mapping[str, frozenset[Peran]] = {
    "elemen.draft": PERAN_PENYUSUN,
    "elemen.revise": PERAN_PENYUSUN,
    "fakta.measure": PERAN_PENGUKUR,
    "bukti.draft": PERAN_PENYUSUN,
    "catatan_sel.draft": PERAN_PENYUSUN | PERAN_PEMERIKSA,
    "aturan_pengukuran.revise": frozenset({Peran.PERENCANA, Peran.ADMIN}),
    "jadwal_pengukuran.revise": frozenset({Peran.PERENCANA, Peran.ADMIN}),
    "realisasi_aksi.measure": PERAN_PENYUSUN,
    "pengukuran.submit": PERAN_PENGUKUR,
    "pengukuran.approve": PERAN_PEMERIKSA,
    "pengukuran.return": PERAN_PEMERIKSA,
    "pengukuran.reopen": frozenset({Peran.PIMPINAN}),
    "pengukuran.lock": frozenset({Peran.PIMPINAN}),
}
